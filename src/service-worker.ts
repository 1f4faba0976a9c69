/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/// <reference types="@sveltejs/kit" />
import { base } from '$service-worker';
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope;

// The worker keeps the app: shell, home and emergency page, code, styles, icons. Data is kept by the page (lib/offline).
precacheAndRoute(self.__PRECACHE__);
cleanupOutdatedCaches();

// Any other page is the shell, which draws it from the data on the device. Files and the open data folder are not pages.
registerRoute(
	new NavigationRoute(createHandlerBoundToURL(`${base}/shell.html`), {
		denylist: [/\/[^/?]+\.[a-z0-9]+$/i, /\/data\//]
	})
);

// The page asks for this when the person taps "Update": never on its own, someone may be reading a number.
self.addEventListener('message', (event) => {
	const message: unknown = event.data;
	if (typeof message === 'object' && message !== null && 'type' in message && message.type === 'SKIP_WAITING')
		void self.skipWaiting();
});
