import { INDEX } from '../store/data-index.ts';
import { DataStore } from '../store/data-store.ts';
import { fetchFrom } from '../store/fetch-data.ts';
import { CacheShelf } from '../store/shelf.ts';
import { isOtherDataCache } from '../storage-keys.ts';

/**
 * A new version of the app may read data in another shape than the one that this device holds. Then the data of the new
 * shape is saved, beside the old, before the new version is installed: whoever opens it next may have no network.
 * Does nothing on a first visit, when the page saves the data itself. `folder`: of data files, ends in a slash.
 * @throws when the data did not all come: the version is not installed, the old one stays, the browser tries again
 */
export async function prepareData(folder: string): Promise<void> {
	if (!(await caches.keys()).some(isOtherDataCache)) return;
	const shelf = await CacheShelf.open(folder);
	if ((await shelf.get(INDEX)) !== undefined) return;
	const { state } = await new DataStore(shelf, fetchFrom(folder)).refresh(Date.now());
	if (state !== 'saved') throw new Error(`The data for this version could not be saved: ${state}.`);
}

/** Lets go of data in shapes that this version does not read. */
export async function dropOtherData(): Promise<void> {
	const names = await caches.keys();
	await Promise.all(names.filter(isOtherDataCache).map((name) => caches.delete(name)));
}
