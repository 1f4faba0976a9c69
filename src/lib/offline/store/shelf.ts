import { matchesName } from './fetch-data.ts';
import { INDEX } from './data-index.ts';
import { DATA_CACHE, SAVED_AT } from '../storage-keys.ts';

/** Where data files are kept between visits: name -> text. Every method may fail quietly; nothing here throws. */
export interface Shelf {
	/** False when nothing outlives this visit (private mode, no Cache API, storage refused). */
	readonly lasting: boolean;
	get(name: string): Promise<string | undefined>;
	/** Gives false when the device would not take it (full, refused). */
	put(name: string, text: string): Promise<boolean>;
	delete(name: string): Promise<void>;
	names(): Promise<string[]>;
}

/** A shelf for this visit only. */
export class MemoryShelf implements Shelf {
	readonly lasting: boolean = false;
	readonly #texts = new Map<string, string>();
	get(name: string) {
		return Promise.resolve(this.#texts.get(name));
	}
	put(name: string, text: string) {
		this.#texts.set(name, text);
		return Promise.resolve(true);
	}
	delete(name: string) {
		this.#texts.delete(name);
		return Promise.resolve();
	}
	names() {
		return Promise.resolve([...this.#texts.keys()]);
	}
}

/** Files whose names do not say what must be in them. */
const NAMED_OTHERWISE: ReadonlySet<string> = new Set([INDEX, SAVED_AT]);

/** A shelf in the browser's Cache API. What it gives is as it was published: the hash in a file's name is checked. */
export class CacheShelf implements Shelf {
	readonly lasting = true;
	readonly #cache: Cache;
	readonly #folder: string;

	private constructor(cache: Cache, folder: string) {
		this.#cache = cache;
		this.#folder = folder;
	}

	/** Opens the cache. Gives a memory shelf where the browser has none or refuses it. `folder` ends in a slash. */
	static async open(folder: string): Promise<Shelf> {
		try {
			return new CacheShelf(await caches.open(DATA_CACHE), folder);
		} catch {
			return new MemoryShelf();
		}
	}

	async get(name: string): Promise<string | undefined> {
		try {
			const text = await (await this.#cache.match(this.#folder + name))?.text();
			if (text === undefined || NAMED_OTHERWISE.has(name) || (await matchesName(name, text))) return text;
			// Spoilt on this device: it counts as missing, and is fetched again.
			await this.#cache.delete(this.#folder + name);
			return undefined;
		} catch {
			return undefined;
		}
	}

	async put(name: string, text: string): Promise<boolean> {
		try {
			const response = new Response(text, { headers: { 'content-type': 'application/json' } });
			await this.#cache.put(this.#folder + name, response);
			return true;
		} catch {
			return false;
		}
	}

	async delete(name: string): Promise<void> {
		try {
			await this.#cache.delete(this.#folder + name);
		} catch {
			// A file that cannot be deleted does no harm: nothing names it any more.
		}
	}

	async names(): Promise<string[]> {
		try {
			const requests = await this.#cache.keys();
			return requests.map((request) => request.url.slice(request.url.lastIndexOf('/') + 1));
		} catch {
			return [];
		}
	}
}
