import { invalidateAll } from '$app/navigation';
import { directory } from './directory.ts';

/** The copy of the directory on this device: what it holds, and bringing it up to date. */
class SavedCopy {
	#state = $state<'unknown' | 'saving' | 'saved' | 'failed'>('unknown');
	#done = $state(0);
	#total = $state(0);

	/** Where saving stands: `failed` means that the old copy, if any, is still whole and in use. */
	get state() {
		return this.#state;
	}
	/** Files saved so far, of how many. */
	get progress() {
		return { done: this.#done, total: this.#total };
	}

	/** Saves everything for all areas, or what changed since. Pages on show are drawn again only when the data is new. */
	async keepFresh(): Promise<void> {
		if (this.#state === 'saving') return;
		this.#state = 'saving';
		const store = await directory();
		const index = await store.index().catch(() => undefined);
		const areas = Object.keys(index?.packs ?? {});
		const result = await store.refresh(areas, (done, total) => {
			this.#done = done;
			this.#total = total;
		});
		this.#state = result === 'failed' ? 'failed' : 'saved';
		if (result === 'updated') await invalidateAll();
	}
}

export const savedCopy = new SavedCopy();
