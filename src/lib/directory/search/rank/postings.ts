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

/** What the words of a query found in one card. */
export interface TextHit {
	/** 0 to about 3: weight of the fields, averaged over the words by how rare each is. */
	score: number;
	/** The words as typed that were found in names. */
	named: string[];
}

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

/** For each distinct word the cards that have it, with the weight of the best field: typed arrays, one after another. */
export class Postings {
	readonly #starts: Uint32Array;
	readonly #cards: Uint16Array;
	readonly #weights: Float32Array;
	readonly #count: number;

	constructor(lexicon: Lexicon, fields: readonly ReturnType<typeof fieldsOf>[], stop: ReadonlySet<string>) {
		const byWord = new Map<number, Map<number, number>>();
		for (const [card, lists] of fields.entries()) {
			for (const [weight, words] of lists) {
				for (const word of words) {
					const id = lexicon.id(word);
					if (id === undefined || stop.has(word)) continue;
					const cards = byWord.get(id) ?? new Map<number, number>();
					byWord.set(id, cards.set(card, Math.max(weight, cards.get(card) ?? 0)));
				}
			}
		}
		const total = [...byWord.values()].reduce((sum, cards) => sum + cards.size, 0);
		this.#count = fields.length;
		this.#starts = new Uint32Array(lexicon.size + 1);
		this.#cards = new Uint16Array(total);
		this.#weights = new Float32Array(total);
		let at = 0;
		for (let word = 0; word < lexicon.size; word++) {
			this.#starts[word] = at;
			for (const [card, weight] of byWord.get(word) ?? []) {
				this.#cards[at] = card;
				this.#weights[at++] = weight;
			}
		}
		this.#starts[lexicon.size] = at;
	}

	/** Cards whose names, towns or texts hold words of the query. */
	search(tokens: readonly Token[]): Map<number, TextHit> {
		const hits = new Map<number, TextHit>();
		let whole = 0;
		for (const { text, candidates } of tokens) {
			const best = new Map<number, number>();
			let cards = 0;
			for (const { word, quality } of candidates) {
				const [from, to] = [this.#starts[word] ?? 0, this.#starts[word + 1] ?? 0];
				cards += to - from;
				for (let at = from; at < to; at++) {
					const card = this.#cards[at] ?? 0;
					best.set(card, Math.max(best.get(card) ?? 0, (this.#weights[at] ?? 0) * quality));
				}
			}
			const rarity = Math.log(1 + this.#count / Math.max(1, cards));
			whole += rarity;
			for (const [card, weight] of best) {
				const hit = hits.get(card) ?? { score: 0, named: [] };
				hit.score += weight * rarity;
				if (weight > ORGANIZATION) hit.named.push(text);
				hits.set(card, hit);
			}
		}
		for (const hit of hits.values()) hit.score /= whole;
		return hits;
	}
}
