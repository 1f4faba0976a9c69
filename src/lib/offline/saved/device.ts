import { isOurCache, WEB_STORAGE_KEYS } from '../storage-keys.ts';

/** Bytes that the app's own files and data take on this device, as they stand in its caches. 0 where nothing is kept. */
export async function bytesKept(): Promise<number> {
	try {
		const names = (await caches.keys()).filter(isOurCache);
		const sizes = await Promise.all(names.map((name) => bytesIn(name)));
		return sizes.reduce((sum, size) => sum + size, 0);
	} catch {
		return 0;
	}
}

async function bytesIn(name: string): Promise<number> {
	const responses = await (await caches.open(name)).matchAll();
	const sizes = await Promise.all(responses.map(async (response) => (await response.blob()).size));
	return sizes.reduce((sum, size) => sum + size, 0);
}

/**
 * Deletes all that this app keeps on the device: its caches, the service worker of `scope`, and a remembered place. Gives false when
 * something may be left (the browser refused). The next visit saves again.
 */
export async function forgetEverything(scope: string): Promise<boolean> {
	try {
		for (const key of WEB_STORAGE_KEYS) localStorage.removeItem(key);
		const registration = await navigator.serviceWorker?.getRegistration(scope);
		await registration?.unregister();
		const names = 'caches' in globalThis ? (await caches.keys()).filter(isOurCache) : [];
		return (await Promise.all(names.map((name) => caches.delete(name)))).every(Boolean);
	} catch {
		return false;
	}
}

/** Asks the browser not to clear what is saved when the device runs short. It may say no, and may ask the person. */
export async function askToKeep(): Promise<boolean> {
	try {
		return await navigator.storage.persist();
	} catch {
		return false;
	}
}

/** True in Safari on an iPhone or iPad that shows this site as a page and not from the home screen. */
export function isIosBrowser(agent: string, touchPoints: number, standalone: boolean): boolean {
	const ios = /iPhone|iPad|iPod/.test(agent) || (/Macintosh/.test(agent) && touchPoints > 1);
	return ios && !standalone;
}
