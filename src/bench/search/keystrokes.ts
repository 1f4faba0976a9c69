import type { QueryRecord } from '../../content/schema/words/vocabulary.ts';
import { randomFrom } from '../random.ts';

/** What stands in the box after one key. */
export interface Keystroke {
	text: string;
	area: string | undefined;
}

const SEED = 8;
/** One letter in so many is a slip. */
const SLIP = 25;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Phrases chosen from the queries, with slips, typed letter by letter. The same each time. */
export function keystrokes(queries: readonly QueryRecord[], phrases: number): Keystroke[] {
	const random = randomFrom(SEED);
	const step = queries.length / phrases;
	return Array.from({ length: phrases }, (_, index) => queries[Math.floor(index * step)]).flatMap((query) => {
		const text = misspelt(query?.q ?? '', random);
		return Array.from(text, (_, at) => ({ text: text.slice(0, at + 1), area: query?.area }));
	});
}

/** A letter is now and then dropped, doubled, swapped with the next, or another. */
function misspelt(text: string, random: () => number): string {
	let typed = '';
	for (let at = 0; at < text.length; at++) {
		const letter = text[at] ?? '';
		if (letter === ' ' || random() * SLIP >= 1) {
			typed += letter;
			continue;
		}
		const slip = Math.floor(random() * 4);
		if (slip === 1) typed += letter + letter;
		else if (slip === 2) typed += (text[++at] ?? '') + letter;
		else if (slip === 3) typed += LETTERS[Math.floor(random() * LETTERS.length)];
	}
	return typed;
}
