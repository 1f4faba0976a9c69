import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { fillFromBundle, hashOf, type AppFiles } from './bundle.ts';

/** An event of the service worker that lasts until its work is done. */
type Lasting = Parameters<PrecacheController['install']>[0];

/** A list of files that the service worker keeps in a cache of their own: the app, or the code of the pages for work. */
export class KeptFiles {
	readonly #list: AppFiles;
	readonly #cacheName: string;
	readonly #files: PrecacheController;
	/** By path. */
	readonly #hashes: ReadonlyMap<string, string>;

	constructor(list: AppFiles, cacheName: string) {
		this.#list = list;
		this.#cacheName = cacheName;
		this.#hashes = new Map(list.files.map(({ url, hash }) => [url, hash]));
		this.#files = new PrecacheController({
			cacheName,
			plugins: [{ fetchDidSucceed: ({ request, response, event }) => this.#whole(request, response, event) }]
		});
		this.#files.addToCacheList(list.files.map(({ url, revision }) => ({ url, revision })));
	}

	/**
	 * An answer of the host, when it is the file that it should be. One that was missing is kept again. Throws for any other: an error
	 * page or half a file must not become part of the app.
	 */
	async #whole(request: Request, response: Response, event: Event): Promise<Response> {
		const { pathname } = new URL(request.url);
		const hash = this.#hashes.get(pathname);
		const key = this.#files.getCacheKeyForURL(pathname);
		if (hash === undefined || key === undefined) return response;
		if (!response.ok || (await hashOf(await response.clone().arrayBuffer())) !== hash)
			throw new Error(`${pathname} did not come whole.`);
		// Workbox keeps what it fetches while a version is installed, and nothing that it fetches later.
		if (event.type !== 'install') await (await caches.open(this.#cacheName)).put(key, response.clone());
		return response;
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
