/**
 * Kill switch. Served in place of /service-worker.js it takes Fingerpost's service worker off every phone that comes
 * back: see deploy/README.md. The saved list of services stays: pages keep that themselves, each file checked by its hash.
 */
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(leave()));

async function leave() {
	const names = await caches.keys();
	await Promise.all(names.filter((name) => name.startsWith('fingerpost-app-')).map((name) => caches.delete(name)));
	await self.registration.unregister();
}
