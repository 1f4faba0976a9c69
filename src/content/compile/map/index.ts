import { clipPolygon } from 'lineclip';
import { packLine, packRings, type LonLat } from '../../../data/places/map-lines.ts';
import { MAP_STEPS, OUTSIDE, type MapCouncil, type MapDetail, type MapFile, type SideIndex } from '../../../data/places/map.ts';
import type { MapSources } from '../../read/map-sources.ts';
import type { PlaceTables } from '../../read/place-tables.ts';
import { isElsewhere } from '../../schema/places/places.ts';
import { areaRing, type OrientedLine } from './area-rings.ts';
import { sideFinder } from './sides.ts';

/**
 * The land that is kept: enough of England around the areas for its shape to be known. Maps stay inside it, so that
 * nobody sees the straight edges where it was cut.
 */
const BOX = [-3.4, 50.4, 2.8, 54] as const;

/** A degree of longitude against one of latitude, at 52° north. */
const LONGITUDE_SHARE = 0.616;

const CREDITS = [
	'Land: Natural Earth (public domain).',
	'Boundaries and built-up areas are worked out from postcodes and are not exact. Contains OS data © Crown copyright and database right 2014. Contains Royal Mail data © Royal Mail copyright and database right 2014. Contains National Statistics data © Crown copyright and database right 2014. (Open Government Licence v3.0)',
	'Place names: GeoNames (geonames.org), CC BY 4.0.',
	'Contains NHS information licensed under the Open Government Licence v3.0.'
];

/** The map as files: one for everyone, and what each area has of its own, by its id. */
export interface CompiledMap {
	file: MapFile;
	details: ReadonlyMap<string, MapDetail>;
}

/**
 * The base of the map as the files that browsers draw.
 * @param areas the treatment systems, by id
 * @throws when a boundary names a council that councils.csv does not have, or the edge of an area has a hole in it
 */
export function compileMap(
	sources: MapSources,
	tables: PlaceTables,
	areas: readonly { id: string; name: string }[]
): CompiledMap {
	const systems = areas.filter(({ id }) => tables.councils.some((row) => row.treatment_system === id));
	const councils = tables.councils.map(
		(row): MapCouncil => ({
			name: row.council,
			area: systems.findIndex(({ id }) => id === row.treatment_system),
			at: steps(row)
		})
	);
	const lines = orientLines(sources, tables, councils);
	const rings = systems.map((_, area) =>
		areaRing(lines, (side) => councils[side]?.area === area, centre(tables, systems[area]?.id))
	);
	const boundaries = [...lines];
	const builtUp = builtUpByArea(sources, tables);
	const file: MapFile = {
		box: BOX,
		land: packRings(sources.land.map(clipToBox).filter((ring) => ring.length > 0)),
		builtUp: packRings(builtUp.get(undefined) ?? []),
		areas: systems.map(({ id, name }, area) => ({
			id,
			name,
			ring: (rings[area] ?? []).map((part) => {
				if (typeof part === 'number') return part;
				boundaries.push(part);
				return boundaries.length;
			})
		})),
		boundaries: boundaries.map(({ line, left, right }) => [packLine(line), left, right]),
		councils,
		credits: CREDITS,
		...(sources.street && { street: sources.street })
	};
	const details = systems.map(({ id }) => [id, { builtUp: packRings(builtUp.get(id) ?? []) }] as const);
	return { file, details: new Map(details) };
}

/** Built-up land by the area that it lies in; under no area, what lies in several. */
function builtUpByArea(sources: MapSources, tables: PlaceTables): ReadonlyMap<string | undefined, LonLat[][]> {
	const areaAt = areaFinder(tables);
	const rings = sources.builtUp.toSorted((a, b) => (a[0]?.[0] ?? 0) - (b[0]?.[0] ?? 0));
	const byArea = new Map<string | undefined, LonLat[][]>();
	for (const ring of rings) {
		const areas = new Set(ring.map(areaAt));
		const area = areas.size === 1 ? [...areas][0] : undefined;
		byArea.set(area, [...(byArea.get(area) ?? []), ring]);
	}
	return byArea;
}

/** Gives the area of the nearest postcode sector that lies in one. */
function areaFinder(tables: PlaceTables): (point: LonLat) => string | undefined {
	const areas = new Map(tables.councils.map((row) => [row.council, row.treatment_system]));
	const sectors = tables.sectors.flatMap(({ council, longitude, latitude }) => {
		const area = areas.get(council);
		return area === undefined ? [] : [{ area, longitude, latitude }];
	});
	return ([lon, lat]) => {
		let [nearest, least]: [string | undefined, number] = [undefined, Infinity];
		for (const { area, longitude, latitude } of sectors) {
			const far = Math.hypot((longitude - lon) * LONGITUDE_SHARE, latitude - lat);
			if (far < least) [nearest, least] = [area, far];
		}
		return nearest;
	};
}

const clipToBox = (ring: LonLat[]): LonLat[] => clipPolygon(ring, BOX);

function steps({ latitude, longitude }: { latitude: number; longitude: number }): readonly [number, number] {
	return [Math.round(longitude * MAP_STEPS), Math.round(latitude * MAP_STEPS)];
}

function orientLines(sources: MapSources, tables: PlaceTables, councils: readonly MapCouncil[]): OrientedLine[] {
	const indexOf = (name: string): SideIndex => {
		const index = isElsewhere(name) ? OUTSIDE : councils.findIndex((council) => council.name === name);
		if (index === OUTSIDE && !isElsewhere(name)) throw new Error(`content/places/councils.csv has no council ${name}`);
		return index;
	};
	const isFirstOnLeft = sideFinder(tables);
	return sources.boundaries.map(({ between: [a, b], line }) => {
		const [left, right] = isFirstOnLeft(line, a, b) ? [a, b] : [b, a];
		return { line, left: indexOf(left), right: indexOf(right) };
	});
}

/** The middle of an area's councils. */
function centre(tables: PlaceTables, area: string | undefined): LonLat {
	const rows = tables.councils.filter((row) => row.treatment_system === area);
	const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
	return [mean(rows.map((row) => row.longitude)), mean(rows.map((row) => row.latitude))];
}
