import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { packRings, unpackRings, type LonLat } from '../../../data/places/map-lines.ts';
import { isMapDetail, isMapFile, OUTSIDE, SEA } from '../../../data/places/map.ts';
import { mapBase } from '../../../lib/map/load-map.ts';
import { mapShapes } from '../../../lib/map/shapes.ts';
import { extractFor } from '../../../lib/map/view.ts';
import { readContent } from '../../read/index.ts';
import { readMapSources } from '../../read/map-sources.ts';
import { readPlaceTables } from '../../read/place-tables.ts';
import { compilePlaces } from '../places.ts';
import { areaRing } from './area-rings.ts';
import { compileMap } from './index.ts';
import { rankNames } from './name-ranks.ts';

/** At most 60 KB is asked for; this is what we aim at. */
const MOST_BYTES = 35_000;

const tables = readPlaceTables('.');
const areas = readContent('.').areas.map(({ record }) => record);
const sources = readMapSources('.');
const { street: _, ...withoutStreet } = sources;
const compiled = compileMap(withoutStreet, tables, areas);
const places = compilePlaces(tables, rankNames(tables.names, sources.builtUp, tables));
const base = mapBase(compiled.file, [...compiled.details.values()], places);
const shapes = mapShapes(base);

function isInside([x, y]: LonLat, ring: readonly LonLat[]): boolean {
	let odd = false;
	ring.forEach(([x1, y1], i) => {
		const [x2, y2] = ring[(i + 1) % ring.length] ?? [x1, y1];
		if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) odd = !odd;
	});
	return odd;
}

test('the map of all five areas is small', () => {
	const text = JSON.stringify([compiled.file, ...compiled.details.values()]);
	expect(gzipSync(text).length).toBeLessThan(MOST_BYTES);
	expect(brotliCompressSync(text).length).toBeLessThan(MOST_BYTES);
});

test('the base is what browsers accept, through JSON', () => {
	expect(isMapFile(JSON.parse(JSON.stringify(compiled.file)))).toBe(true);
	expect([null, [], {}, { ...compiled.file, land: undefined }, 'map'].some(isMapFile)).toBe(false);
	for (const detail of compiled.details.values()) expect(isMapDetail(JSON.parse(JSON.stringify(detail)))).toBe(true);
	expect([null, [], {}, { builtUp: 1 }].some(isMapDetail)).toBe(false);
});

test('each area has the built-up land that is all its own, and with what is shared there is all of it', () => {
	const counts = [compiled.file, ...compiled.details.values()].map(({ builtUp }) => builtUp.length);
	expect(counts.reduce((sum, count) => sum + count, 0)).toBe(packRings(sources.builtUp).length);
	const chelmsford = unpackRings(compiled.details.get('essex')?.builtUp ?? []);
	expect(chelmsford.some((ring) => isInside([0.473, 51.735], ring))).toBe(true);
});

test('the five treatment systems are in it, with the councils of each', () => {
	expect(base.areas.map(({ id }) => id).sort()).toEqual([
		'essex',
		'leicester-leicestershire-rutland',
		'northamptonshire',
		'southend-on-sea',
		'thurrock'
	]);
	expect(base.councils).toHaveLength(25);
	for (const council of base.councils) expect(base.areas[council.area]).toBeDefined();
});

test('every postcode sector that is wholly in one system lies inside the edge of that system, and of no other', () => {
	const mixed = new Set(tables.exceptions.map(({ postcode }) => postcode.slice(0, -2)));
	const wrong = tables.sectors
		.filter(({ sector, council }) => council !== 'elsewhere' && !mixed.has(sector))
		.filter(({ longitude, latitude, council }) => {
			const own = tables.councils.find((row) => row.council === council)?.treatment_system;
			const around = shapes.areas.filter(({ ring }) => isInside([longitude, latitude], ring)).map(({ id }) => id);
			return around.length !== 1 || around[0] !== own;
		});
	expect(wrong.map(({ sector }) => sector)).toEqual([]);
});

test('on each side of a boundary between systems lies the council that is named there', () => {
	const wrong = shapes.boundaries.filter(({ line, left, right }) => {
		let good = 0;
		let bad = 0;
		line.slice(1).forEach(([x2, y2], i) => {
			const [x1, y1] = line[i] ?? [x2, y2];
			const length = Math.hypot(x2 - x1, y2 - y1);
			const [nx, ny] = [(-(y2 - y1) / length) * 0.0008, ((x2 - x1) / length) * 0.0008];
			const areaAt = (point: LonLat) => shapes.areas.findIndex(({ ring }) => isInside(point, ring));
			const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
			const found = [areaAt([x + nx, y + ny]), areaAt([x - nx, y - ny])];
			const named = [left, right].map((side) => base.councils[side]?.area ?? -1);
			if (found[0] === named[0] && found[1] === named[1]) good++;
			else bad++;
		});
		return bad > good;
	});
	expect(wrong.map(({ left, right }) => [base.councils[left]?.name, base.councils[right]?.name])).toEqual([]);
});

test('only areas that reach the sea have an edge across it', () => {
	const atSea = base.areas.filter(({ ring }) => ring.some((part) => base.boundaries[Math.abs(part) - 1]?.[1] === SEA));
	expect(atSea.map(({ id }) => id).sort()).toEqual(['essex', 'southend-on-sea', 'thurrock']);
});

describe('names', () => {
	const rankOf = (name: string) => base.names.findIndex((names) => names.some(([other]) => other === name));

	test('the towns that people steer by come first, villages and parts of towns last', () => {
		for (const city of ['Leicester', 'Northampton', 'Southend-on-Sea', 'Colchester']) expect(rankOf(city)).toBe(0);
		for (const town of ['Kettering', 'Corby', 'Chelmsford', 'Harlow', 'Basildon']) expect(rankOf(town)).toBe(1);
		for (const village of ['Wymeswold', 'Tinwell', 'Stoneygate']) expect(rankOf(village)).toBe(5);
	});

	test('every name of the table is on the map once', () => {
		const all = [...base.names, ...base.outsideNames].flat().map(([name]) => name);
		expect(all.sort()).toEqual(tables.names.map(({ name }) => name).sort());
	});
});

test('land stays in its box, which is larger than the areas on every side', () => {
	const [west, south, east, north] = base.box;
	const inBox = ([x, y]: LonLat, margin: number) =>
		x >= west + margin && x <= east - margin && y >= south + margin && y <= north - margin;
	expect(shapes.land.flat().every((point) => inBox(point, -0.001))).toBe(true);
	expect(shapes.areas.flatMap(({ ring }) => ring).every((point) => inBox(point, 0.5))).toBe(true);
});

test('the small map of any service is at most 2.2 KB of data, so that its page with it stays within 3 KB more', () => {
	const points = tables.servicePostcodes.map(({ latitude, longitude }) => ({ lat: latitude, lon: longitude }));
	const wide = tables.councils.map(({ latitude, longitude }) => [
		{ lat: latitude - 0.2, lon: longitude - 0.35 },
		{ lat: latitude + 0.2, lon: longitude + 0.35 }
	]);
	const extracts = [...points.map((point) => [point]), ...wide].map((places) => extractFor(base, places));
	const drawn = extracts.filter((extract) => extract !== undefined);
	expect(drawn.length).toBeGreaterThan(points.length);
	expect(Math.max(...drawn.map((extract) => gzipSync(JSON.stringify(extract)).length))).toBeLessThan(2_200);
});

test('the credits name everyone who is owed one', () => {
	const credits = base.credits.join(' ');
	for (const owed of ['Natural Earth', 'OS data', 'Royal Mail', 'National Statistics', 'GeoNames', 'NHS', 'CC BY 4.0']) {
		expect(credits).toContain(owed);
	}
});

test('street detail is named only when a deployer put it there', () => {
	expect(base.street).toBeUndefined();
	const street = { path: 'map/basemap.pmtiles', bytes: 10, hash: 'abc' };
	expect(compileMap({ ...sources, street }, tables, areas).file.street).toEqual(street);
});

test('a boundary with a council that nobody knows is refused', () => {
	const line: LonLat[] = [
		[-1, 52],
		[-1.1, 52.1]
	];
	const boundaries = [...sources.boundaries, { between: ['Corby', 'elsewhere'] as const, line }];
	expect(() => compileMap({ ...sources, boundaries }, tables, areas)).toThrow('Corby');
});

test('an area whose boundaries are given in any order and direction is walked once round, with it on the left', () => {
	const corners: LonLat[] = [
		[0, 51],
		[1, 51],
		[1, 52],
		[0, 52]
	];
	const line = (from: number, to: number) => [corners[from] ?? [0, 0], corners[to] ?? [0, 0]] as const;
	const ring = areaRing(
		[
			{ line: line(0, 1), left: 0, right: OUTSIDE },
			{ line: line(3, 2), left: OUTSIDE, right: 0 },
			{ line: line(3, 0), left: 0, right: OUTSIDE },
			{ line: line(2, 1), left: OUTSIDE, right: 0 }
		],
		(side) => side === 0,
		[0.5, 51.5]
	);
	const start = ring.indexOf(1);
	expect([...ring.slice(start), ...ring.slice(0, start)]).toEqual([1, -4, -2, 3]);
});
