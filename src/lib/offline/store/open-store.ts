import { DataStore } from './data-store.ts';
import { fetchFrom } from './fetch-data.ts';
import { CacheShelf } from './shelf.ts';

/** The store of the data files in `folder` (ends in a slash): kept in this browser, fetched from the origin. */
export async function openStore(folder: string): Promise<DataStore> {
	return new DataStore(await CacheShelf.open(folder), fetchFrom(folder));
}
