import { DATA_SCHEMA } from '../../data/record.ts';

/**
 * Everything that this site keeps on a device, and all that it may ever keep: the privacy journeys fail on any other
 * key. Both caches hold published files that are the same for everyone, and nothing about the person. localStorage holds a
 * person's place, plans or messages, each only when they asked for it. There is no cookie, and nothing in sessionStorage or IndexedDB.
 */
const OURS = 'fingerpost-';

/** Cache of the directory's data files (`shelf.ts`), one for each shape of the data so that two versions never mix. */
export const DATA_CACHE_PREFIX = `${OURS}data-`;
export const DATA_CACHE = `${DATA_CACHE_PREFIX}${DATA_SCHEMA}`;

/** Cache of the app's own files, kept by the service worker. Workbox adds the address that the app is served under. */
export const APP_CACHE_PREFIX = 'fingerpost';
export const APP_CACHE_NAME = 'app';
/** After the name of that cache: the one with the code of the pages for work, kept once one of them is opened. */
export const TOOLS_CACHE_END = '-tools';

/** In the data cache beside the data files: the time of the last successful refresh, as `{"at": milliseconds}`. */
export const SAVED_AT = 'saved-at.json';

/** In localStorage: the postcode or town that a person asked this device to remember, as typed. One tap deletes it. */
export const PLACE_KEY = `${OURS}place`;

/** In localStorage: the plans that a person asked this device to keep (`lib/plan/kept.ts`). One tap deletes them. */
export const PLANS_KEY = `${OURS}plans`;

/** In localStorage: messages that something is wrong, which a person asked this device to keep until they can send them. */
export const CORRECTIONS_KEY = `${OURS}corrections`;

/** Keys that may stand in localStorage. In sessionStorage and IndexedDB: none. */
export const WEB_STORAGE_KEYS: readonly string[] = [PLACE_KEY, PLANS_KEY, CORRECTIONS_KEY];

/** True for a cache of this app, and not of another app on the same host. */
export function isOurCache(name: string): boolean {
	return name.startsWith(OURS);
}

/** True for a cache of data in a shape that this version of the app does not read. */
export function isOtherDataCache(name: string): boolean {
	return name.startsWith(DATA_CACHE_PREFIX) && name !== DATA_CACHE;
}
