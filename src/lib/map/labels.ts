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
	/** How far from its point a name with room `around` may begin, in pixels. Names of large areas may go far. */
	reach?: number | undefined;
	/** A name without which nobody knows where they are: where there is no room it covers a marker or two. */
	insist?: boolean;
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
/** How far from its point a name may begin, in pixels: the first clears a marker that stands on the point. */
const CLEARINGS = [21, 29, 40, 56];
/** Farther than this and a name seems to belong to another place. */
const NEAR = 30;

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
 * @param taken boxes that no name may cover, except names that insist
 * @returns names of which no two overlap, in the order of the wishes
 */
export function placeLabels(
	wishes: readonly LabelWish[],
	frame: Box,
	taken: readonly Box[],
	measure: Measure
): PlacedLabel[] {
	const placed: PlacedLabel[] = [];
	for (const wish of wishes) {
		const { lines, size, style } = wish;
		// A name whose place is out of sight would seem to belong to another one.
		if (!isWithin({ left: wish.x, right: wish.x, top: wish.y, bottom: wish.y }, frame)) continue;
		const options = spots(wish, measure)
			.map(([x, y]) => ({ lines, x, y, size, style, box: boxAround(lines, size, x, y, measure) }))
			.filter(({ box }) => isWithin(box, frame) && !placed.some((other) => overlaps(other.box, roomAround(box))));
		const covered = (box: Box) => taken.reduce((sum, other) => sum + overlap(other, roomAround(box)), 0);
		const free = options.find(({ box }) => covered(box) === 0);
		const label = free ?? (wish.insist ? least(options, ({ box }) => covered(box)) : undefined);
		if (label) placed.push(label);
	}
	return placed;
}

function roomAround({ left, top, right, bottom }: Box): Box {
	return { left: left - MARGIN, top: top - MARGIN, right: right + MARGIN, bottom: bottom + MARGIN };
}

/** The surface that two boxes share. */
function overlap(a: Box, b: Box): number {
	const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
	const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
	return Math.max(0, width) * Math.max(0, height);
}

function least<T>(options: readonly T[], cost: (option: T) => number): T | undefined {
	return options.map((option) => ({ option, cost: cost(option) })).sort((a, b) => a.cost - b.cost)[0]?.option;
}

function isWithin(box: Box, frame: Box): boolean {
	return box.left >= frame.left && box.top >= frame.top && box.right <= frame.right && box.bottom <= frame.bottom;
}

/** Middles that a name may have, best first: on its point, then around it, ever farther out. */
function spots({ lines, x, y, size, at, reach = NEAR }: LabelWish, measure: Measure): [number, number][] {
	if (at === 'centre') return [[x, y]];
	const { right, bottom } = boxAround(lines, size, 0, 0, measure);
	const rings = CLEARINGS.filter((clearing) => clearing <= reach).flatMap((clearing): [number, number][] => {
		const [aside, above, half] = [right + clearing, bottom + clearing, right / 2];
		return [
			[x, y + above],
			[x, y - above],
			[x + aside, y],
			[x - aside, y],
			[x + half, y + above],
			[x - half, y + above],
			[x + half, y - above],
			[x - half, y - above]
		];
	});
	return [[x, y], ...rings];
}
