import { parseJson } from './store/parse-json.ts';

/** Id of the block in a prerendered page that holds what its `load` gave. */
export const PAGE_DATA_ID = 'page-data';

/**
 * JSON for a data block in HTML: `<` is escaped, so that no text in it can end the block or start a tag.
 * (U+2028 and U+2029 are allowed in JSON and in HTML alike.)
 */
export function toDataBlock(path: string, data: unknown): string {
	return JSON.stringify({ path, data }).replaceAll('<', '\\u003c');
}

/**
 * Wraps a page's load so that a prerendered page comes to life from its own HTML: no request, and nothing to go wrong
 * on a poor line. Later visits in the app ask `make`. `guard` tells that the block holds what the page expects.
 */
export async function fromPage<T>(
	path: string,
	guard: (value: unknown) => value is T,
	make: () => Promise<T>
): Promise<T> {
	if (!import.meta.env.SSR) {
		const data = readBlock(document.getElementById(PAGE_DATA_ID)?.textContent ?? undefined, path);
		if (guard(data)) return data;
	}
	return make();
}

/** What the block with this text holds for the page at `path`. Gives undefined for any other text, whoever wrote it. */
export function readBlock(text: string | undefined, path: string): unknown {
	const block = parseJson(text);
	return typeof block === 'object' && block !== null && 'path' in block && 'data' in block && block.path === path
		? block.data
		: undefined;
}
