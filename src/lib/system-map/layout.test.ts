import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOut, piecesOf, TangledChart, type Chart, type ChartNode } from './layout.ts';

const ROWS = 7;
const id = (row: number) => `box-${row}`;

/** A chart of some rows with arrows between any of them; those that would cross an earlier one are left out. */
const charts = fc
	.record({
		rows: fc.integer({ min: 1, max: ROWS }),
		wishes: fc.array(fc.tuple(fc.nat(ROWS), fc.nat(ROWS)), { maxLength: 15 })
	})
	.map(({ rows, wishes }) => {
		const nodes = Array.from({ length: rows }, (_, row) => ({ id: id(row), next: new Array<string>() }));
		for (const [a, b] of wishes) {
			const [from, to] = [Math.min(a, b), Math.max(a, b)];
			const node = nodes[from];
			if (!node || to >= rows || from === to || node.next.includes(id(to))) continue;
			node.next.push(id(to));
			try {
				layOut(nodes);
			} catch {
				node.next.pop();
			}
		}
		return nodes;
	});

/** The chart as a table: what stands in each cell of (row of boxes or row of gaps between them, column). */
function table(chart: Chart): Map<string, string[]> {
	const cells = new Map<string, string[]>();
	const put = (line: number, column: number, what: string) =>
		cells.set(`${line}:${column}`, [...(cells.get(`${line}:${column}`) ?? []), what]);
	for (const { row, span } of chart.boxes) {
		for (let column = 0; column <= span; column++) put(2 * row, column, 'box');
	}
	for (const { fromRow, toRow, lane, from, to } of chart.arrows) {
		for (let line = 2 * fromRow + 1; line < 2 * toRow; line++) put(line, lane, `${from}>${to}`);
	}
	return cells;
}

describe('layOut', () => {
	test('one row after the other needs no lane', () => {
		const chart = layOut([
			{ id: 'a', next: ['b'] },
			{ id: 'b', next: ['c'] },
			{ id: 'c', next: [] }
		]);
		expect(chart.lanes).toBe(0);
		expect(chart.boxes.map(({ row, span }) => [row, span])).toEqual([
			[0, 0],
			[1, 0],
			[2, 0]
		]);
	});

	test('an arrow past a box takes a lane that the box leaves free', () => {
		const chart = layOut([
			{ id: 'a', next: ['b', 'c'] },
			{ id: 'b', next: ['c'] },
			{ id: 'c', next: [] }
		]);
		expect(chart.lanes).toBe(1);
		expect(chart.boxes.map(({ span }) => span)).toEqual([1, 0, 1]);
		expect(chart.arrows.find(({ from, to }) => from === 'a' && to === 'c')?.lane).toBe(1);
	});

	test('nothing overlaps, and every arrow runs from the edge of its box to the edge of the other', () => {
		fc.assert(
			fc.property(charts, (nodes) => {
				const chart = layOut(nodes);
				const cells = table(chart);
				for (const held of cells.values()) expect(held).toHaveLength(1);
				expect(new Set(chart.boxes.map(({ row }) => row)).size).toBe(nodes.length);
				expect(chart.arrows).toHaveLength(nodes.flatMap(({ next }) => next).length);
				for (const { fromRow, toRow, lane } of chart.arrows) {
					expect(cells.get(`${2 * fromRow}:${lane}`)).toEqual(['box']);
					expect(cells.get(`${2 * toRow}:${lane}`)).toEqual(['box']);
					expect(lane).toBeLessThanOrEqual(chart.lanes);
				}
			})
		);
	});

	test('the pieces of all rows make up every arrow, and no more', () => {
		fc.assert(
			fc.property(charts, (nodes) => {
				const chart = layOut(nodes);
				const rows = nodes.map((_, row) => piecesOf(chart, row));
				for (const { fromRow, toRow, lane, to } of chart.arrows) {
					for (let row = fromRow; row < toRow; row++) {
						if (lane === 0) expect(rows[row]?.spine).toBe(true);
						else {
							expect(rows[row]?.lanes).toContainEqual({ lane, to, passes: row > fromRow, ends: row === toRow - 1 });
						}
					}
				}
				for (const [row, { free }] of rows.entries()) {
					const below = chart.arrows.filter(({ lane, fromRow, toRow }) => lane > 0 && fromRow <= row && row < toRow);
					expect(below.every(({ lane }) => lane > free)).toBe(true);
				}
				const drawn = rows.reduce((sum, { spine, lanes }) => sum + lanes.length + Number(spine), 0);
				expect(drawn).toBe(chart.arrows.reduce((sum, { fromRow, toRow }) => sum + toRow - fromRow, 0));
			})
		);
	});

	const ab: ChartNode[] = [
		{ id: 'a', next: [] },
		{ id: 'b', next: [] }
	];
	test.each([
		['to a box that is not there', [{ id: 'a', next: ['x'] }]],
		['back', [ab[0], { id: 'b', next: ['a'] }]],
		['to itself', [{ id: 'a', next: ['a'] }]],
		['twice to the same box', [{ id: 'a', next: ['b', 'b'] }, ab[1]]],
		[
			'beside three others',
			['a', 'b', 'c', 'd', 'e', 'f'].map((node, row, all) => ({ id: node, next: row < 4 ? all.slice(5) : [] }))
		],
		[
			'across another',
			[
				{ id: 'a', next: ['c'] },
				{ id: 'b', next: ['d'] },
				{ id: 'c', next: [] },
				{ id: 'd', next: [] }
			]
		]
	])('refuses an arrow %s', (_what, nodes) => {
		expect(() => layOut(nodes.flatMap((node) => node ?? []))).toThrow(TangledChart);
	});
});
