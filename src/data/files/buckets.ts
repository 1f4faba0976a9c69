/**
 * Records are spread over small files so that a phone which already holds the data fetches only the few kilobytes
 * around a changed record. The spread depends on the id alone: a new record moves no other (until the number of
 * buckets doubles).
 */

/** Cards in one file, about: 14 cards are some 2 KB compressed. */
export const CARDS_PER_BUCKET = 14;
/** Details in one file, about: 10 details are some 5 KB compressed. */
export const DETAILS_PER_BUCKET = 10;

/** FNV-1a, 32 bit: a small well-known hash. Where ids stand and their codes in links (lib/plan/codes.ts) hang on it. */
export function hashId(id: string): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < id.length; i++) {
		hash ^= id.charCodeAt(i);
		hash = Math.imul(hash, 0x01000193);
	}
	return hash >>> 0;
}

/** How many buckets `count` records want at `perBucket` each: a power of two, so that growth splits and never shuffles. */
export function bucketCount(count: number, perBucket: number): number {
	let buckets = 1;
	while (buckets * perBucket < count) buckets *= 2;
	return buckets;
}

/** The bucket, from 0, of an id among `buckets`. */
export function bucketOf(id: string, buckets: number): number {
	return hashId(id) % buckets;
}

/** Spreads `items` over buckets by id. Gives a list of lists, each sorted by id; some may be empty. */
export function spread<T extends { id: string }>(items: readonly T[], perBucket: number): T[][] {
	const buckets: T[][] = Array.from({ length: bucketCount(items.length, perBucket) }, () => []);
	for (const item of items) buckets[bucketOf(item.id, buckets.length)]?.push(item);
	for (const bucket of buckets) bucket.sort((a, b) => (a.id < b.id ? -1 : 1));
	return buckets;
}
