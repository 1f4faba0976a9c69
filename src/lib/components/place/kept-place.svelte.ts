import { PLACE_KEY } from '$lib/offline/storage-keys.ts';

/** Longer than any place that a person types. */
const MAX_LENGTH = 80;

/** The place that a person asked this device to remember, as they typed it. Nothing is kept unless they say so. */
class KeptPlace {
	#typed = $state<string>();

	constructor() {
		if (!import.meta.env.SSR) this.#typed = read();
	}

	/** What was typed, or undefined when nothing is kept. */
	get typed(): string | undefined {
		return this.#typed;
	}

	keep(typed: string): void {
		const text = typed.trim().slice(0, MAX_LENGTH);
		try {
			localStorage.setItem(PLACE_KEY, text);
			this.#typed = text;
		} catch {
			// Private windows refuse: then nothing is remembered, and the button still says so.
		}
	}

	forget(): void {
		this.#typed = undefined;
		try {
			localStorage.removeItem(PLACE_KEY);
		} catch {
			// Where nothing can be kept there is nothing to forget.
		}
	}
}

function read(): string | undefined {
	try {
		return localStorage.getItem(PLACE_KEY)?.slice(0, MAX_LENGTH).trim() || undefined;
	} catch {
		return undefined;
	}
}

export const keptPlace = new KeptPlace();
