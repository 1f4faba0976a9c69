import { base } from '$app/paths';
import type { DataStore, Fetch } from './store/data-store.ts';

let store: Promise<DataStore> | undefined;

/**
 * The directory's data: from the device or the origin in a browser, from the disk while pages are prerendered. Its code
 * comes with the first call: a page that was prerendered stands without it.
 */
export function directory(): Promise<DataStore> {
	store ??= import.meta.env.SSR ? fromDisk() : fromDevice();
	// Its code did not come: the next call asks again.
	store.catch(() => (store = undefined));
	return store;
}

async function fromDevice(): Promise<DataStore> {
	const { openStore } = await import('./store/open-store.ts');
	return openStore(`${base}/data/`);
}

async function fromDisk(): Promise<DataStore> {
	const { readFile } = await import('node:fs/promises');
	const { DataStore } = await import('./store/data-store.ts');
	const { MemoryShelf } = await import('./store/shelf.ts');
	const read: Fetch = (name) => readFile(`static/data/${name}`, 'utf8').catch(() => undefined);
	return new DataStore(new MemoryShelf(), read, 'all');
}
