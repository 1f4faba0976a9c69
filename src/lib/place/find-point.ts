import { DEGREE_STEPS, type Places, type Sector } from '../../data/places/places.ts';
import { agreed, candidates, nearAreas } from './candidates.ts';
import { distanceMiles, type Point } from './distance.ts';
import type { FoundPlace } from './find-postcode.ts';

/** A point farther than this from the middle of every postcode sector that we know is outside the areas. */
const OUTSIDE_MILES = 6;
/** Sectors whose middle is no more than this many times as far as the nearest may hold the point as well. */
const AS_NEAR = 1.6;

/**
 * Where a device's point is: the sectors that it may lie in, and so the councils. The tables know the middle of each
 * sector and not its edge, so the answer is never more exact than that, and names all candidates.
 * @param point degrees, WGS 84, from the device; it goes nowhere
 */
export function findPoint(point: Point, places: Places): FoundPlace {
	const sectors = Object.values(places.sectors)
		.flat()
		.map((sector) => ({ sector, miles: distanceMiles(point, middle(sector)) }))
		.sort((a, b) => a.miles - b.miles);
	const nearest = sectors[0]?.miles ?? Infinity;
	const around = nearest > OUTSIDE_MILES ? [] : sectors.filter(({ miles }) => miles <= nearest * AS_NEAR);
	const { councils, partlyOutside } = candidates(
		around.map(({ sector }) => sector),
		places
	);
	const name = 'Where you are';
	if (!councils.length) {
		return {
			precision: 'outside',
			name,
			councils,
			outside: { nation: 'england', near: nearAreas(point, places) },
			...point
		};
	}
	return {
		precision: 'sector',
		name,
		...agreed(councils, partlyOutside, places),
		councils,
		...(partlyOutside && { partlyOutside }),
		...point
	};
}

function middle([, lat, lon]: Sector): Point {
	return { lat: lat / DEGREE_STEPS, lon: lon / DEGREE_STEPS };
}
