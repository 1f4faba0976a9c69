/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/// <reference types="@sveltejs/kit" />
import { base } from '$service-worker';
import { setCacheNameDetails } from 'workbox-core';
import { matchPrecache, precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { PageServer } from './lib/offline/worker/page-server.ts';
import { dropOtherData, prepareData } from './lib/offline/worker/data-shape.ts';
import { APP_CACHE_NAME, APP_CACHE_PREFIX } from './lib/offline/storage-keys.ts';

declare const self: ServiceWorkerGlobalScope;

setCacheNameDetails({ prefix: APP_CACHE_PREFIX, precache: APP_CACHE_NAME });

// The worker keeps the app: shell, home and emergency page, code, styles, icons. Data is kept by the page (lib/offline).
const files = self.__PRECACHE__;
const pages = new PageServer(base, files.length, matchPrecache);
registerRoute(
	({ request, url }) => request.mode === 'navigate' && pages.has(url),
	({ request, url }) => pages.get(request, url)
);
precacheAndRoute(files);

// Data in another shape than the last version's must be here before this version may take over.
self.addEventListener('install', (event) => event.waitUntil(prepareData(`${base}/data/`)));
self.addEventListener('activate', (event) => event.waitUntil(dropOtherData()));

// The page asks for this when the person taps "Update": never on its own, someone may be reading a number.
self.addEventListener('message', (event) => {
	const message: unknown = event.data;
	if (typeof message === 'object' && message !== null && 'type' in message && message.type === 'SKIP_WAITING')
		void self.skipWaiting();
});
