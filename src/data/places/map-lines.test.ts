import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinRings, packLine, packRings, unpackLine, unpackRings, type LonLat } from './map-lines.ts';
import { MAP_STEPS } from './map.ts';

const HALF_STEP = 0.5 / MAP_STEPS + 1e-9;
const lonLat = fc.tuple(
	fc.double({ min: -9, max: 3, noNaN: true }),
	fc.double({ min: 49, max: 61, noNaN: true })
) satisfies fc.Arbitrary<LonLat>;

const isNear = (a: LonLat, b: LonLat) => Math.abs(a[0] - b[0]) <= HALF_STEP && Math.abs(a[1] - b[1]) <= HALF_STEP;

test('a line that was packed is the same to half a step, but for points that fell together', () => {
	fc.assert(
		fc.property(fc.array(lonLat, { minLength: 1, maxLength: 40 }), (line) => {
			const back = unpackLine(packLine(line));
			expect(line.every((point) => back.some((other) => isNear(point, other)))).toBe(true);
			let next = 0;
			for (const point of back) {
				const found = line.findIndex((other, i) => i >= next && isNear(other, point));
				expect(found).toBeGreaterThanOrEqual(next);
				next = found;
			}
		})
	);
});

test('what was packed once packs the same again', () => {
	fc.assert(
		fc.property(fc.array(lonLat, { minLength: 2, maxLength: 40 }), (line) => {
			const packed = packLine(line);
			expect(packLine(unpackLine(packed))).toEqual(packed);
		})
	);
});

test('rings keep their places however many come before them, and do not repeat their first point', () => {
	const square = (x: number, y: number): LonLat[] => [
		[x, y],
		[x + 0.1, y],
		[x + 0.1, y + 0.1],
		[x, y + 0.1],
		[x, y]
	];
	const rings = [square(-1, 52), square(0.5, 51.6), square(-0.4, 52.7)];
	const back = unpackRings(packRings(rings));
	expect(back).toHaveLength(3);
	back.forEach((ring, i) => {
		expect(ring).toHaveLength(4);
		ring.forEach((point, k) => expect(isNear(point, rings[i]?.[k] ?? [0, 0])).toBe(true));
	});
});

test('a ring too small to be seen is left out without moving the next one', () => {
	const speck: LonLat[] = [
		[0.7, 51.9],
		[0.70001, 51.90001],
		[0.7, 51.9]
	];
	const town: LonLat[] = [
		[0.5, 51.5],
		[0.6, 51.5],
		[0.6, 51.6]
	];
	expect(unpackRings(packRings([speck, town]))).toEqual(unpackRings(packRings([town])));
});

test('packs of rings that are joined are those rings packed together', () => {
	const ring = fc.array(lonLat, { minLength: 4, maxLength: 9 });
	fc.assert(
		fc.property(fc.array(fc.array(ring, { maxLength: 4 }), { maxLength: 4 }), (packs) => {
			expect(joinRings(packs.map(packRings))).toEqual(packRings(packs.flat()));
		})
	);
});
