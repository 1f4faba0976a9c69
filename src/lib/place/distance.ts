/** A point in degrees (WGS 84). */
export interface Point {
	lat: number;
	lon: number;
}

const EARTH_RADIUS_MILES = 3958.8;
const RADIANS = Math.PI / 180;

/** Miles between two points as the crow flies. */
export function distanceMiles(a: Point, b: Point): number {
	const lat = (b.lat - a.lat) * RADIANS;
	const lon = (b.lon - a.lon) * RADIANS;
	const half = Math.sin(lat / 2) ** 2 + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * Math.sin(lon / 2) ** 2;
	return 2 * EARTH_RADIUS_MILES * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** Miles for people: "under half a mile", "half a mile", "1 mile", "2.5 miles", "12 miles". Straight lines: say so beside it. */
export function milesWords(miles: number): string {
	if (miles < 0.5) return 'under half a mile';
	const rounded = miles < 10 ? Math.round(miles * 2) / 2 : Math.round(miles);
	if (rounded === 0.5) return 'half a mile';
	return rounded === 1 ? '1 mile' : `${rounded} miles`;
}

/** The miles to the nearest of some points; undefined when there are none with a position. */
export function nearest(from: Point, points: readonly Partial<Point>[]): number | undefined {
	let least: number | undefined;
	for (const { lat, lon } of points) {
		if (lat === undefined || lon === undefined) continue;
		const miles = distanceMiles(from, { lat, lon });
		if (least === undefined || miles < least) least = miles;
	}
	return least;
}

/**
 * Things in order of distance, nearest first; those without a position last, in the order they came.
 * @param pointsOf the places of a thing; the nearest one counts
 */
export function sortByDistance<Thing>(
	from: Point,
	things: readonly Thing[],
	pointsOf: (thing: Thing) => readonly Partial<Point>[]
): { thing: Thing; miles?: number }[] {
	return things
		.map((thing) => {
			const miles = nearest(from, pointsOf(thing));
			return miles === undefined ? { thing } : { thing, miles };
		})
		.sort((a, b) => (a.miles === b.miles ? 0 : (a.miles ?? Infinity) - (b.miles ?? Infinity)));
}
