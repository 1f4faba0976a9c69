import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { fillFromBundle, type AppFiles } from './bundle.ts';

/** An event of the service worker that lasts until its work is done. */
type Lasting = Parameters<PrecacheController['install']>[0];

/** A list of files that the service worker keeps in a cache of their own: the app, or the code of the pages for work. */
export class KeptFiles {
	readonly #list: AppFiles;
	readonly #cacheName: string;
	readonly #files: PrecacheController;

	constructor(list: AppFiles, cacheName: string) {
		this.#list = list;
		this.#cacheName = cacheName;
		this.#files = new PrecacheController({ cacheName });
		this.#files.addToCacheList([...list.files]);
	}

	/** Answers requests for these files. */
	route(): PrecacheRoute {
		return new PrecacheRoute(this.#files);
	}

	/** One of the files as it is kept, by its path; undefined when it is not here. */
	match(path: string): Promise<Response | undefined> {
		return this.#files.matchPrecache(path);
	}

	/** Keeps all of them: from the bundle, then one by one what is still missing. Throws when one does not come. */
	async fill(event: Lasting): Promise<void> {
		await fillFromBundle(this.#cacheName, this.#list, (url) => this.#files.getCacheKeyForURL(url));
		await this.#files.install(event);
	}

	/** Lets go of files of an older version. */
	async activate(event: Lasting): Promise<void> {
		if (await this.isKept()) await this.#files.activate(event);
	}

	/** True when some of them are here. */
	async isKept(): Promise<boolean> {
		return (await this.#held()) > 0;
	}

	/** True when all of them are here. */
	async isWhole(): Promise<boolean> {
		return (await this.#held()) >= this.#list.files.length;
	}

	/** How many are here. Does not make a cache where there is none. */
	async #held(): Promise<number> {
		try {
			if (!(await caches.has(this.#cacheName))) return 0;
			return (await (await caches.open(this.#cacheName)).keys()).length;
		} catch {
			return 0;
		}
	}
}
