/** A box on the screen, in pixels; y grows downwards. */
export interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** A name that wants a place on the map. */
export interface LabelWish {
	/** What is written, line by line. */
	lines: readonly string[];
	/** The point it belongs to. */
	x: number;
	y: number;
	/** Height of its letters. */
	size: number;
	/** `around`: beside its point where there is room. `centre`: on its point or nowhere. */
	at: 'around' | 'centre';
	/** For the drawing: passed on as it is. */
	style: string;
}

/** A name with its place: `x` and `y` are the middle of its box. */
export interface PlacedLabel {
	lines: readonly string[];
	x: number;
	y: number;
	size: number;
	style: string;
	box: Box;
}

/** Width of a text at a size, in pixels. */
export type Measure = (text: string, size: number) => number;

/** Lines are this much apart, as a share of the size. */
export const LINE_HEIGHT = 1.15;
/** Free room around each name, in pixels. */
const MARGIN = 3;
/** From a point to a name beside it, in pixels. */
const GAP = 4;

export function overlaps(a: Box, b: Box): boolean {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The box of a text around its middle. */
export function boxAround(lines: readonly string[], size: number, x: number, y: number, measure: Measure): Box {
	const width = Math.max(...lines.map((line) => measure(line, size)));
	const height = lines.length * size * LINE_HEIGHT;
	return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
}

/** Breaks a name into lines of about `most` letters, at its spaces. */
export function wrap(text: string, most: number): string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(' ')) {
		if (line !== '' && line.length + 1 + word.length > most) {
			lines.push(line);
			line = word;
		} else line = line === '' ? word : `${line} ${word}`;
	}
	return [...lines, line];
}

/**
 * Gives names their places, the first wishes first; a name that finds no room is left out.
 * @param frame names lie wholly in it
 * @param taken boxes that no name may cover
 * @returns names of which no two overlap, in the order of the wishes
 */
export function placeLabels(
	wishes: readonly LabelWish[],
	frame: Box,
	taken: readonly Box[],
	measure: Measure
): PlacedLabel[] {
	const full = [...taken];
	const placed: PlacedLabel[] = [];
	for (const wish of wishes) {
		const { lines, size, style } = wish;
		for (const [x, y] of spots(wish, measure)) {
			const box = boxAround(lines, size, x, y, measure);
			if (!isWithin(box, frame)) continue;
			const roomy = {
				left: box.left - MARGIN,
				top: box.top - MARGIN,
				right: box.right + MARGIN,
				bottom: box.bottom + MARGIN
			};
			if (full.some((other) => overlaps(other, roomy))) continue;
			full.push(box);
			placed.push({ lines, x, y, size, style, box });
			break;
		}
	}
	return placed;
}

function isWithin(box: Box, frame: Box): boolean {
	return box.left >= frame.left && box.top >= frame.top && box.right <= frame.right && box.bottom <= frame.bottom;
}

/** Middles that a name may have, best first. */
function spots({ lines, x, y, size, at }: LabelWish, measure: Measure): [number, number][] {
	if (at === 'centre') return [[x, y]];
	const { right, bottom } = boxAround(lines, size, 0, 0, measure);
	// Far enough to clear a marker that stands on the point.
	const [aside, above] = [right + GAP + size, bottom + GAP + size];
	return [
		[x, y],
		[x, y + above],
		[x, y - above],
		[x + aside, y],
		[x - aside, y]
	];
}
