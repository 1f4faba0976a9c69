import type { MapBase } from '../../data/places/map.ts';
import { EXTRACT_HEIGHT, EXTRACT_WIDTH, mapExtract, projection, type MapExtract } from './extract.ts';

/** A place to draw on a small map. */
export interface PlacePoint {
	lat: number;
	lon: number;
	/** The point is near the place and not at its door. */
	approx?: true;
}

/** Miles across, for one place: enough to show the next towns. */
const MILES_FOR_ONE = 9;
/** Places that lie farther apart than this make no small map: nobody would know where they are. */
const MOST_MILES = 60;
/** Places fill at most this share of the frame. */
const FILL = 0.75;

const MILES_NORTH = 69.1;

/**
 * The small map for the places of one service.
 * @param places as in a card; those without a point are left out
 * @returns undefined when no place has a point, or they lie too far apart for one small map
 */
export function extractFor(base: MapBase, places: readonly Partial<PlacePoint>[]): MapExtract | undefined {
	const points = placePoints(places);
	if (points.length === 0) return undefined;
	const [south, north] = ends(points.map(({ lat }) => lat));
	const [west, east] = ends(points.map(({ lon }) => lon));
	const lat = (south + north) / 2;
	const across = (east - west) * MILES_NORTH * Math.cos((lat * Math.PI) / 180);
	const high = ((north - south) * MILES_NORTH * EXTRACT_WIDTH) / EXTRACT_HEIGHT;
	const miles = Math.max(MILES_FOR_ONE, across / FILL, high / FILL);
	if (miles > MOST_MILES) return undefined;
	const marked = points.map((point) => [point.lon, point.lat] as const);
	return mapExtract(base, lat, (west + east) / 2, Math.round(miles * 10) / 10, marked);
}

/** The places that have a point, each point once. */
export function placePoints(places: readonly Partial<PlacePoint>[]): PlacePoint[] {
	const points = new Map<string, PlacePoint>();
	for (const { lat, lon, approx } of places) {
		if (lat === undefined || lon === undefined) continue;
		points.set(`${lat} ${lon}`, { lat, lon, ...(approx && { approx }) });
	}
	return [...points.values()];
}

/** Where places stand on a small map, in its units. */
export function onExtract(
	extract: MapExtract,
	places: readonly PlacePoint[]
): { x: number; y: number; approx: boolean }[] {
	const project = projection(extract);
	return places.map(({ lat, lon, approx }) => {
		const [x, y] = project([lon, lat]);
		return { x: Math.round(x), y: Math.round(y), approx: approx === true };
	});
}

function ends(values: readonly number[]): [least: number, most: number] {
	return [Math.min(...values), Math.max(...values)];
}
