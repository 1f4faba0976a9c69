import { TOWNS } from '../../data/files/packs.ts';
import type { Places } from '../../data/places/places.ts';
import { isAreaNames, isDistricts, isTowns, type Districts, type Towns } from '../../data/places/whereabouts.ts';
import { sortByDistance, type Point } from '../place/distance.ts';
import { findName } from '../place/names.ts';
import { parsePostcode } from '../place/postcode.ts';
import { readPlaces, type AreaSource } from './index.ts';

/** A point is looked up in the areas of so many of the nearest councils: its own may be long, and have its middle elsewhere. */
const COUNCILS_AROUND = 4;

/** The areas that somebody may mean by a postcode, or a part of one, or the name of a town. */
export async function areasOfPlace(source: AreaSource, typed: string): Promise<readonly string[]> {
	const districts = areasByDistrict(await source.file('districts', isDistricts));
	const outward = parsePostcode(typed, (code) => districts.has(code))?.outward;
	const areas = outward === undefined ? undefined : districts.get(outward);
	if (areas) return areas;
	return isOneOf(await readPlaces(source), typed) ? [] : areasOfName(typed, await source.file(TOWNS, isTowns));
}

/** The areas around a point. */
export async function areasAround(source: AreaSource, point: Point): Promise<readonly string[]> {
	const areas = await source.file('area-names', isAreaNames);
	const councils = areas.flatMap(({ id, councils }) => councils.map(({ at: [lat, lon] }) => ({ id, lat, lon })));
	const around = sortByDistance(point, councils, (council) => [council]).slice(0, COUNCILS_AROUND);
	return around.map(({ thing }) => thing.id);
}

function areasByDistrict(districts: Districts): ReadonlyMap<string, readonly string[]> {
	const areas = new Map<string, string[]>();
	for (const [area, codes] of Object.entries(districts)) {
		for (const code of codes.split(' ')) areas.set(code, [...(areas.get(code) ?? []), area]);
	}
	return areas;
}

/** True for a name of one place, in one of these areas. */
function isOneOf(places: Places, typed: string): boolean {
	const found = findName(typed, places);
	return found !== undefined && !Array.isArray(found) && found.councils.length > 0;
}

const byTowns = new WeakMap<Towns, Places>();

/** The areas that have a place of the one name that may be meant; none when it may be several names, or none. */
function areasOfName(typed: string, towns: Towns): string[] {
	let places = byTowns.get(towns);
	if (!places) byTowns.set(towns, (places = asPlaces(towns)));
	const found = findName(typed, places);
	if (found === undefined || Array.isArray(found)) return [];
	return Object.keys(towns).filter((area) => towns[area]?.includes(found.name));
}

/** Names without a position: an area stands for the council of each. */
function asPlaces(towns: Towns): Places {
	const areas = Object.keys(towns);
	return {
		councils: areas.map((id) => ({ id, name: id, area: id, upperTier: id, lat: 0, lon: 0 })),
		sectors: {},
		names: areas.flatMap((area, index) => (towns[area] ?? []).map((name) => [name, 0, 0, index] as const))
	};
}
