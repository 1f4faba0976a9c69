import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Card } from '../../data/record.ts';
import { TAXONOMY_TERMS } from '../../data/terms.ts';
import { Clusters } from './clusters.ts';
import { MARKER_KINDS, markerKind, SHAPE_PATHS } from './kinds.ts';
import { mapPoints, type MapPoint } from './points.ts';

const ENGLAND = [-6, 49, 2, 56] as const;
const MAX_ZOOM = 14;
const point = (id: string, lat: number, lon: number): MapPoint => ({
	id,
	name: id,
	kind: 'treatment',
	lat,
	lon,
	approx: false
});
const card = (id: string, rest: Partial<Card>): Card => ({
	id,
	name: id,
	org: 'Org',
	area: 'essex',
	listing: 'listed',
	terms: ['treatment'],
	text: 'Text.',
	ways: [],
	referral: [],
	...rest
});

describe('groups of markers', () => {
	test('at every zoom, each point is in exactly one marker', () => {
		const anyPoint = fc
			.tuple(fc.double({ min: 51.4, max: 53, noNaN: true }), fc.double({ min: -1.6, max: 1.3, noNaN: true }))
			.map(([lat, lon]) => ({ lat, lon }));
		fc.assert(
			fc.property(
				fc.array(anyPoint, { maxLength: 80 }),
				fc.double({ min: 6, max: 14, noNaN: true }),
				(places, zoom) => {
					const points = places.map(({ lat, lon }, i) => point(`p${i}`, lat, lon));
					const clusters = new Clusters(points, MAX_ZOOM);
					const shown = clusters
						.in(ENGLAND, zoom)
						.flatMap((each) => (each.kind === 'one' ? [each.point] : clusters.pointsOf(each.number)));
					expect(shown.map(({ id }) => id).sort()).toEqual(points.map(({ id }) => id).sort());
				}
			),
			{ numRuns: 40 }
		);
	});

	test('far out, near places are one marker that says how many; tapping it comes close enough to part them', () => {
		const clusters = new Clusters([point('a', 52.49, -0.69), point('b', 52.5, -0.7), point('c', 51.5, 0.7)], MAX_ZOOM);
		const found = clusters.in(ENGLAND, 7.25);
		expect(found).toHaveLength(2);
		const group = found.find((each) => each.kind === 'many');
		expect(group?.count).toBe(2);
		const zoom = clusters.splitsAt(group?.number ?? 0) ?? 0;
		expect(clusters.in(ENGLAND, zoom)).toHaveLength(3);
	});

	test('places at one point never part: all of them are given instead', () => {
		const clusters = new Clusters([point('a', 52.49, -0.69), point('b', 52.49, -0.69)], MAX_ZOOM);
		const [group] = clusters.in(ENGLAND, MAX_ZOOM);
		if (group?.kind !== 'many') throw new Error('They are one marker.');
		expect(clusters.splitsAt(group.number)).toBeUndefined();
		expect(clusters.pointsOf(group.number).map(({ id }) => id)).toEqual(['a', 'b']);
	});
});

describe('points of services', () => {
	test('only places with a point are on the map; one that is only near its place says so', () => {
		const places = [{ city: 'Corby' }, { city: 'Corby', lat: 52.49, lon: -0.69, approx: true as const }];
		expect(mapPoints([card('refuge', {}), card('drop-in', { places })])).toEqual([
			{ id: 'drop-in', name: 'drop-in', kind: 'treatment', lat: 52.49, lon: -0.69, approx: true }
		]);
	});

	test('a service with two rooms in one building has one marker', () => {
		const place = { city: 'Corby', lat: 52.49, lon: -0.69 };
		expect(mapPoints([card('a', { places: [place, place] })])).toHaveLength(1);
	});
});

describe('kinds of marker', () => {
	test('every kind has a shape of its own', () => {
		const shapes = Object.values(MARKER_KINDS).map(({ shape }) => SHAPE_PATHS[shape]);
		expect(new Set(shapes).size).toBe(shapes.length);
	});

	test('every kind of service has one', () => {
		for (const term of TAXONOMY_TERMS) expect(MARKER_KINDS).toHaveProperty(markerKind([term]));
		expect(markerKind([])).toBe('other');
		expect(markerKind(['pharmacy', 'naloxone'])).toBe('pharmacy');
	});
});
