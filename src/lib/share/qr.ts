import { correction, generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';

/** Light modules around the code that a camera needs (ISO/IEC 18004: four). */
const QUIET_ZONE = 4;
/** Bytes that a code may hold here: with more, a phone's camera has trouble with it on paper. */
export const MOST_IN_QR = 1000;

/** A QR code as a drawing. */
export interface QrDrawing {
	/** View box of the SVG, with the light edge that cameras need; one unit is one module. */
	box: string;
	/** Path of the dark modules. */
	path: string;
}

/**
 * Draws a text, such as a link, as a QR code of which 15 % may be dirty or torn (level M). Undefined when the text is too
 * long for a code that cameras read well.
 */
export function drawQr(text: string): QrDrawing | undefined {
	if (new TextEncoder().encode(text).length > MOST_IN_QR) return undefined;
	const code = generate(text, { minCorrectionLevel: correction.M });
	const size = code.size + 2 * QUIET_ZONE;
	return { box: `${-QUIET_ZONE} ${-QUIET_ZONE} ${size} ${size}`, path: toSvgPath(code) };
}
