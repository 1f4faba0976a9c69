import { invalidateAll } from '$app/navigation';
import { base } from '$app/paths';
import type { DataStore } from './store/data-store.ts';
import { directory } from './directory.ts';
import { ageInDays, isOld } from './saved/age.ts';
import { askToKeep, bytesKept, forgetEverything } from './saved/device.ts';

/** One tab at a time brings the copy up to date: two at once could delete each other's files. */
const LOCK = 'fingerpost-refresh';

/** Where saving stands. `failed`, `full` and `newer-app` leave the old copy, if any, whole and in use. */
export type SavingState = 'unknown' | 'saving' | 'saved' | 'full' | 'newer-app' | 'failed' | 'not-kept' | 'forgotten';

/** The copy of the directory on this device: what it holds, and bringing it up to date. */
class SavedCopy {
	#state = $state<SavingState>('unknown');
	#progress = $state({ done: 0, total: 0 });
	#areas = $state.raw<readonly string[]>();
	#bytes = $state(0);
	#days = $state<number>();
	#any = $state(false);
	#changes = $state(0);
	/** Something more is to be saved when the saving that is going on has ended. */
	#again = false;

	get state(): SavingState {
		return this.#state;
	}
	/** Files saved so far, of how many. */
	get progress(): { done: number; total: number } {
		return this.#progress;
	}
	/** Areas that are on the device: known after `look`. */
	get areas(): readonly string[] | undefined {
		return this.#areas;
	}
	/** Bytes on the device, the app's own files among them: known after `look`. */
	get bytes(): number {
		return this.#bytes;
	}
	/** Grows when the data in use has changed: whoever holds some of it, and is not a page's `load`, reads it again. */
	get changes(): number {
		return this.#changes;
	}
	/** Days since the last refresh; undefined when not known. */
	get days(): number | undefined {
		return this.#days;
	}
	/** True when the copy in use is so old that what it shows should say so, and no newer one could be had just now. */
	get old(): boolean {
		return (
			this.#any && this.#state !== 'unknown' && this.#state !== 'saving' && this.#state !== 'saved' && isOld(this.#days)
		);
	}

	/** Saves everything, or what changed since. Pages on show are drawn again only when their data is new. */
	async keepFresh(): Promise<void> {
		this.#again = this.#state === 'saving';
		if (this.#again || this.#state === 'forgotten') return;
		this.#state = 'saving';
		const store = await directory();
		store.onjoin ??= () => void this.keepFresh();
		await this.#readAge(store);
		if (!store.lasting) {
			// What cannot outlive this visit is not worth a person's data allowance: files come as pages need them.
			this.#state = 'not-kept';
			return;
		}
		const { state, changed } = await alone(() =>
			store.refresh(Date.now(), (done, total) => (this.#progress = { done, total }))
		);
		await this.#readAge(store);
		this.#state = state;
		if (changed) {
			this.#changes++;
			await invalidateAll();
		}
		if (this.#again) await this.keepFresh();
	}

	async #readAge(store: DataStore): Promise<void> {
		const at = await store.savedAt();
		const made = (await store.index().catch(() => undefined))?.made;
		this.#any = at !== undefined;
		this.#days = ageInDays(at, Date.now(), made ?? '');
	}

	/** Reads what is on the device. */
	async look(): Promise<void> {
		const store = await directory();
		await this.#readAge(store);
		this.#areas = await store.savedAreas();
		this.#bytes = await bytesKept();
	}

	/** Saves again because the person asked, and asks the browser not to clear it. */
	async save(): Promise<void> {
		if (this.#state === 'forgotten') this.#state = 'unknown';
		await this.keepFresh();
		await askToKeep();
		await this.look();
	}

	/** Deletes all that is on the device; nothing is saved again during this visit unless the person asks. */
	async forget(): Promise<boolean> {
		await (await directory()).forget();
		const gone = await forgetEverything(`${base}/`);
		this.#state = 'forgotten';
		await this.look();
		return gone;
	}
}

async function alone<T>(job: () => Promise<T>): Promise<T> {
	if (!('locks' in navigator)) return job();
	return navigator.locks.request(LOCK, job);
}

export const savedCopy = new SavedCopy();
