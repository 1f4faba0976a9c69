import type { AppFiles } from './lib/offline/worker/bundle.ts';

declare global {
	interface ServiceWorkerGlobalScope {
		/** Filled in by scripts/fill-precache.js when the site is built. */
		__APP_FILES__: AppFiles & { tools: AppFiles };
	}
}

export {};
