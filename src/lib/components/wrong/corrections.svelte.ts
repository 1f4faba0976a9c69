import { correctionsFrom, sameFact, toText } from '$lib/corrections/kept.ts';
import type { Correction } from '$lib/corrections/message.ts';
import { CORRECTIONS_KEY } from '$lib/offline/storage-keys.ts';

/** The messages that a person asked this device to keep until they can send them. Nothing is kept unless they say so. */
class Corrections {
	#kept = $state.raw<readonly Correction[]>([]);

	constructor() {
		if (import.meta.env.SSR) return;
		this.read();
		// Another tab has kept or deleted some.
		addEventListener('storage', ({ key }) => {
			if (key === CORRECTIONS_KEY || key === null) this.read();
		});
	}

	/** In the order in which they were written. */
	get kept(): readonly Correction[] {
		return this.#kept;
	}

	/** Keeps a message, in place of one about the same fact. Gives false when the browser would not. */
	keep(message: Correction): boolean {
		this.#write([...this.#kept.filter((each) => !sameFact(each, message)), message]);
		return this.#kept.some((each) => sameFact(each, message));
	}

	forget(message: Pick<Correction, 'record' | 'field'>): void {
		this.#write(this.#kept.filter((each) => !sameFact(each, message)));
	}

	/** Reads again what the device keeps: it may have been deleted on another page. */
	read(): void {
		try {
			this.#kept = correctionsFrom(localStorage.getItem(CORRECTIONS_KEY) ?? '');
		} catch {
			this.#kept = [];
		}
	}

	#write(kept: readonly Correction[]): void {
		try {
			if (kept.length > 0) localStorage.setItem(CORRECTIONS_KEY, toText(kept));
			else localStorage.removeItem(CORRECTIONS_KEY);
		} catch {
			// Private windows refuse: what is read back says so.
		}
		this.read();
	}
}

export const corrections = new Corrections();
