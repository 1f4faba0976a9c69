import { ELSEWHERE, type Places, type Sector } from '../../data/places/places.ts';
import { sortByDistance, type Point } from './distance.ts';

/** A person near the edge of an area hears of the areas within this many miles. */
const NEAR_MILES = 40;

/** More postcodes than the exceptions of any sector. */
const SECTOR_WEIGHT = 1000;

/** All councils that sectors touch, the one with most sectors first, then the one with most exceptions. */
export function candidates(sectors: readonly Sector[], places: Places): { councils: string[]; partlyOutside?: true } {
	const weights = new Map<number, number>();
	const add = (index: number, weight: number) => weights.set(index, (weights.get(index) ?? 0) + weight);
	for (const [, , , main, exceptions = {}] of sectors) {
		add(main, SECTOR_WEIGHT);
		for (const [index, units] of Object.entries(exceptions)) add(Number(index), units.length / 2);
	}
	const ordered = [...weights].sort((a, b) => b[1] - a[1]).map(([index]) => index);
	const councils = ordered.flatMap((index) => places.councils[index]?.id ?? []);
	return weights.has(ELSEWHERE) ? { councils, partlyOutside: true } : { councils };
}
/** The council and the area, where all candidates agree. */
export function agreed(
	councils: readonly string[],
	partlyOutside: true | undefined,
	places: Places
): { council?: string; area?: string } {
	if (partlyOutside) return {};
	const areas = new Set(places.councils.filter(({ id }) => councils.includes(id)).map(({ area }) => area));
	const [council] = councils;
	const [area] = areas;
	return { ...(councils.length === 1 ? { council } : {}), ...(areas.size === 1 ? { area } : {}) };
}

/** Ids of the areas whose councils have their middle near a point, nearest first. */
export function nearAreas(point: Point, places: Places): string[] {
	const near = sortByDistance(point, places.councils, (council) => [council]).filter(
		({ miles = Infinity }) => miles <= NEAR_MILES
	);
	return [...new Set(near.map(({ thing }) => thing.area))];
}
