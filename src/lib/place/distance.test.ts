import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceMiles, milesWords, nearest, sortByDistance } from './distance.ts';

const CORBY = { lat: 52.4964, lon: -0.6894 };
const KETTERING = { lat: 52.3984, lon: -0.7257 };
const LEICESTER = { lat: 52.6386, lon: -1.1317 };
const point = fc.record({
	lat: fc.double({ min: 49, max: 61, noNaN: true }),
	lon: fc.double({ min: -9, max: 3, noNaN: true })
});

describe('distance', () => {
	it('is in miles, as the crow flies', () => {
		expect(distanceMiles(CORBY, KETTERING)).toBeCloseTo(6.94, 1);
		expect(distanceMiles(CORBY, LEICESTER)).toBeCloseTo(21.0, 0);
		expect(distanceMiles({ lat: 0, lon: 0 }, { lat: 0, lon: 180 })).toBeCloseTo(12437, 0);
	});

	it('is the same both ways, never negative, and never longer by way of a third point', () => {
		fc.assert(
			fc.property(point, point, point, (a, b, c) => {
				expect(distanceMiles(a, b)).toBeCloseTo(distanceMiles(b, a), 9);
				expect(distanceMiles(a, b)).toBeGreaterThanOrEqual(0);
				expect(distanceMiles(a, c)).toBeLessThanOrEqual(distanceMiles(a, b) + distanceMiles(b, c) + 1e-9);
			})
		);
	});

	it('reads as people say it', () => {
		expect([0, 0.4, 0.5, 1.1, 2.3, 9.9, 12.4].map(milesWords)).toEqual([
			'under half a mile',
			'under half a mile',
			'half a mile',
			'1 mile',
			'2.5 miles',
			'10 miles',
			'12 miles'
		]);
	});

	it('counts the nearest place of a service', () => {
		expect(nearest(CORBY, [LEICESTER, {}, KETTERING])).toBeCloseTo(6.94, 1);
		expect(nearest(CORBY, [{}, { lat: 52 }])).toBeUndefined();
		expect(nearest(CORBY, [])).toBeUndefined();
	});

	it('sorts nearest first, and what has no point last in the order it came', () => {
		const things = [
			{ id: 'phone line', at: [] },
			{ id: 'leicester', at: [LEICESTER] },
			{ id: 'chat', at: [] },
			{ id: 'kettering', at: [LEICESTER, KETTERING] }
		];
		expect(sortByDistance(CORBY, things, ({ at }) => at).map(({ thing }) => thing.id)).toEqual([
			'kettering',
			'leicester',
			'phone line',
			'chat'
		]);
	});
});
