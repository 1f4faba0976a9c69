import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlaps, placeLabels, wrap, type Box, type LabelWish } from './labels.ts';
import { sideLabels, type SideLine } from './side-labels.ts';

const measure = (text: string, size: number) => text.length * size * 0.6;
const frame: Box = { left: 0, top: 0, right: 360, bottom: 480 };
const wish = (text: string, x: number, y: number, rest: Partial<LabelWish> = {}): LabelWish => ({
	lines: [text],
	x,
	y,
	size: 13,
	at: 'around',
	style: 'town',
	...rest
});

const anyWish = fc
	.record({
		text: fc.string({ minLength: 1, maxLength: 22 }),
		x: fc.integer({ min: -40, max: 400 }),
		y: fc.integer({ min: -40, max: 520 }),
		size: fc.integer({ min: 10, max: 18 }),
		insist: fc.boolean()
	})
	.map(({ text, x, y, ...rest }) => wish(text, x, y, rest));
const anyBox = fc
	.tuple(fc.integer({ min: 0, max: 340 }), fc.integer({ min: 0, max: 460 }))
	.map(([left, top]): Box => ({ left, top, right: left + 34, bottom: top + 34 }));

function isInside([x, y]: readonly [number, number], ring: readonly (readonly [number, number])[]): boolean {
	let odd = false;
	ring.forEach(([x1, y1], i) => {
		const [x2, y2] = ring[(i + 1) % ring.length] ?? [x1, y1];
		if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) odd = !odd;
	});
	return odd;
}

const pairs = <T>(list: readonly T[]) => list.flatMap((a, i) => list.slice(i + 1).map((b) => [a, b] as const));

describe('names on the map', () => {
	test('no two overlap, none leaves the frame, and none that does not insist covers a marker', () => {
		fc.assert(
			fc.property(fc.array(anyWish, { maxLength: 60 }), fc.array(anyBox, { maxLength: 30 }), (wishes, taken) => {
				const placed = placeLabels(wishes, frame, taken, measure);
				expect(pairs(placed).some(([a, b]) => overlaps(a.box, b.box))).toBe(false);
				for (const { box, lines, size } of placed) {
					expect(box.left >= 0 && box.top >= 0 && box.right <= 360 && box.bottom <= 480).toBe(true);
					const asked = wishes.filter((each) => each.lines[0] === lines[0] && each.size === size);
					if (asked.every(({ insist }) => !insist)) expect(taken.some((each) => overlaps(each, box))).toBe(false);
				}
			})
		);
	});

	test('the first of two names at one spot gets it; the other goes beside it or is left out', () => {
		const placed = placeLabels([wish('Kettering', 180, 200), wish('Barton Seagrave', 182, 201)], frame, [], measure);
		expect(placed[0]).toMatchObject({ lines: ['Kettering'], x: 180, y: 200 });
		expect(placed[1]?.y).not.toBe(201);
		const centred = [wish('Kettering', 180, 200), wish('Barton Seagrave', 182, 201, { at: 'centre' })];
		expect(placeLabels(centred, frame, [], measure)).toHaveLength(1);
	});

	test('a name steps aside for the marker that stands on its point', () => {
		const marker = { left: 163, top: 183, right: 197, bottom: 217 };
		const [label] = placeLabels([wish('Corby', 180, 200)], frame, [marker], measure);
		expect(label && overlaps(label.box, marker)).toBe(false);
	});

	test('the largest towns are named even where markers stand all over them', () => {
		const markers = Array.from({ length: 120 }, (_, i) => {
			const [left, top] = [(i % 12) * 30, Math.floor(i / 12) * 48];
			return { left, top, right: left + 30, bottom: top + 48 };
		});
		expect(placeLabels([wish('Leicester', 180, 200)], frame, markers, measure)).toHaveLength(0);
		expect(placeLabels([wish('Leicester', 180, 200, { insist: true })], frame, markers, measure)).toHaveLength(1);
	});

	test('a town that is out of sight is not named at the edge', () => {
		expect(placeLabels([wish('Luton', -5, 200), wish('Corby', 60, 200)], frame, [], measure)).toHaveLength(1);
	});

	test('long names are broken at their spaces and keep every word', () => {
		expect(wrap('Leicester, Leicestershire and Rutland', 20)).toEqual(['Leicester,', 'Leicestershire and', 'Rutland']);
		fc.assert(
			fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 }), fc.nat(30), (words, most) => {
				expect(wrap(words.join(' '), most).join(' ')).toBe(words.join(' '));
			})
		);
	});
});

describe('names beside a boundary', () => {
	const line: SideLine = {
		// From west to east: north is on the left.
		points: [
			[20, 240],
			[340, 240]
		],
		left: { lines: ['Leicester,', 'Leicestershire and', 'Rutland'], style: 'side' },
		right: { lines: ['This side:', 'Northamptonshire'], style: 'side own' }
	};

	test('stand on their own sides', () => {
		const [north, south] = sideLabels([line], frame, [], 12, measure);
		expect(north?.lines).toEqual(line.left.lines);
		expect(north?.box.bottom).toBeLessThan(240);
		expect(south?.box.top).toBeGreaterThan(240);
		const turned = sideLabels([{ ...line, points: line.points.toReversed() }], frame, [], 12, measure);
		expect(turned.find(({ lines }) => lines === line.left.lines)?.box.top).toBeGreaterThan(240);
	});

	test('never lie on a boundary, on one another or on a marker, however it winds', () => {
		const winding = fc.array(fc.tuple(fc.integer({ min: -60, max: 420 }), fc.integer({ min: -60, max: 540 })), {
			minLength: 2,
			maxLength: 30
		});
		fc.assert(
			fc.property(winding, fc.array(anyBox, { maxLength: 12 }), (points, taken) => {
				const placed = sideLabels([{ ...line, points }], frame, taken, 12, measure);
				expect(pairs(placed).some(([a, b]) => overlaps(a.box, b.box))).toBe(false);
				for (const { box } of placed) {
					expect(taken.some((each) => overlaps(each, box))).toBe(false);
					for (const [x, y] of points) {
						expect(x > box.left && x < box.right && y > box.top && y < box.bottom).toBe(false);
					}
				}
			})
		);
	});

	test('are inside when they name the inside of an edge, and outside when they name the outside, however it winds', () => {
		const corners = fc.array(fc.integer({ min: 25, max: 230 }), { minLength: 5, maxLength: 40 });
		fc.assert(
			fc.property(corners, (radii) => {
				// A star around the middle, walked against the clock on a screen: its inside is on the left.
				const ring = radii.map((radius, i): [number, number] => {
					const angle = (-2 * Math.PI * i) / radii.length;
					return [180 + radius * Math.cos(angle), 240 + radius * Math.sin(angle)];
				});
				const points = [...ring, ring[0] ?? [0, 0]];
				for (const label of sideLabels([{ ...line, points }], frame, [], 12, measure)) {
					expect(isInside([label.x, label.y], ring)).toBe(label.lines === line.left.lines);
				}
			})
		);
	});

	test('each pair of names is written once, where it is nearest to the middle', () => {
		const far: SideLine = { ...line, points: line.points.map(([x]) => [x, 60]) };
		const placed = sideLabels([far, line], frame, [], 12, measure);
		expect(placed).toHaveLength(2);
		expect(placed.every(({ y }) => y > 150)).toBe(true);
	});

	test('where one side has no room, the other is still named', () => {
		const wall = { left: 0, top: 241, right: 360, bottom: 480 };
		expect(sideLabels([line], frame, [wall], 12, measure).map(({ lines }) => lines)).toEqual([line.left.lines]);
	});

	test('a corner of a boundary is too little to name its sides', () => {
		const corner: SideLine = {
			...line,
			points: [
				[350, 0],
				[360, 20]
			]
		};
		expect(sideLabels([corner], frame, [], 12, measure)).toEqual([]);
	});
});
