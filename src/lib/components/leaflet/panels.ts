import type { Format } from '$lib/leaflet/index.ts';

/**
 * Heights of the columns of each form of paper, in CSS pixels, as `paper.css` draws them (in millimetres there). A printer
 * may round type a little larger than a screen: so much is left free at the end of each column.
 */
const PIXELS_PER_MM = 96 / 25.4;
const FREE_MM = 3;

/** A4 and the edge that is left white, in millimetres. */
const SHEET_INNER_MM = 297 - 2 * 10;
/** A folded panel is A4's short side high. */
const FOLD_INNER_MM = 210 - 2 * 8;
/** Half of a quarter of A4, and a quarter for large print. */
const CARD_INNER_MM = 297 / 4 - 2 * 5;
const LARGE_CARD_INNER_MM = 297 / 2 - 2 * 5;

/**
 * @param frame height in pixels of what stands above and below the columns
 */
export function panelsOf(format: Format, large: boolean, frame: number): number[] {
	const column = (millimetres: number) => (millimetres - FREE_MM) * PIXELS_PER_MM - frame;
	if (format === 'sheet') return large ? [column(SHEET_INNER_MM)] : [column(SHEET_INNER_MM), column(SHEET_INNER_MM)];
	// The flap, the three inside, and the back, at whose end the frame stands.
	if (format === 'fold') return Array.from({ length: 5 }, (_, at) => column(FOLD_INNER_MM) + (at < 4 ? frame : 0));
	return [column(large ? LARGE_CARD_INNER_MM : CARD_INNER_MM)];
}
