/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/// <reference types="@sveltejs/kit" />
import { cacheNames, setCacheNameDetails } from 'workbox-core';
import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { fillFromBundle } from './lib/offline/worker/bundle.ts';
import { KEEP_TOOLS } from './lib/offline/worker/tool-pages.ts';
import { ToolCode } from './lib/offline/worker/tools.ts';
import { PageServer } from './lib/offline/worker/page-server.ts';
import { dropOtherData, prepareData } from './lib/offline/worker/data-shape.ts';
import { APP_CACHE_NAME, APP_CACHE_PREFIX } from './lib/offline/storage-keys.ts';

declare const self: ServiceWorkerGlobalScope;

/** The path that the site stands under. Kit's module would bring the names of all files, thrice the worker's own size. */
const base = new URL(self.registration.scope).pathname.replace(/\/$/, '');

setCacheNameDetails({ prefix: APP_CACHE_PREFIX, precache: APP_CACHE_NAME });

// The worker keeps the app: shell, home and emergency page, code, styles, icons. Data is kept by the page (lib/offline).
const list = self.__APP_FILES__;
const app = new PrecacheController();
app.addToCacheList([...list.files]);
const tools = new ToolCode(list.tools);
const pages = new PageServer(base, list.files.length, (url) => app.matchPrecache(url), tools);
registerRoute(
	({ request, url }) => request.mode === 'navigate' && pages.has(url),
	({ request, url }) => pages.get(request, url)
);
registerRoute(new PrecacheRoute(app));
registerRoute(tools.route());

async function install(event: ExtendableEvent): Promise<void> {
	await fillFromBundle(cacheNames.precache, list, (url) => app.getCacheKeyForURL(url));
	// Fetches what is still missing, one by one.
	await app.install(event);
	await tools.refresh(event);
}
self.addEventListener('install', (event) => event.waitUntil(install(event)));
self.addEventListener('activate', (event) => event.waitUntil(app.activate(event)));
self.addEventListener('activate', (event) => event.waitUntil(tools.activate(event)));

// Data in another shape than the last version's must be here before this version may take over.
self.addEventListener('install', (event) => event.waitUntil(prepareData(`${base}/data/`)));
self.addEventListener('activate', (event) => event.waitUntil(dropOtherData()));

self.addEventListener('message', (event) => {
	const message: unknown = event.data;
	if (typeof message !== 'object' || message === null || !('type' in message)) return;
	// The page asks for this when the person taps "Update": never on its own, someone may be reading a number.
	if (message.type === 'SKIP_WAITING') void self.skipWaiting();
	if (message.type === KEEP_TOOLS) event.waitUntil(tools.keep(event));
});
