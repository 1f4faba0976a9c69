import { base } from '$app/paths';
import { DataStore, type Fetch } from './data-store.ts';
import { fetchFrom } from './fetch-data.ts';
import { CacheShelf, MemoryShelf } from './shelf.ts';

let store: Promise<DataStore> | undefined;

/** The directory's data: from the device or the origin in a browser, from the disk while pages are prerendered. */
export function directory(): Promise<DataStore> {
	store ??= import.meta.env.SSR ? fromDisk() : fromDevice();
	return store;
}

async function fromDevice(): Promise<DataStore> {
	const folder = `${base}/data/`;
	return new DataStore(await CacheShelf.open(folder), fetchFrom(folder));
}

async function fromDisk(): Promise<DataStore> {
	const { readFile } = await import('node:fs/promises');
	const read: Fetch = (name) => readFile(`static/data/${name}`, 'utf8').catch(() => undefined);
	return new DataStore(new MemoryShelf(), read);
}
