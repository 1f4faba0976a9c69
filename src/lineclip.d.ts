/** Types of lineclip 2, which brings none. Boxes are west, south, east, north. */
declare module 'lineclip' {
	type Point = readonly [x: number, y: number];
	type Box = readonly [west: number, south: number, east: number, north: number];
	/** The parts of a line inside a box. */
	export function clipPolyline(points: readonly Point[], box: Box): Point[][];
	/** The part of a ring inside a box: one ring that may run along the box's edge, empty when nothing is inside. */
	export function clipPolygon(points: readonly Point[], box: Box): Point[];
}
