import { POSTCODE_LIKE } from '../place/postcode.ts';

/** A place follows these words, to the end of what was typed. Not "from": "withdrawal from ket" is no town. */
const AFTER_WORD = /\b(?:in|near|nr|around|at)\s+(\S.*)$/i;

/** Where somebody says that they want help, in a search in their own words: what follows "in" or "near", or a postcode. Empty when they do not. */
export function placeInWords(words: string): string {
	return (AFTER_WORD.exec(words)?.[1] ?? words.match(POSTCODE_LIKE)?.[0] ?? '').trim();
}
