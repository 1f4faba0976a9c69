/** A file that the service worker keeps, as `scripts/fill-precache.js` writes it into the list. */
export interface AppFile {
	url: string;
	revision: string | null;
	/** Start of the SHA-256 of its bytes, 6 bytes in base64, as many as names of data files have: whole ones would be a fifth of the worker. */
	hash: string;
}

/** One file with the bytes of many: most of the app's code in one request, and a tenth smaller than one by one. */
export interface Bundle {
	url: string;
	/** Positions in the list of files, in the order in which they stand in the bundle, each with its length in bytes. */
	parts: readonly (readonly [file: number, bytes: number])[];
}

/** Files that are kept together, and the bundle of those that a page does not fetch itself. */
export interface AppFiles {
	files: readonly AppFile[];
	bundle: Bundle;
}

/** Only code and styles come in it: pages keep the headers that their host sends. */
const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css' };

/**
 * Puts files of the app that are missing from the cache of this name there, from the bundle, each only if its bytes are what its hash says.
 * Does nothing where most are there already: what changed then comes cheaper by itself. Whatever goes wrong, it gives up
 * quietly, since each file can still be fetched alone. `keyOf` gives the address under which the cache has a file.
 */
export async function fillFromBundle(
	cacheName: string,
	{ bundle, files }: AppFiles,
	keyOf: (url: string) => string | undefined
): Promise<void> {
	try {
		const cache = await caches.open(cacheName);
		let start = 0;
		const parts = bundle.parts.flatMap(([position, bytes]) => {
			const file = files[position];
			const key = file && keyOf(file.url);
			start += bytes;
			return file && key !== undefined ? [{ file, key, start: start - bytes, end: start }] : [];
		});
		const there = await Promise.all(parts.map(({ key }) => cache.match(key)));
		const missing = parts.filter((_, i) => there[i] === undefined);
		if (missing.length <= parts.length / 2) return;
		const response = await fetch(bundle.url, { credentials: 'omit', redirect: 'error' });
		if (!response.ok) return;
		const all = await response.arrayBuffer();
		for (const { file, key, start: from, end } of missing) {
			const bytes = all.slice(from, end);
			const type = TYPES[file.url.slice(file.url.lastIndexOf('.') + 1)];
			if (type !== undefined && (await hashOf(bytes)) === file.hash)
				await cache.put(key, new Response(bytes, { headers: { 'content-type': type } }));
		}
	} catch {
		// Each file comes alone.
	}
}

/** Bytes of a SHA-256 that tell whether a file is whole: nobody makes another file with the same by accident. */
export const HASH_BYTES = 6;

/** The hash of a file's bytes, as the list has it. */
export async function hashOf(bytes: ArrayBuffer): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', bytes);
	return btoa(String.fromCharCode(...new Uint8Array(digest, 0, HASH_BYTES)));
}
