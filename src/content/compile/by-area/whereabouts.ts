import { bucketCount } from '../../../data/files/buckets.ts';
import type { Whereabouts } from '../../../data/places/whereabouts.ts';
import { WHEREABOUTS } from '../../../data/files/packs.ts';
import { bucketOfCode, codeOf } from '../../../lib/plan/codes.ts';
import { dataFile, type DataFile } from '../data-file.ts';

/** Services in one file, about: 800 are some 5 KB compressed. */
const PER_BUCKET = 800;

/** The files that tell the area of a service by its code. `homes`: area by id, of all services and of those that are gone. */
export function compileWhereabouts(homes: ReadonlyMap<string, string>): DataFile[] {
	const areas = [...new Set(homes.values())].sort();
	const buckets = Array.from(
		{ length: bucketCount(homes.size, PER_BUCKET) },
		(): Whereabouts => ({ areas, codes: {} })
	);
	for (const [id, area] of [...homes].sort(([a], [b]) => (a < b ? -1 : 1))) {
		const code = codeOf(id);
		const bucket = buckets[bucketOfCode(code, buckets.length)];
		if (bucket) bucket.codes[code] = areas.indexOf(area);
	}
	return buckets.map((bucket, i) => dataFile(`${WHEREABOUTS}${i}`, bucket));
}
