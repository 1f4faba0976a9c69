/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/// <reference types="@sveltejs/kit" />
import { cacheNames, setCacheNameDetails } from 'workbox-core';
import { registerRoute } from 'workbox-routing';
import { KeptFiles } from './lib/offline/worker/kept-files.ts';
import { KEEP_TOOLS } from './lib/offline/worker/tool-pages.ts';
import { PageServer } from './lib/offline/worker/page-server.ts';
import { dropOtherData, prepareData } from './lib/offline/worker/data-shape.ts';
import { APP_CACHE_NAME, APP_CACHE_PREFIX, TOOLS_CACHE_END } from './lib/offline/storage-keys.ts';

declare const self: ServiceWorkerGlobalScope;

/** The path that the site stands under. Kit's module would bring the names of all files, thrice the worker's own size. */
const base = new URL(self.registration.scope).pathname.replace(/\/$/, '');

setCacheNameDetails({ prefix: APP_CACHE_PREFIX, precache: APP_CACHE_NAME });

// The worker keeps the app: shell, home and emergency page, code, styles, icons. Data is kept by the page (lib/offline).
const list = self.__APP_FILES__;
const app = new KeptFiles(list, cacheNames.precache);
// Code of the pages for work: kept once one of them is opened, and up to date from then on.
const tools = new KeptFiles(list.tools, cacheNames.precache + TOOLS_CACHE_END);
const pages = new PageServer(base, app, tools);
registerRoute(
	({ request, url }) => request.mode === 'navigate' && pages.has(url),
	({ request, url }) => pages.get(request, url)
);
registerRoute(app.route());
registerRoute(tools.route());

async function install(event: ExtendableEvent): Promise<void> {
	await app.fill(event);
	if (await tools.isKept()) await keepTools(event);
}

async function keepTools(event: ExtendableEvent): Promise<void> {
	try {
		await tools.fill(event);
	} catch {
		// No network or no room: these pages then need a connection.
	}
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
	if (message.type === KEEP_TOOLS) event.waitUntil(keepTools(event));
});
