import type { LonLat } from '../../../data/places/map-lines.ts';
import type { PlaceTables } from '../../read/place-tables.ts';
import { isElsewhere } from '../../schema/places/places.ts';

/** How far from a line one looks for the people on its side, in degrees north: about one mile. */
const OFFSET = 0.015;
/** East and west, a degree is this much shorter here (cosine of 52° north). */
const SHRINK = 0.616;

/**
 * Tells which council is on which side of a line, by the side that its postcode sectors are nearer to. What is outside
 * the five areas has too few sectors in the tables to be asked.
 * @returns a function: true when `a` is on the left of `line` as one walks along it
 */
export function sideFinder(tables: PlaceTables): (line: readonly LonLat[], a: string, b: string) => boolean {
	const nearest = ([lon, lat]: LonLat, council: string) =>
		Math.min(
			...tables.sectors
				.filter((sector) => sector.council === council)
				.map(({ latitude, longitude }) => Math.hypot((longitude - lon) * SHRINK, latitude - lat))
		);
	return (line, a, b) => {
		let votes = 0;
		for (const [left, right] of besides(line)) {
			if (!isElsewhere(a)) votes += Math.sign(nearest(right, a) - nearest(left, a));
			if (!isElsewhere(b)) votes += Math.sign(nearest(left, b) - nearest(right, b));
		}
		return votes > 0;
	};
}

/** Points to the left and to the right of the middle of each segment. */
function besides(line: readonly LonLat[]): [left: LonLat, right: LonLat][] {
	return line.slice(1).flatMap(([x2, y2], i): [LonLat, LonLat][] => {
		const [x1, y1] = line[i] ?? [x2, y2];
		const [east, north] = [(x2 - x1) * SHRINK, y2 - y1];
		const length = Math.hypot(east, north);
		if (length === 0) return [];
		const [dx, dy] = [(-north / length / SHRINK) * OFFSET, (east / length) * OFFSET];
		const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
		return [
			[
				[x + dx, y + dy],
				[x - dx, y - dy]
			]
		];
	});
}
