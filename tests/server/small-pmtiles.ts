import { gzipSync } from 'node:zlib';
import GeoJSONVT from 'geojson-vt';
import type { FeatureCollection } from 'geojson';
import { zxyToTileId } from 'pmtiles';
import { fromGeojsonVt } from 'vt-pbf';

/** Bytes of a PMTiles header (version 3). */
const HEADER = 127;
const GZIP = 2;
const NO_COMPRESSION = 1;
const MVT = 1;
const MOST_ZOOM = 10;

export interface SmallArea {
	west: number;
	south: number;
	east: number;
	north: number;
}

/**
 * A small PMTiles file, as `pmtiles extract` makes them: one layer, `earth`, over an area, in tiles of zoom 0 to 10.
 * See https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md
 */
export function smallPmtiles(area: SmallArea): Buffer {
	const tiles = makeTiles(area).sort((a, b) => a.id - b.id);
	const data = Buffer.concat(tiles.map(({ bytes }) => bytes));
	const directory = writeDirectory(tiles);
	const metadata = Buffer.from(JSON.stringify({ name: 'test', vector_layers: [{ id: 'earth', fields: {} }] }));
	return Buffer.concat([
		writeHeader(area, tiles.length, directory.length, metadata.length, data.length),
		directory,
		metadata,
		data
	]);
}

interface Tile {
	id: number;
	bytes: Buffer;
}

function makeTiles({ west, south, east, north }: SmallArea): Tile[] {
	const earth: FeatureCollection = {
		type: 'FeatureCollection',
		features: [
			{
				type: 'Feature',
				properties: { kind: 'earth' },
				geometry: {
					type: 'Polygon',
					coordinates: [
						[
							[west, south],
							[east, south],
							[east, north],
							[west, north],
							[west, south]
						]
					]
				}
			}
		]
	};
	const index = new GeoJSONVT(earth, { maxZoom: MOST_ZOOM, indexMaxZoom: MOST_ZOOM, indexMaxPoints: 0 });
	return index.tileCoords.flatMap(({ z, x, y }) => {
		const tile = index.getTile(z, x, y);
		return tile ? [{ id: zxyToTileId(z, x, y), bytes: gzipSync(fromGeojsonVt({ earth: tile }, { version: 2 })) }] : [];
	});
}

function writeDirectory(tiles: readonly Tile[]): Buffer {
	const bytes: number[] = [];
	const write = (value: number) => {
		let rest = value;
		for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
		bytes.push(rest);
	};
	write(tiles.length);
	tiles.forEach(({ id }, i) => write(id - (tiles[i - 1]?.id ?? 0)));
	tiles.forEach(() => write(1));
	tiles.forEach((tile) => write(tile.bytes.length));
	// 0 stands for "right after the one before".
	tiles.forEach((_, i) => write(i === 0 ? 1 : 0));
	return Buffer.from(bytes);
}

function writeHeader(area: SmallArea, tiles: number, directory: number, metadata: number, data: number): Buffer {
	const header = Buffer.alloc(HEADER);
	header.write('PMTiles', 0);
	header.writeUInt8(3, 7);
	const sections = [HEADER, directory, HEADER + directory, metadata, 0, 0, HEADER + directory + metadata, data];
	[...sections, tiles, tiles, tiles].forEach((value, i) => header.writeBigUInt64LE(BigInt(value), 8 + 8 * i));
	const bytes = [1, NO_COMPRESSION, GZIP, MVT, 0, MOST_ZOOM];
	bytes.forEach((value, i) => header.writeUInt8(value, 96 + i));
	const corners = [area.west, area.south, area.east, area.north];
	corners.forEach((degrees, i) => header.writeInt32LE(Math.round(degrees * 1e7), 102 + 4 * i));
	header.writeUInt8(8, 118);
	header.writeInt32LE(Math.round(((area.west + area.east) / 2) * 1e7), 119);
	header.writeInt32LE(Math.round(((area.south + area.north) / 2) * 1e7), 123);
	return header;
}
