import { hashId } from '../../data/files/buckets.ts';

/**
 * Short codes that stand for ids in plans and their links: an id takes 20 to 60 characters, its code six. A code is cut
 * from a hash of the id, so that it needs no list and never changes. `fingerpost check` refuses ids whose codes are alike.
 * The alphabet is Crockford's base 32: it has no letters that are read for one another, survives a change of case, and
 * makes the smallest QR codes.
 */
export const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS = 5;

/** Characters of a code for a service or an outcome (30 bits), and for a step within its outcome (20 bits). */
export const CODE_LENGTH = 6;
export const STEP_CODE_LENGTH = 4;

/** The lowest bits of `value` as `length` characters. */
export function toDigits(value: number, length: number): string {
	let text = '';
	for (let i = length - 1; i >= 0; i--) text += ALPHABET[(value >>> (i * BITS)) & 31];
	return text;
}

/** The code of a service or an outcome, from its id. */
export function codeOf(id: string): string {
	return toDigits(hashId(id), CODE_LENGTH);
}

/** The bucket, from 0, of a code among `buckets` (a power of two, at most 32 to the power of its length). */
export function bucketOfCode(code: string, buckets: number): number {
	let value = 0;
	for (const digit of code) value = (value * ALPHABET.length + ALPHABET.indexOf(digit)) % buckets;
	return value;
}

/** The code of a step within its outcome, from what it says: a step that is rewritten is another step. */
export function stepCode(text: string): string {
	return toDigits(hashId(text), STEP_CODE_LENGTH);
}

/** Groups of two or more of `ids` (each different) that have the same code. Empty when all is well. */
export function sameCodes(ids: Iterable<string>, code: (id: string) => string = codeOf): string[][] {
	const byCode = new Map<string, string[]>();
	for (const id of new Set(ids)) byCode.set(code(id), [...(byCode.get(code(id)) ?? []), id]);
	return [...byCode.values()].filter((group) => group.length > 1);
}
