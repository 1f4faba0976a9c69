import type { PrecacheEntry } from 'workbox-precaching';

declare global {
	interface ServiceWorkerGlobalScope {
		/** Filled in by scripts/fill-precache.js when the site is built. */
		__PRECACHE__: PrecacheEntry[];
	}
}

export {};
