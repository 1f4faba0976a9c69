import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import * as v from 'valibot';
import type { LonLat } from '../../data/places/map-lines.ts';
import type { StreetFile } from '../../data/places/map.ts';
import { BoundaryFile, BuiltUpFile } from '../schema/places/map.ts';

/** Shapes that the map is made from, in degrees. */
export interface MapSources {
	/** Outer rings of the world's land. */
	land: LonLat[][];
	builtUp: LonLat[][];
	/** Lines between councils, by name; `elsewhere` is outside the five areas. */
	boundaries: { between: readonly [string, string]; line: LonLat[] }[];
	/** Street detail, when a deployer has put it there. */
	street?: StreetFile;
}

/** Where a deployer puts street detail, from the folder of static files. */
export const STREET_PATH = 'map/basemap.pmtiles';

const HASH_LENGTH = 12;

/**
 * Reads what the map is made from: content/places, Natural Earth's land (npm package world-atlas) and, when it is there,
 * the size and hash of static/map/basemap.pmtiles.
 * @param root the project folder
 * @throws when a file is missing (except the last) or not in the shape it should have
 */
export function readMapSources(root: string): MapSources {
	const shape = <Schema extends v.GenericSchema>(name: string, schema: Schema): v.InferOutput<Schema> =>
		v.parse(schema, JSON.parse(readFileSync(join(root, 'content/places', name), 'utf8')));
	const street = readStreet(join(root, 'static', STREET_PATH));
	return {
		land: readLand(),
		builtUp: shape('built-up-areas.geojson', BuiltUpFile).features.map(({ geometry }) => geometry.coordinates[0]),
		boundaries: shape('council-boundaries.geojson', BoundaryFile).features.map(({ properties, geometry }) => ({
			between: properties.between,
			line: geometry.coordinates
		})),
		...(street && { street })
	};
}

type LandTopology = Topology<{ land: GeometryCollection }>;
const LandFile = v.custom<LandTopology>(
	(value) => v.is(v.object({ type: v.literal('Topology'), objects: v.object({ land: v.object({}) }) }), value),
	'world-atlas/land-10m.json is not a topology of land'
);

function readLand(): LonLat[][] {
	const file = createRequire(import.meta.url).resolve('world-atlas/land-10m.json');
	const topology = v.parse(LandFile, JSON.parse(readFileSync(file, 'utf8')));
	return feature(topology, topology.objects.land).features.flatMap(({ geometry }) => {
		const polygons =
			geometry.type === 'MultiPolygon' ? geometry.coordinates : geometry.type === 'Polygon' ? [geometry.coordinates] : [];
		return polygons.map(([outer = []]) => outer.map(([lon = 0, lat = 0]): LonLat => [lon, lat]));
	});
}

function readStreet(file: string): StreetFile | undefined {
	const bytes = statSync(file, { throwIfNoEntry: false })?.size;
	if (bytes === undefined) return undefined;
	const hash = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, HASH_LENGTH);
	return { path: STREET_PATH, bytes, hash };
}
