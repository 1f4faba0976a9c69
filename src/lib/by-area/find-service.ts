import { WHEREABOUTS } from '../../data/files/packs.ts';
import { isWhereabouts } from '../../data/places/whereabouts.ts';
import { bucketOfCode } from '../plan/codes.ts';
import type { AreaSource } from './index.ts';

/** The area of a service, by its code; undefined when there is none of that code. Throws what `source` throws when it cannot be told. */
export async function areaOfCode(source: AreaSource, code: string): Promise<string | undefined> {
	const { files } = await source.index();
	const buckets = Object.keys(files).filter((role) => role.startsWith(WHEREABOUTS)).length;
	const { areas, codes } = await source.file(`${WHEREABOUTS}${bucketOfCode(code, buckets)}`, isWhereabouts);
	return Object.hasOwn(codes, code) ? areas[codes[code] ?? -1] : undefined;
}
