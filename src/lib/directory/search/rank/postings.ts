import type { Card } from '../../../../data/record.ts';
import type { Lexicon } from '../read/lexicon.ts';
import { wordsOf } from '../read/normalise.ts';
import type { Token } from '../read/phrases.ts';
import { forEachInSteps, type Steps } from '../steps.ts';

/** How much a word counts by where it stands. */
const NAME = 3;
const OTHER_NAME = 2.5;
const ORGANIZATION = 1.5;
const TOWN = 1.2;
const TEXT = 0.5;
/** Words of one query that are told apart when found in a name: nobody types more. */
const MASK_BITS = 32;

/** The words of a card, for the lexicon and the postings. */
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

	private constructor(count: number, starts: Uint32Array, cards: Uint32Array, weights: Float32Array) {
		this.#count = count;
		this.#starts = starts;
		this.#cards = cards;
		this.#weights = weights;
		this.#scores = new Float64Array(count);
		this.#best = new Float64Array(count);
		this.#named = new Uint32Array(count);
	}

	static *made(
		lexicon: Lexicon,
		fields: readonly ReturnType<typeof fieldsOf>[],
		stop: ReadonlySet<string>
	): Steps<Postings> {
		const found: { word: number; card: number; weight: number }[] = [];
		const starts = new Uint32Array(lexicon.size + 1);
		yield* forEachInSteps(fields, (lists, card) => {
			const best = new Map<number, number>();
			for (const [weight, words] of lists) {
				for (const word of words) {
					const id = stop.has(word) ? undefined : lexicon.id(word);
					if (id !== undefined) best.set(id, Math.max(weight, best.get(id) ?? 0));
				}
			}
			for (const [word, weight] of best) {
				found.push({ word, card, weight });
				starts[word + 1] = (starts[word + 1] ?? 0) + 1;
			}
		});
		for (let word = 0; word < lexicon.size; word++) starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
		const next = starts.slice();
		const cards = new Uint32Array(found.length);
		const weights = new Float32Array(found.length);
		yield* forEachInSteps(found, ({ word, card, weight }) => {
			const at = next[word] ?? 0;
			next[word] = at + 1;
			cards[at] = card;
			weights[at] = weight;
		});
		return new Postings(fields.length, starts, cards, weights);
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
