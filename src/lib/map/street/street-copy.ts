import type { StreetFile } from '../../../data/places/map.ts';

/** Name of the cache that holds street detail. Documented in PRIVACY: one published file, nothing about the person. */
export const STREET_CACHE = 'fingerpost-streets';

/** Told while saving: bytes so far, of how many. */
export type SaveProgress = (bytes: number, total: number) => void;

/** How saving ended. */
export type SaveResult = 'saved' | 'failed' | 'stopped' | 'full';

/**
 * The whole street file on this device. It is kept under its address and hash, so that a newer file replaces it. Nothing
 * here throws: without a cache there is no copy.
 */
export class StreetCopy {
	readonly #address: string;
	readonly #url: string;
	readonly #bytes: number;

	/** @param url where the file stands on this site */
	constructor(file: StreetFile, url: string) {
		this.#url = url;
		this.#address = `${url}?${file.hash}`;
		this.#bytes = file.bytes;
	}

	/** The file, when all of it is here. */
	async held(): Promise<Blob | undefined> {
		try {
			// Opening a cache makes one: where nothing is kept, nothing should be left behind either.
			if (!(await caches.has(STREET_CACHE))) return undefined;
			const cache = await caches.open(STREET_CACHE);
			const blob = await (await cache.match(this.#address))?.blob();
			return blob?.size === this.#bytes ? blob : undefined;
		} catch {
			return undefined;
		}
	}

	/** Fetches the file and keeps it; older files go. Half a file is never kept. */
	async save(onProgress: SaveProgress, stop: AbortSignal): Promise<SaveResult> {
		try {
			if (!(await hasRoomFor(this.#bytes))) return 'full';
			const response = await fetch(this.#url, { cache: 'no-store', credentials: 'omit', signal: stop });
			if (response.status !== 200 || !response.body) return 'failed';
			const counted = response.body.pipeThrough(countBytes((bytes) => onProgress(bytes, this.#bytes)));
			await this.delete();
			const cache = await caches.open(STREET_CACHE);
			await cache.put(this.#address, new Response(counted));
			if (await this.held()) return 'saved';
			await this.delete();
			return 'failed';
		} catch (error) {
			if (stop.aborted) return 'stopped';
			return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'failed';
		}
	}

	/** Deletes every street file from this device. */
	async delete(): Promise<void> {
		await caches.delete(STREET_CACHE).catch(() => false);
	}
}

function countBytes(onBytes: (bytes: number) => void): TransformStream<Uint8Array, Uint8Array> {
	let bytes = 0;
	return new TransformStream({
		transform(chunk, controller) {
			bytes += chunk.length;
			onBytes(bytes);
			controller.enqueue(chunk);
		}
	});
}

/** True when the browser does not say that there is too little room. */
async function hasRoomFor(bytes: number): Promise<boolean> {
	const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
	return quota === undefined || usage === undefined || quota - usage > bytes;
}
