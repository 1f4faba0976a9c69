import { INDEX } from './data-index.ts';
import type { Fetch } from './data-store.ts';

/** Longer than this and a phone is better off with what it has. */
const TIMEOUT_MS = 20_000;
/** A dropped request is asked again after so long: a short wait, then a longer one. */
const RETRY_AFTER_MS = [400, 1_600] as const;
/** No data file is near this long: more is not ours. In characters. */
const LONGEST = 4_000_000;

/** What fetching stands on, so that tests can be quick and bad-tempered. */
export interface Network {
	fetch: typeof globalThis.fetch;
	/** Resolves after so many milliseconds. */
	wait: (ms: number) => Promise<void>;
	/** False when the device knows that there is no network. */
	online: () => boolean;
}

const BROWSER: Network = {
	fetch: (...args) => globalThis.fetch(...args),
	wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
	online: () => globalThis.navigator?.onLine ?? true
};

/**
 * Fetches data files from `folder` (ends in a slash) and gives their text only when it is whole and true: an answer
 * of 200, JSON by its type, and bytes that match the hash in the name. Anything else (captive portal, error page,
 * half a file, no network, no answer in time) gives undefined. What was dropped or came wrong is asked for again, past
 * the browser's own cache; a file that is gone, or a server that does not answer in time, is not.
 */
export function fetchFrom(folder: string, network: Network = BROWSER): Fetch {
	return async (name) => {
		for (let attempt = 0; ; attempt++) {
			const result = await fetchOnce(folder, name, attempt, network.fetch);
			if (result.text !== undefined) return result.text;
			const pause = RETRY_AFTER_MS[attempt];
			if (!result.again || pause === undefined || !network.online()) return undefined;
			await network.wait(pause);
		}
	};
}

async function fetchOnce(
	folder: string,
	name: string,
	attempt: number,
	fetch: Network['fetch']
): Promise<{ text?: string; again: boolean }> {
	const patience = new AbortController();
	const timer = setTimeout(() => patience.abort(), TIMEOUT_MS);
	try {
		const response = await fetch(folder + name, {
			cache: attempt > 0 ? 'reload' : name === INDEX ? 'no-cache' : 'default',
			credentials: 'omit',
			redirect: 'error',
			referrerPolicy: 'no-referrer',
			signal: patience.signal
		});
		if (!response.ok) return { again: response.status >= 500 };
		if (!/\bjson\b/.test(response.headers.get('content-type') ?? '')) return { again: false };
		const text = await response.text();
		const good = text.length <= LONGEST && (name === INDEX ? isWholeJson(text) : await matchesName(name, text));
		return good ? { text, again: false } : { again: true };
	} catch {
		return { again: !patience.signal.aborted };
	} finally {
		clearTimeout(timer);
	}
}

function isWholeJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

/** True when the hash in a file's name is the start of the SHA-256 of its text. */
export async function matchesName(name: string, text: string): Promise<boolean> {
	const wanted = /\.([0-9a-f]{8,64})\.json$/.exec(name)?.[1];
	if (wanted === undefined) return false;
	// Without TLS (trying the app on a phone by its network address) browsers have no crypto.subtle and keep nothing either.
	if (globalThis.crypto?.subtle === undefined) return true;
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
	const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
	return hex.startsWith(wanted);
}
