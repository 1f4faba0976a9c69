import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { EXTRACT_HEIGHT, EXTRACT_WIDTH, mapExtract } from './extract.ts';
import { testBase } from './test-base.ts';
import { extractFor, onExtract, placePoints } from './view.ts';

const corby = { lat: 52.488, lon: -0.7 };

/** The points of path data, in whole units. */
function points(path: string): [number, number][] {
	return path
		.split('M')
		.slice(1)
		.flatMap((line) => {
			const numbers = (line.match(/-?\d+/g) ?? []).map(Number);
			let [x, y] = [0, 0];
			return Array.from({ length: numbers.length / 2 }, (_, i): [number, number] => {
				[x, y] = [x + (numbers[2 * i] ?? 0), y + (numbers[2 * i + 1] ?? 0)];
				return [x, y];
			});
		});
}

describe('a small map', () => {
	const extract = mapExtract(testBase, corby.lat, corby.lon, 9);

	test('has everything that is drawn in its frame, and nothing far outside', () => {
		for (const path of [extract.builtUp, extract.systems]) {
			expect(path).toMatch(/^M-?\d+[ -]\d+l[\d -]+/);
			for (const [x, y] of points(path)) {
				expect(x >= -5 && x <= EXTRACT_WIDTH + 5).toBe(true);
				expect(y >= -5 && y <= EXTRACT_HEIGHT + 5).toBe(true);
			}
		}
	});

	test('tells lines between councils from lines between treatment systems', () => {
		const north = mapExtract(testBase, 52.5, -1, 9);
		expect(points(north.systems).every(([, y]) => y === EXTRACT_HEIGHT / 2)).toBe(true);
		expect(points(north.councils).every(([x]) => x === EXTRACT_WIDTH / 2)).toBe(true);
	});

	test('draws land only where there is sea to tell it from', () => {
		expect(extract.land).toBeUndefined();
		const coast = mapExtract(testBase, 52.5, 1, 9);
		expect(points(coast.land ?? '').every(([x]) => x <= EXTRACT_WIDTH / 2)).toBe(true);
		const sea = mapExtract(testBase, 52.5, 1.5, 9);
		expect(sea.land).toBe('');
	});

	test('names the places in it, the largest first, clear of the marker', () => {
		expect(extract.names.map(([text]) => text)).toEqual(['Bigtown', 'Hamlet']);
		for (const [, x, y] of extract.names) {
			expect(Math.hypot(x - EXTRACT_WIDTH / 2, y - EXTRACT_HEIGHT / 2)).toBeGreaterThan(12);
		}
	});

	test('is small', () => {
		expect(gzipSync(JSON.stringify(extract)).length).toBeLessThan(3_000);
	});
});

describe('the small map of a service', () => {
	test('shows about nine miles around its only place, which stands in the middle', () => {
		const extract = extractFor(testBase, [{ ...corby, approx: true }]);
		expect(extract?.miles).toBe(9);
		expect(extract && onExtract(extract, placePoints([{ ...corby, approx: true }]))).toEqual([
			{ x: EXTRACT_WIDTH / 2, y: EXTRACT_HEIGHT / 2, approx: true }
		]);
	});

	test('takes in all of its places', () => {
		const places = [corby, { lat: 52.2, lon: -0.9 }, { lat: 52.3, lon: -0.4 }];
		const extract = extractFor(testBase, places);
		expect(extract && onExtract(extract, places)).toSatisfy((spots: { x: number; y: number }[]) =>
			spots.every(({ x, y }) => x > 10 && x < EXTRACT_WIDTH - 10 && y > 10 && y < EXTRACT_HEIGHT - 10)
		);
	});

	test('is not there when no place has a point, or they lie all over the land', () => {
		expect(extractFor(testBase, [])).toBeUndefined();
		expect(extractFor(testBase, [{}, {}])).toBeUndefined();
		expect(extractFor(testBase, [corby, { lat: 51.5, lon: 0.7 }])).toBeUndefined();
	});

	test('counts two places at one point once', () => {
		expect(placePoints([corby, corby, {}])).toHaveLength(1);
	});
});
