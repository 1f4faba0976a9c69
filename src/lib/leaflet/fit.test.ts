import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fit, type Piece } from './fit.ts';

const piece = fc.record({
	section: fc.constantFrom('a', 'b', 'c'),
	height: fc.integer({ min: 1, max: 40 }),
	weight: fc.integer({ min: 0, max: 9 })
});
/** Pieces in order of section, as a leaflet has them. */
const pieces = fc
	.array(piece, { maxLength: 14 })
	.map((list) =>
		list.toSorted((a, b) => (a.section < b.section ? -1 : 1)).map((each, at): Piece => ({ id: `p${at}`, ...each }))
	);
const panels = fc.array(fc.integer({ min: 10, max: 120 }), { minLength: 1, maxLength: 5 });
const HEADINGS = { a: 5, b: 6, c: 7 };
const MUST = 1;

function heightOf(ids: readonly string[], all: readonly Piece[]): number {
	const inside = ids.flatMap((id) => all.find((each) => each.id === id) ?? []);
	const sections = new Set(inside.map(({ section }) => section));
	return (
		inside.reduce((sum, { height }) => sum + height, 0) +
		[...sections].reduce((sum, section) => sum + (section === 'a' ? 5 : section === 'b' ? 6 : 7), 0)
	);
}

describe('what fits on paper', () => {
	test('never runs over a panel, keeps the order, and loses nothing without saying so', () => {
		fc.assert(
			fc.property(pieces, panels, (all, heights) => {
				const { panels: set, left } = fit(all, HEADINGS, heights, MUST);
				set.forEach((ids, at) => expect(heightOf(ids, all)).toBeLessThanOrEqual(heights[at] ?? 0));
				const order = set.flat();
				expect(order).toEqual(all.map(({ id }) => id).filter((id) => order.includes(id)));
				expect([...order, ...left].sort()).toEqual(all.map(({ id }) => id).sort());
			})
		);
	});

	test('what must be there is all there, or nothing is set', () => {
		fc.assert(
			fc.property(pieces, panels, (all, heights) => {
				const { panels: set, left, fits } = fit(all, HEADINGS, heights, MUST);
				const must = all.filter(({ weight }) => weight <= MUST).map(({ id }) => id);
				if (fits) expect(left.filter((id) => must.includes(id))).toEqual([]);
				else expect(set.flat()).toEqual([]);
			})
		);
	});

	test('what is left off would not have fitted beside all that matters more', () => {
		fc.assert(
			fc.property(pieces, panels, (all, heights) => {
				const { panels: set, left, fits } = fit(all, HEADINGS, heights, MUST);
				if (!fits) return;
				const kept = set.flat();
				for (const id of left) {
					const out = all.find((each) => each.id === id);
					const better = all.filter(
						(each) => each === out || (kept.includes(each.id) && each.weight <= (out?.weight ?? 0))
					);
					expect(fit(better, HEADINGS, heights, 100).fits).toBe(false);
				}
			})
		);
	});

	test('a service does not stand without the safety line that belongs above it', () => {
		const all: Piece[] = [
			{ id: 'note', section: 'a', height: 50, weight: 1 },
			{ id: 'service', section: 'a', height: 5, weight: 2, with: ['note'] }
		];
		expect(fit(all, {}, [40], 0).left).toEqual(['note', 'service']);
		expect(fit(all, {}, [60], 0).left).toEqual([]);
	});

	test('a heading goes with its first piece, and stands again above a new panel', () => {
		const all: Piece[] = [1, 2, 3].map((at) => ({ id: `p${at}`, section: 'a', height: 10, weight: 0 }));
		expect(fit(all, { a: 10 }, [35, 25], 0).panels).toEqual([['p1', 'p2'], ['p3']]);
		expect(fit(all, { a: 10 }, [35, 15], 0).fits).toBe(false);
	});
});
