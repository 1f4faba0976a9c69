import { isOutward } from './postcode-areas.ts';

/** A postcode or the start of one, as understood. */
export interface Postcode {
	/** "LE16". */
	outward: string;
	/** 0 to 9: the 8 of LE16 8TH. */
	sector?: number;
	/** "TH": absent when letters are missing or cannot be a unit's. */
	unit?: string;
	/** How many characters were taken for another: O for 0, I or L for 1, and back. */
	mended: number;
}

/** What may be a postcode, or its first half, among other words. */
export const POSTCODE_LIKE = /\b[a-z]{1,2}\d[a-z\d]?(?: ?\d[a-z]{2})?\b/gi;
/** More than this nobody types to say where they are. */
export const TYPED_LIMIT = 200;
/** A postcode has at most four characters before the gap and three after it. */
const MAX_LENGTH = 7;
/** L is a letter, 9 a digit. */
const OUTWARD_SHAPES = ['LL99', 'LL9', 'L99', 'L9', 'LL9L', 'L9L'];
const INWARD = '9LL';
const DIGIT_FOR: Record<string, string> = { O: '0', I: '1', L: '1' };
const DIGIT_FOR_IN_WORDS: Record<string, string> = { O: '0', I: '1' };
const LETTER_FOR: Record<string, string> = { 0: 'O', 1: 'I' };
/** Letters that no unit has, because they are easily misread. */
const NOT_IN_UNITS = /[CIKMOV]/;

/**
 * Finds a postcode, or the start of one, in what somebody typed: any case, with or without space, O for 0 and I for 1, last
 * letters missing, outward code only, words around it.
 * @param isKnown whether an outward code is in our tables; decides between readings that are both possible (LE1 6, LE16)
 */
export function parsePostcode(
	typed: string,
	isKnown: (outward: string) => boolean = () => false
): Postcode | undefined {
	const words = postcodeWords(typed);
	let best: { postcode: Postcode; score: number } | undefined;
	for (let start = 0; start < words.length; start++) {
		for (let end = start + 1; end <= words.length; end++) {
			const taken = words.slice(start, end);
			if (taken.join('').length > MAX_LENGTH) break;
			for (const postcode of readings(taken)) {
				// MOIRA is a village and no postcode of Manchester; LEII IAA is LE11 1AA.
				if (!/[0-9]/.test(taken.join('')) && !isKnown(postcode.outward)) continue;
				const score = scoreOf(postcode, taken, isKnown);
				if (!best || score > best.score) best = { postcode, score };
			}
		}
	}
	return best?.postcode;
}

/** "LE16 8TH", "LE16 8" or "LE16". */
export function formatPostcode({ outward, sector, unit }: Postcode): string {
	return sector === undefined ? outward : `${outward} ${sector}${unit ?? ''}`;
}

function postcodeWords(typed: string): string[] {
	const plain = typed.slice(0, TYPED_LIMIT).normalize('NFKC').toUpperCase();
	return plain.match(/[A-Z0-9]+/g) ?? [];
}

/** Every way to read words, put together, as a postcode. */
function readings(words: readonly string[]): Postcode[] {
	const text = words.join('');
	// Without any digit only whole postcodes, and L does not stand for 1: too many words are made so.
	const digits = /[0-9]/.test(text);
	if (!digits && !/[IO].*[IO]/.test(text)) return [];
	const found: Postcode[] = [];
	for (const shape of OUTWARD_SHAPES) {
		const inwardLength = text.length - shape.length;
		if (inwardLength < 0 || inwardLength > INWARD.length) continue;
		const fitted = fit(text, shape + INWARD.slice(0, inwardLength), digits ? DIGIT_FOR : DIGIT_FOR_IN_WORDS);
		if (!digits && inwardLength < INWARD.length) continue;
		if (!fitted || !isOutward(fitted.text.slice(0, shape.length))) continue;
		const inward = fitted.text.slice(shape.length);
		const unit = inward.slice(1);
		found.push({
			outward: fitted.text.slice(0, shape.length),
			...(inward ? { sector: Number(inward[0]) } : {}),
			...(unit.length === 2 && !NOT_IN_UNITS.test(unit) ? { unit } : {}),
			mended: fitted.mended
		});
	}
	return found;
}

/** The text with letters and digits where the shape wants them, or undefined when a character cannot be one. */
function fit(
	text: string,
	shape: string,
	digitFor: Readonly<Record<string, string>>
): { text: string; mended: number } | undefined {
	let fitted = '';
	let mended = 0;
	for (let i = 0; i < shape.length; i++) {
		const character = text[i] ?? '';
		const fits = shape[i] === '9' ? /[0-9]/.test(character) : /[A-Z]/.test(character);
		const other = shape[i] === '9' ? digitFor[character] : LETTER_FOR[character];
		if (!fits && other === undefined) return undefined;
		fitted += fits ? character : (other ?? '');
		if (!fits) mended++;
	}
	return { text: fitted, mended };
}

/** Weights, each able to outdo all that follow: whole, known to us, few mends, gap where it was typed, longest. */
function scoreOf(postcode: Postcode, words: readonly string[], isKnown: (outward: string) => boolean): number {
	const typed = words.join('').length;
	const whole = postcode.unit === undefined ? 0 : 1;
	const known = isKnown(postcode.outward) ? 1 : 0;
	const gap = words.some((_, i) => words.slice(0, i).join('').length === postcode.outward.length) ? 1 : 0;
	const asTyped = words.length > 1 ? gap : postcode.sector === undefined ? 1 : 0;
	return whole * 10_000 + known * 1_000 + (MAX_LENGTH - postcode.mended) * 100 + asTyped * 10 + typed;
}
