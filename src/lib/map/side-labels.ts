import { clipPolyline } from 'lineclip';
import { boxAround, overlaps, type Box, type Measure, type PlacedLabel } from './labels.ts';

/** A boundary on the screen, with what is written on its sides as one walks along it. */
export interface SideLine {
	points: readonly (readonly [x: number, y: number])[];
	left: { lines: readonly string[]; style: string };
	right: { lines: readonly string[]; style: string };
}

/** Shorter pieces of a boundary get no names, in pixels. */
const SHORTEST = 70;
/** Where along a piece names are tried, best first. */
const TRIES = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9];
/** From the boundary to the name, in pixels, best first. */
const GAPS = [7, 16, 28, 42];

/**
 * Names on both sides of boundaries, as close to the middle of the frame as they find room: one pair of names each. No
 * name lies on a boundary.
 */
export function sideLabels(
	lines: readonly SideLine[],
	frame: Box,
	taken: readonly Box[],
	size: number,
	measure: Measure
): PlacedLabel[] {
	const pieces = lines.flatMap((line) => clipTo(frame, line.points).map((points) => ({ line, points })));
	const middle = [(frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2] as const;
	const spots = pieces
		.flatMap(({ line, points }) => spotsOn(points).map((spot) => ({ line, ...spot })))
		.sort((a, b) => distance(a.at, middle) - distance(b.at, middle));
	const full = [...taken];
	const done = new Set<string>();
	const placed: PlacedLabel[] = [];
	// A pair of names at one spot says most; where no spot has room for both, each stands where it can.
	for (const { line, ...spot } of spots) {
		const left = done.has(pairOf(line)) ? undefined : free(line.left, spot, spot.normal);
		const right = left && free(line.right, spot, opposite(spot.normal));
		if (left && right && !overlaps(left.box, right.box)) place(line, left, right);
	}
	const alone = new Set<string>();
	for (const { line, ...spot } of spots) {
		if (done.has(pairOf(line))) continue;
		const sides = [
			[line.left, spot.normal],
			[line.right, opposite(spot.normal)]
		] as const;
		for (const [side, direction] of sides) {
			const label = alone.has(textOf(side)) ? undefined : free(side, spot, direction);
			if (!label) continue;
			alone.add(textOf(side));
			placed.push(label);
			full.push(label.box);
		}
	}
	return placed;

	function place(line: SideLine, left: PlacedLabel, right: PlacedLabel): void {
		placed.push(left, right);
		full.push(left.box, right.box);
		done.add(pairOf(line));
	}

	/** A name beside a spot of a boundary, where there is room for it. */
	function free(side: SideLine['left'], spot: Spot, [nx, ny]: XY): PlacedLabel | undefined {
		const { at } = spot;
		const half = boxAround(side.lines, size, 0, 0, measure);
		// So far along the normal that the whole box is on its side of the line.
		const clear = Math.abs(nx) * half.right + Math.abs(ny) * half.bottom;
		return GAPS.map((gap): PlacedLabel => {
			const [x, y] = [at[0] + nx * (clear + gap), at[1] + ny * (clear + gap)];
			return { ...side, x, y, size, box: boxAround(side.lines, size, x, y, measure) };
		}).find((label) => isFree(label.box) && isBeside(spot, label));
	}

	/** True when no other piece of a boundary lies between a spot and a name: in a narrow corner it may be over the next. */
	function isBeside({ at, from }: Spot, { x, y }: PlacedLabel): boolean {
		return !pieces.some(({ points }) =>
			points.slice(1).some((b, i) => {
				const a = points[i] ?? b;
				return a !== from && crosses(at, [x, y], a, b);
			})
		);
	}

	function isFree(box: Box): boolean {
		return (
			box.left >= frame.left &&
			box.top >= frame.top &&
			box.right <= frame.right &&
			box.bottom <= frame.bottom &&
			!full.some((other) => overlaps(other, box)) &&
			!pieces.some(({ points }) => clipTo(box, points).length > 0)
		);
	}
}

const textOf = ({ lines }: SideLine['left']): string => lines.join(' ');

const pairOf = ({ left, right }: SideLine): string => [textOf(left), textOf(right)].sort().join('|');

type XY = readonly [x: number, y: number];

const clipTo = (box: Box, points: readonly XY[]): XY[][] =>
	points.length < 2 ? [] : clipPolyline(points, [box.left, box.top, box.right, box.bottom]);

const opposite = ([x, y]: XY): XY => [-x, -y];

const distance = ([x1, y1]: XY, [x2, y2]: XY): number => Math.hypot(x2 - x1, y2 - y1);

/** A point on a piece, the corner that its straight part begins at, and the direction to its left on a screen (y grows downwards). */
interface Spot {
	at: XY;
	from: XY;
	normal: XY;
}

function spotsOn(points: readonly XY[]): Spot[] {
	const lengths = points.slice(1).map((point, i) => distance(points[i] ?? point, point));
	const whole = lengths.reduce((sum, length) => sum + length, 0);
	if (whole < SHORTEST) return [];
	return TRIES.flatMap((share): Spot[] => {
		let rest = whole * share;
		for (const [i, length] of lengths.entries()) {
			const [a, b] = [points[i], points[i + 1]];
			if (a && b && length > 0 && rest <= length) {
				const [dx, dy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
				return [{ at: [a[0] + dx * rest, a[1] + dy * rest], from: a, normal: [dy, -dx] }];
			}
			rest -= length;
		}
		return [];
	});
}

/** True when two segments meet. */
function crosses(a: XY, b: XY, c: XY, d: XY): boolean {
	return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0;
}

/** Above 0 when `p` is on one side of the line through `a` and `b`, below 0 on the other. */
function side([ax, ay]: XY, [bx, by]: XY, [px, py]: XY): number {
	return Math.sign((bx - ax) * (py - ay) - (by - ay) * (px - ax));
}
