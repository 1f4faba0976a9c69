import { INDEX, type Fetch } from './data-store.ts';

/** Longer than this and a phone is better off with what it has. */
const TIMEOUT_MS = 20_000;

/**
 * Fetches data files from `folder` (ends in a slash) and gives their text only when it is whole and true: an answer
 * of 200, JSON by its type, and bytes that match the hash in the name. Anything else (captive portal, error page,
 * half a file, no network, no answer in time) gives undefined.
 */
export function fetchFrom(folder: string, fetch: typeof globalThis.fetch = globalThis.fetch): Fetch {
	return async (name) => {
		try {
			const response = await fetch(folder + name, {
				cache: name === INDEX ? 'no-cache' : 'default',
				credentials: 'omit',
				redirect: 'error',
				signal: AbortSignal.timeout(TIMEOUT_MS)
			});
			if (!response.ok || !/\bjson\b/.test(response.headers.get('content-type') ?? '')) return undefined;
			const text = await response.text();
			return name === INDEX || (await matchesName(name, text)) ? text : undefined;
		} catch {
			return undefined;
		}
	};
}

/** True when the hash in a file's name is the start of the SHA-256 of its text. */
export async function matchesName(name: string, text: string): Promise<boolean> {
	const wanted = /\.([0-9a-f]+)\.json$/.exec(name)?.[1];
	if (wanted === undefined) return false;
	// Without TLS (trying the app on a phone by its network address) browsers have no crypto.subtle and keep nothing either.
	if (globalThis.crypto?.subtle === undefined) return true;
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
	const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
	return hex.startsWith(wanted);
}
