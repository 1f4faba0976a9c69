/**
 * Where the boxes and arrows of a flow chart go. Boxes stand under each other, one a row, in reading order. An arrow to
 * the next box runs down the spine. An arrow past other boxes runs down a lane at the right: the boxes that it passes
 * leave its lane free; the boxes that it leaves and reaches stretch over it. So every arrow is one straight line from the
 * bottom edge of its box to the top edge of the other, whatever the height of the boxes: the browser knows that, we do not.
 */

export interface ChartNode {
	id: string;
	/** Ids of the nodes that arrows lead to. */
	next: readonly string[];
}

export interface ChartBox {
	id: string;
	row: number;
	/** Lanes that it stretches over: 0 to `Chart.lanes`. */
	span: number;
}

export interface ChartArrow {
	from: string;
	to: string;
	fromRow: number;
	toRow: number;
	/** 0 is the spine; lanes count from the inside. */
	lane: number;
}

export interface Chart {
	boxes: ChartBox[];
	arrows: ChartArrow[];
	/** How many lanes there are at the right of the spine. */
	lanes: number;
}

/** The part of an arrow that is drawn with one row: below its box, and beside it when it passes. */
export interface LanePiece {
	lane: number;
	/** It runs on beside the box of this row. */
	passes: boolean;
	/** It ends below this row, at the top of the next box. */
	ends: boolean;
	to: string;
}

/** Lanes that chart.css can draw, and a phone has room for. */
const MOST_LANES = 3;

/** Thrown for arrows that no chart can hold: to a node that is not there, not further on, across another, or too many. */
export class TangledChart extends Error {}

const inside = (inner: ChartArrow, outer: ChartArrow) => outer.fromRow <= inner.fromRow && inner.toRow <= outer.toRow;

const cross = (a: ChartArrow, b: ChartArrow) =>
	(a.fromRow < b.fromRow && b.fromRow < a.toRow && a.toRow < b.toRow) ||
	(b.fromRow < a.fromRow && a.fromRow < b.toRow && b.toRow < a.toRow);

/**
 * @param nodes in reading order; ids differ
 * @throws TangledChart when an arrow leads nowhere, back, to the same place twice, crosses another, or lanes run out
 */
export function layOut(nodes: readonly ChartNode[]): Chart {
	const rows = new Map(nodes.map(({ id }, row) => [id, row]));
	const arrows = nodes.flatMap(({ id, next }, fromRow) =>
		next.map((to) => {
			const toRow = rows.get(to);
			if (toRow === undefined) throw new TangledChart(`"${id}" leads to "${to}", which is not there`);
			if (toRow <= fromRow) throw new TangledChart(`"${id}" leads back to "${to}"`);
			return { from: id, to, fromRow, toRow, lane: 0 };
		})
	);
	setLanes(arrows);
	const lanes = Math.max(0, ...arrows.map(({ lane }) => lane));
	if (lanes > MOST_LANES) throw new TangledChart(`more than ${MOST_LANES} arrows run beside each other`);
	const boxes = nodes.map(({ id }, row) => {
		const passing = arrows.filter((arrow) => arrow.fromRow < row && row < arrow.toRow).map(({ lane }) => lane);
		return { id, row, span: Math.min(lanes + 1, ...passing) - 1 };
	});
	return { boxes, arrows, lanes };
}

/** An arrow that holds others inside it runs outside them. Shortest first, so that those inside have their lanes. */
function setLanes(arrows: readonly ChartArrow[]): void {
	const long = arrows.filter(({ fromRow, toRow }) => toRow - fromRow > 1);
	const shortestFirst = [...long].sort((a, b) => a.toRow - a.fromRow - (b.toRow - b.fromRow));
	for (const [index, arrow] of shortestFirst.entries()) {
		const crossed = long.find((other) => cross(arrow, other));
		if (crossed)
			throw new TangledChart(
				`the arrows "${arrow.from}" to "${arrow.to}" and "${crossed.from}" to "${crossed.to}" cross`
			);
		const within = shortestFirst.slice(0, index).filter((other) => inside(other, arrow));
		arrow.lane = 1 + Math.max(0, ...within.map(({ lane }) => lane));
	}
	const ways = new Set(arrows.map(({ from, to }) => `${from} ${to}`));
	if (ways.size < arrows.length) throw new TangledChart('an arrow stands twice');
}

/** What is drawn with a row besides its box. */
export interface RowPieces {
	/** The spine goes on to the next box. */
	spine: boolean;
	/** Pieces of the lanes, the inmost first. */
	lanes: LanePiece[];
	/** Lanes that are free below the box: what stands there may stretch over them. */
	free: number;
}

/** What to draw with a row. */
export function piecesOf(chart: Chart, row: number): RowPieces {
	const here = chart.arrows.filter(({ fromRow, toRow }) => fromRow <= row && row < toRow);
	const lanes = here
		.filter(({ lane }) => lane > 0)
		.map(({ lane, fromRow, toRow, to }) => ({ lane, passes: fromRow < row, ends: toRow === row + 1, to }))
		.sort((a, b) => a.lane - b.lane);
	return {
		spine: here.some(({ lane }) => lane === 0),
		lanes,
		free: Math.min(chart.lanes + 1, ...lanes.map(({ lane }) => lane)) - 1
	};
}
