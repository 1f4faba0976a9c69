import { TOWNS } from '../../data/packs.ts';
import type { Places } from '../../data/places.ts';
import type { DataIndex } from '../../data/record.ts';
import {
	isAreaNames,
	isDistricts,
	isTowns,
	type AreaName,
	type Districts,
	type Towns
} from '../../data/whereabouts.ts';
import { sortByDistance, type Point } from './distance.ts';
import { findName } from './names.ts';
import { parsePostcode } from './postcode.ts';
import { readPlaces } from './read-places.ts';

/** What is needed of the data: `DataStore` has it. */
export interface AreaSource {
	index(): Promise<DataIndex>;
	include(areas: readonly string[]): Promise<boolean>;
	file<T>(role: string, guard: (value: unknown) => value is T): Promise<T>;
	each<T>(role: string, guard: (value: unknown) => value is T): Promise<T[]>;
}

/** A point is looked up in the areas of so many of the nearest councils: its own may be long, and have its middle elsewhere. */
const COUNCILS_AROUND = 4;

/**
 * Where the directory comes area by area: takes up the areas that somebody may mean by a postcode, or a part of one, or the name of
 * a town. Names are looked up on the device, in a list of all: nobody is told what was typed. Gives true when there is more to look in
 * than before. Throws DataUnavailable when that cannot be told.
 */
export async function includePlace(source: AreaSource, typed: string): Promise<boolean> {
	if (!(await source.index()).areas || !typed.trim()) return false;
	const districts = areasByDistrict(await source.file('districts', isDistricts));
	const outward = parsePostcode(typed, (code) => districts.has(code))?.outward;
	const areas = outward === undefined ? undefined : districts.get(outward);
	if (areas) return source.include(areas);
	if (isOneOf(await readPlaces(source), typed)) return false;
	return source.include(areasOfName(typed, await source.file(TOWNS, isTowns)));
}

/** … the areas around a point. */
export async function includePoint(source: AreaSource, point: Point): Promise<boolean> {
	if (!(await source.index()).areas) return false;
	const areas = await source.file('area-names', isAreaNames);
	const councils = areas.flatMap(({ id, councils }) => councils.map(({ at: [lat, lon] }) => ({ id, lat, lon })));
	const around = sortByDistance(point, councils, (council) => [council]).slice(0, COUNCILS_AROUND);
	return source.include(around.map(({ thing }) => thing.id));
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

/** The areas of the one place that may be meant; none when it may be several, or none. */
function areasOfName(typed: string, towns: Towns): string[] {
	let places = byTowns.get(towns);
	if (!places) byTowns.set(towns, (places = asPlaces(towns)));
	const found = findName(typed, places);
	return found === undefined || Array.isArray(found)
		? []
		: found.councils.flatMap((council) => places.councils[council]?.area ?? []);
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
