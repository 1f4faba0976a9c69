import { cacheNames } from 'workbox-core';
import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { TOOLS_CACHE_END } from '../storage-keys.ts';
import { fillFromBundle, type AppFiles } from './bundle.ts';

/** An event of the service worker that lasts until its work is done. */
type Lasting = Parameters<PrecacheController['install']>[0];

/** Code of the pages for work (`tool-pages.ts`): kept on a device once one of them is opened there, and up to date from then on. */
export class ToolCode {
	readonly #list: AppFiles;
	readonly #code: PrecacheController;
	readonly #cacheName = `${cacheNames.precache}${TOOLS_CACHE_END}`;

	constructor(list: AppFiles) {
		this.#list = list;
		this.#code = new PrecacheController({ cacheName: this.#cacheName });
		this.#code.addToCacheList([...list.files]);
	}

	/** Answers requests for this code. */
	route(): PrecacheRoute {
		return new PrecacheRoute(this.#code);
	}

	/** Keeps all of it. Never throws: whatever does not come now is asked for when it is needed. */
	async keep(event: Lasting): Promise<void> {
		try {
			await fillFromBundle(this.#cacheName, this.#list, (url) => this.#code.getCacheKeyForURL(url));
			await this.#code.install(event);
		} catch {
			// No network or no room: these pages then need a connection.
		}
	}

	/** Brings it up to date where it is kept. */
	async refresh(event: Lasting): Promise<void> {
		if (await this.#isKept()) await this.keep(event);
	}

	/** Lets go of code of an older version. */
	async activate(event: Lasting): Promise<void> {
		if (await this.#isKept()) await this.#code.activate(event);
	}

	/** True when all of it is here. */
	async isWhole(): Promise<boolean> {
		return (await this.#held()) >= this.#list.files.length;
	}

	async #isKept(): Promise<boolean> {
		return (await this.#held()) > 0;
	}

	/** How many of its files are here. Does not make a cache where there is none. */
	async #held(): Promise<number> {
		try {
			if (!(await caches.has(this.#cacheName))) return 0;
			return (await (await caches.open(this.#cacheName)).keys()).length;
		} catch {
			return 0;
		}
	}
}
