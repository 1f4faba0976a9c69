import Fuse from 'fuse.js/basic';
import { editDistance, editsAllowed } from './distance.ts';
import { singular } from './normalise.ts';

/** A known word that a typed word may stand for. `quality` is 1 for the word itself, less for a guess. */
export interface Candidate {
	word: number;
	quality: number;
	guessed: boolean;
}

/** Quality of the same word in singular or plural. */
const PLURAL = 0.97;
/** Quality of a word that the typed letters begin: from this up to 1, by how much of it was typed. */
const PREFIX = 0.6;
/** Quality of a misspelling with one edit, and what each further edit takes away. */
const MISSPELT = 0.85;
const EDIT_COST = 0.2;
/** A first letter is seldom wrong. */
const FIRST_LETTER_COST = 0.1;
/** Fewest letters that are taken for the start of a word: while it is being typed, and elsewhere. */
const PREFIX_TYPING = 3;
const PREFIX_ANYWHERE = 5;
/** Fewest letters of a word that may be misspelt. */
const FUZZY_LETTERS = 4;
/** Only words that share this part of their letter pairs are handed to Fuse. */
const SHARED_PAIRS = 0.3;
const FUZZY_LIMIT = 6;
const FUZZY_THRESHOLD = 0.45;
const PREFIX_LIMIT = 24;
/** When no more words than this begin so, what was typed may as well be misspelt. */
const FEW_BEGUN = 3;
/** Shortest everyday word whose forms are everyday words too. */
const ORDINARY_STEM = 3;
/** In a word this short the first letter must be right. */
const FIRST_LETTER_SURE = 4;
/** With two slips the first letter must be right, and below this length the second too: "ruining" is not "rolling". */
const SECOND_LETTER_FREE = 9;
const SPACE = 0x20;
const LETTER_CODES = 0x10000;

/** The distinct pairs of neighbouring letters of a word, its ends among them, each as one number. */
function pairsOf(word: string): number[] {
	const pairs: number[] = [];
	let before = SPACE;
	for (let at = 0; at <= word.length; at++) {
		const letter = at < word.length ? word.charCodeAt(at) : SPACE;
		const pair = before * LETTER_CODES + letter;
		if (!pairs.includes(pair)) pairs.push(pair);
		before = letter;
	}
	return pairs;
}

/**
 * The distinct words of vocabulary, places and records, sorted. Finds what a typed word stands for: itself, its singular
 * or plural, words that it begins, or words that it misspells: those that share letter pairs with it and are one edit
 * away, or two where Fuse ranks them among the likest. Answers are remembered.
 */
export class Lexicon {
	readonly #words: readonly string[];
	readonly #ids = new Map<string, number>();
	/** Plurals by their singular. */
	readonly #plurals = new Map<string, number[]>();
	readonly #byPair = new Map<number, number[]>();
	readonly #never: ReadonlySet<string>;
	readonly #remembered = new Map<string, Candidate[]>();
	/** Space to count shared letter pairs in, by word: all zero between two searches. */
	readonly #shared: Uint8Array;

	/** @param never words that are never taken for a misspelling or the start of another word */
	constructor(words: Iterable<string>, never: ReadonlySet<string>) {
		this.#never = never;
		this.#words = [...new Set(words)].sort();
		for (const [id, word] of this.#words.entries()) {
			this.#ids.set(word, id);
			const one = singular(word);
			if (one !== word) push(this.#plurals, one, id);
			if (word.length >= FUZZY_LETTERS) for (const pair of pairsOf(word)) push(this.#byPair, pair, id);
		}
		this.#shared = new Uint8Array(this.#words.length);
	}

	get size(): number {
		return this.#words.length;
	}

	id(word: string): number | undefined {
		return this.#ids.get(word);
	}

	word(id: number): string {
		return this.#words[id] ?? '';
	}

	/** Known words that begin with these letters, in order of the alphabet. */
	startingWith(letters: string, most = PREFIX_LIMIT): number[] {
		let low = 0;
		let high = this.#words.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (this.word(middle) < letters) low = middle + 1;
			else high = middle;
		}
		const found: number[] = [];
		while (found.length < most && this.word(low).startsWith(letters)) found.push(low++);
		return found;
	}

	/** What a typed, normalised word stands for, best first. `typing`: it is the last word and may not be finished. */
	candidates(typed: string, typing: boolean): Candidate[] {
		const key = typing ? `${typed}…` : typed;
		const known = this.#remembered.get(key);
		if (known) return known;
		const found = this.#find(typed, typing);
		if (this.#remembered.size > 2000) this.#remembered.clear();
		this.#remembered.set(key, found);
		return found;
	}

	#find(typed: string, typing: boolean): Candidate[] {
		const same = this.id(typed);
		const found: Candidate[] = same === undefined ? [] : [{ word: same, quality: 1, guessed: false }];
		// "can" is no "cans": everyday words stand for themselves only.
		if (this.#never.has(typed)) return found;
		for (const word of this.#formsOf(singular(typed))) {
			if (word !== same) found.push({ word, quality: PLURAL, guessed: false });
		}
		if (found.length || this.#isOrdinary(typed) || /^\d+$/.test(typed)) return found;
		const begun =
			typed.length >= (typing ? PREFIX_TYPING : PREFIX_ANYWHERE)
				? this.startingWith(typed).map((word) => ({
						word,
						quality: PREFIX + (1 - PREFIX) * (typed.length / this.word(word).length),
						guessed: true
					}))
				: [];
		// A word being typed may still become one of many; a finished one is rather a misspelling than half a word.
		return typing && begun.length > FEW_BEGUN ? begun : [...this.misspelt(typed, editsAllowed(typed.length)), ...begun];
	}

	/** A singular, where it is its own, and its plurals, in order of the alphabet. */
	#formsOf(one: string): number[] {
		const plurals = this.#plurals.get(one) ?? [];
		const id = singular(one) === one ? this.id(one) : undefined;
		return id === undefined ? plurals : [id, ...plurals].sort((a, b) => a - b);
	}

	/** An everyday word, or a form of one: "speaking" is no misspelling of "speeding". */
	#isOrdinary(word: string): boolean {
		if (this.#never.has(word)) return true;
		const stem = word.replace(/(ing|ed|er|ers|ly|es|s)$/, '');
		return stem !== word && stem.length >= ORDINARY_STEM && (this.#never.has(stem) || this.#never.has(`${stem}e`));
	}

	/** Known words that differ by at most `most` edits, best first. Not remembered. */
	misspelt(typed: string, most: number): Candidate[] {
		if (typed.length < FUZZY_LETTERS || most === 0) return [];
		const pairs = pairsOf(typed);
		const shared = this.#shared;
		const seen: number[] = [];
		for (const pair of pairs) {
			for (const word of this.#byPair.get(pair) ?? []) {
				if (Math.abs(this.word(word).length - typed.length) > most) continue;
				const count = shared[word] ?? 0;
				if (count === 0) seen.push(word);
				shared[word] = count + 1;
			}
		}
		const alike = seen.filter((word) => (shared[word] ?? 0) >= pairs.length * SHARED_PAIRS);
		for (const word of seen) shared[word] = 0;
		const found: Candidate[] = [];
		const far: Candidate[] = [];
		for (const word of alike) {
			const item = this.word(word);
			const edits = editDistance(typed, item, most);
			if (edits > most) continue;
			// Short words are too alike for two edits, however long the typed one is.
			if (edits > editsAllowed(Math.min(item.length, typed.length) + 1)) continue;
			if (item[0] !== typed[0] && (typed.length <= FIRST_LETTER_SURE || edits > 1)) continue;
			if (edits > 1 && item[1] !== typed[1] && typed.length < SECOND_LETTER_FREE) continue;
			const first = item[0] === typed[0] ? 0 : FIRST_LETTER_COST;
			const candidate = { word, quality: MISSPELT - EDIT_COST * (edits - 1) - first, guessed: true };
			(edits > 1 ? far : found).push(candidate);
		}
		// One edit away is near enough. Of those that are further Fuse tells which look most like it; it is slow, so only then.
		if (far.length > 0) {
			const fuse = new Fuse(
				alike.map((word) => this.word(word)),
				{ threshold: FUZZY_THRESHOLD, includeScore: true, distance: 20 }
			);
			const likest = new Set(fuse.search(typed, { limit: FUZZY_LIMIT }).map(({ item }) => item));
			found.push(...far.filter(({ word }) => likest.has(this.word(word))));
		}
		return found.sort((a, b) => b.quality - a.quality || a.word - b.word);
	}
}

function push<Key>(map: Map<Key, number[]>, key: Key, value: number): void {
	const list = map.get(key);
	if (list) list.push(value);
	else map.set(key, [value]);
}
