import { gzipSync } from 'node:zlib';
import { indexRole, splitIndex } from '../../../data/files/area-index.ts';
import type { MapDetail, MapFile } from '../../../data/places/map.ts';
import { areaRole, TOWNS } from '../../../data/files/packs.ts';
import type { Places } from '../../../data/places/places.ts';
import type { AreaIndex } from '../../../data/record.ts';
import type { AreaName } from '../../../data/places/whereabouts.ts';
import type { BundleFile } from '../bundles.ts';
import { dataFile, type DataFile } from '../data-file.ts';
import { splitMap } from './map.ts';
import { splitPlaces } from './places.ts';
import { compileWhereabouts } from './whereabouts.ts';

/**
 * How the directory comes to a phone. `whole`: everything, for everyone. `by-area`: what is for all of England, and the areas that
 * a person asks about.
 */
export type Layout = 'whole' | 'by-area';

/** The most that every phone is asked to keep, in bytes of gzip: the budget of ARCHITECTURE.md for all areas. */
export const MOST_WHOLE = 900_000;

/** The layout for a directory with these bundles (`compileBundles`). */
export function layoutFor(bundles: readonly BundleFile[]): Layout {
	return bundles.reduce((sum, { text }) => sum + gzipSync(text).length, 0) > MOST_WHOLE ? 'by-area' : 'whole';
}

/** Places and map as files for everyone and for each area, with what tells which area something is in. */
export function filesByArea(from: {
	places: Places;
	map: { file: MapFile; details: ReadonlyMap<string, MapDetail> };
	areas: readonly { id: string; name: string }[];
	homes: ReadonlyMap<string, string>;
}): DataFile[] {
	const places = splitPlaces(from.places);
	const map = splitMap(from.map.file, from.map.details);
	return [
		dataFile('area-names', areaNames(from.areas, from.places)),
		dataFile('districts', places.districts),
		dataFile(TOWNS, places.towns),
		dataFile('places', places.everyone),
		...[...places.parts].map(([area, part]) => dataFile(areaRole('places', area), part)),
		dataFile('map', map.file),
		...[...map.details].map(([area, detail]) => dataFile(areaRole('map', area), detail)),
		...compileWhereabouts(from.homes)
	];
}

function areaNames(areas: readonly { id: string; name: string }[], { councils }: Places): AreaName[] {
	return areas.map(({ id, name }) => ({
		id,
		name,
		councils: councils.filter(({ area }) => area === id).map((council) => ({ name: council.name, at: [council.lat, council.lon] }))
	}));
}

/** The index for everyone, and the files of its parts for each area. */
export function indexByArea(
	named: AreaIndex,
	homes: ReadonlyMap<string, string>
): { everyone: AreaIndex & { areas: Record<string, string> }; parts: DataFile[] } {
	const { everyone, parts } = splitIndex(named, (id) => homes.get(id));
	const files = [...parts].map(([area, part]) => [area, dataFile(indexRole(area), part)] as const);
	return {
		everyone: { ...everyone, areas: Object.fromEntries(files.map(([area, { hash }]) => [area, hash])) },
		parts: files.map(([, file]) => file)
	};
}
