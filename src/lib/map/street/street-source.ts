import type { StreetFile } from '../../../data/places/map.ts';
import { StreetCopy } from './street-copy.ts';

/** Where street detail is read from: a copy on this device, or the site by ranges. */
export type StreetSource = { kind: 'copy'; file: Blob } | { kind: 'site'; url: string };

/** How a PMTiles file begins. */
const MAGIC = 'PMTiles';

/**
 * Finds where street detail can be read.
 * @param url where the file stands on this site
 * @returns `save-first` when the site sends only the whole file, undefined when it cannot be had now
 */
export async function findStreets(file: StreetFile, url: string): Promise<StreetSource | 'save-first' | undefined> {
	const held = await new StreetCopy(file, url).held();
	if (held) return { kind: 'copy', file: held };
	try {
		const response = await fetch(url, { headers: { range: `bytes=0-${MAGIC.length - 1}` }, credentials: 'omit' });
		if (response.status === 206) return (await response.text()) === MAGIC ? { kind: 'site', url } : undefined;
		await response.body?.cancel();
		return response.status === 200 ? 'save-first' : undefined;
	} catch {
		return undefined;
	}
}
