import type { Card } from '../../../../data/record.ts';
import type { Lexicon } from '../read/lexicon.ts';
import { wordsOf } from '../read/normalise.ts';
import type { Token } from '../read/phrases.ts';

/** How much a word counts by where it stands. */
const NAME = 3;
const OTHER_NAME = 2.5;
const ORGANIZATION = 1.5;
const TOWN = 1.2;
const TEXT = 0.5;
/** Words of one query that are told apart when found in a name: nobody types more. */
const MASK_BITS = 32;

/** The words of a card by field, those that count most first. */
export function fieldsOf(
	card: Card,
	plain: (text: string) => string
): readonly (readonly [weight: number, words: string[]])[] {
	const words = (text: string) => wordsOf(plain(text));
	return [
		[NAME, words(card.name)],
		[OTHER_NAME, (card.aka ?? []).flatMap(words)],
		[ORGANIZATION, words(card.org)],
		[TOWN, (card.places ?? []).flatMap(({ city }) => words(city))],
		[TEXT, words(card.text)]
	];
}

/** The distinct words of cards, as they are read: before all words are known, none has its number in the lexicon. */
export class CardWords {
	/** Every word, with its number in order of coming. */
	readonly numbers = new Map<string, number>();
	/** One after another: a word, a card that has it, and the weight of the best field that does. */
	readonly found: { words: number[]; cards: number[]; weights: number[] } = { words: [], cards: [], weights: [] };
	/** By word: the last card that had it. */
	readonly #last: number[] = [];
	readonly #stop: ReadonlySet<string>;
	#cards = 0;

	/** @param stop words by which no card is found */
	constructor(stop: ReadonlySet<string>) {
		this.#stop = stop;
	}

	/** How many cards were read. */
	get cards(): number {
		return this.#cards;
	}

	/** Takes the words of the next card. @param fields those that weigh most first */
	add(fields: ReturnType<typeof fieldsOf>): void {
		const card = this.#cards++;
		for (const [weight, words] of fields) {
			for (const word of words) {
				const number = this.know(word);
				if (this.#last[number] === card || this.#stop.has(word)) continue;
				this.#last[number] = card;
				this.found.words.push(number);
				this.found.cards.push(card);
				this.found.weights.push(weight);
			}
		}
	}

	/** Takes a word that need not be of a card. Gives its number. */
	know(word: string): number {
		const known = this.numbers.get(word);
		if (known !== undefined) return known;
		const number = this.numbers.size;
		this.numbers.set(word, number);
		return number;
	}
}

/** What the words of a query found in the cards. Valid until the next search. */
export interface Hits {
	/** By card: 0 where nothing was found, to about 3: weight of the fields, averaged over the words by how rare each is. */
	scores: Float64Array;
	/** How many of the words that `counts` allows were found in names of this card. */
	countNamed(card: number, counts: ReadonlySet<string>): number;
	/** The words as typed that were found in names of this card. */
	named(card: number): string[];
}

/** For each distinct word the cards that have it, with the weight of the best field: typed arrays, one after another. */
export class Postings {
	readonly #starts: Uint32Array;
	readonly #cards: Uint32Array;
	readonly #weights: Float32Array;
	readonly #count: number;
	/** Space for one search, used again by the next. */
	readonly #scores: Float64Array;
	readonly #best: Float64Array;
	/** By card, a bit for each word of the query that is in a name. */
	readonly #named: Uint32Array;
	#touched: number[] = [];

	/** @param lexicon holds every word of the cards */
	constructor(lexicon: Lexicon, { numbers, found, cards: count }: CardWords) {
		const wordOf = new Uint32Array(numbers.size);
		for (const [word, number] of numbers) wordOf[number] = lexicon.id(word) ?? 0;
		const starts = new Uint32Array(lexicon.size + 1);
		for (const number of found.words) {
			const after = (wordOf[number] ?? 0) + 1;
			starts[after] = (starts[after] ?? 0) + 1;
		}
		for (let word = 0; word < lexicon.size; word++) starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
		const next = starts.slice();
		const cards = new Uint32Array(found.words.length);
		const weights = new Float32Array(found.words.length);
		for (const [index, number] of found.words.entries()) {
			const word = wordOf[number] ?? 0;
			const at = next[word] ?? 0;
			next[word] = at + 1;
			cards[at] = found.cards[index] ?? 0;
			weights[at] = found.weights[index] ?? 0;
		}
		this.#count = count;
		this.#starts = starts;
		this.#cards = cards;
		this.#weights = weights;
		this.#scores = new Float64Array(count);
		this.#best = new Float64Array(count);
		this.#named = new Uint32Array(count);
	}

	/** Cards whose names, towns or texts hold words of the query: at most 32 words are told apart. */
	search(tokens: readonly Token[]): Hits {
		const [scores, best, named] = [this.#scores, this.#best, this.#named];
		for (const card of this.#touched) scores[card] = named[card] = 0;
		const touched: number[] = (this.#touched = []);
		let whole = 0;
		for (const [bit, { candidates }] of tokens.entries()) {
			const own: number[] = [];
			let cards = 0;
			for (const { word, quality } of candidates) {
				const [from, to] = [this.#starts[word] ?? 0, this.#starts[word + 1] ?? 0];
				cards += to - from;
				for (let at = from; at < to; at++) {
					const card = this.#cards[at] ?? 0;
					const weight = (this.#weights[at] ?? 0) * quality;
					const before = best[card] ?? 0;
					if (before === 0) own.push(card);
					if (weight > before) best[card] = weight;
				}
			}
			const rarity = Math.log(1 + this.#count / Math.max(1, cards));
			whole += rarity;
			for (const card of own) {
				const weight = best[card] ?? 0;
				best[card] = 0;
				if (scores[card] === 0) touched.push(card);
				scores[card] = (scores[card] ?? 0) + weight * rarity;
				if (weight > ORGANIZATION && bit < MASK_BITS) named[card] = (named[card] ?? 0) | (1 << bit);
			}
		}
		for (const card of touched) scores[card] = (scores[card] ?? 0) / whole;
		const namedBy = (card: number) => tokens.filter((_, bit) => ((named[card] ?? 0) & (1 << bit)) !== 0);
		return {
			scores,
			named: (card) => namedBy(card).map(({ text }) => text),
			countNamed: (card, counts) =>
				named[card] === 0 ? 0 : namedBy(card).filter(({ text }) => counts.has(text)).length
		};
	}
}
