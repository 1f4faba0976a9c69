import { BY_AREA } from '../../data/files/layout.ts';
import { isPlaces, type Places } from '../../data/places/places.ts';
import type { DataIndex } from '../../data/record.ts';
import type { Point } from '../place/distance.ts';
import { areasAround, areasOfPlace } from './include-place.ts';
import { withParts } from './join-places.ts';

/**
 * A directory that is too large for every phone comes area by area: what is for all of England, and the areas that somebody asks
 * about. Where it comes whole, all of this does nothing, and the app is built without most of it.
 */

/** What is needed of the data: `DataStore` has it. */
export interface AreaSource {
	index(): Promise<DataIndex>;
	include(areas: readonly string[]): Promise<boolean>;
	file<T>(role: string, guard: (value: unknown) => value is T): Promise<T>;
	each<T>(role: string, guard: (value: unknown) => value is T): Promise<T[]>;
}

/** The table of places: of all areas, or of those in use. Throws what `source` throws when some of it cannot be had. */
export async function readPlaces(source: Pick<AreaSource, 'file' | 'each'>): Promise<Places> {
	const everyone = await source.file('places', isPlaces);
	const parts = BY_AREA ? await source.each('places', isPlaces) : [];
	return parts.length === 0 ? everyone : withParts(everyone, parts);
}

/**
 * Takes up the areas that somebody may mean by a postcode, or a part of one, or the name of a town. Names are looked up on the device,
 * in a list of all: nobody is told what was typed. Gives true when there is more to look in than before. Throws DataUnavailable when
 * that cannot be told.
 */
export async function includePlace(source: AreaSource, typed: string): Promise<boolean> {
	if (!BY_AREA || !(await source.index()).areas || !typed.trim()) return false;
	return source.include(await areasOfPlace(source, typed));
}

/** … the areas around a point. */
export async function includePoint(source: AreaSource, point: Point): Promise<boolean> {
	if (!BY_AREA || !(await source.index()).areas) return false;
	return source.include(await areasAround(source, point));
}
