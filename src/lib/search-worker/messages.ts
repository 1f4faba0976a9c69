import type { Card } from '../../data/record.ts';
import type { PlaceName, Places } from '../../data/places/places.ts';
import type { Vocabulary } from '../../data/vocabulary.ts';
import type { SearchAnswer, SearchOptions, SearchResult } from '../directory/search/index.ts';

/** The end of a line that carries messages: a worker, what it sees of the page, or a port. */
export interface Line {
	postMessage(message: ToSearch | FromSearch): void;
	onmessage: ((event: MessageEvent) => void) | null;
}

/**
 * What is sent to the search, in parts that are quickly copied: cards and names of places a few at a time, what words mean, then
 * `make` with the places without their names, then questions.
 */
export type ToSearch =
	| { type: 'cards'; cards: readonly Card[] }
	| { type: 'names'; names: readonly PlaceName[] }
	| { type: 'words'; vocabulary: Vocabulary }
	| { type: 'make'; places: Places | undefined; options: SentOptions }
	| { type: 'ask'; words: string; options: SentOptions };

/** What the search sends: that it is there, that it may be asked, an answer to the only question that waits, or why there is none. */
export type FromSearch =
	{ type: 'here' } | { type: 'ready' } | { type: 'answer'; answer: SentAnswer } | { type: 'failed'; why: string };

/** Options without functions, which cannot be sent. `open` has a 1 for each card that is open, in the order in which they were sent. */
export type SentOptions = Omit<SearchOptions, 'open' | 'keep'> & { open?: Uint8Array };

/** An answer with each card as its number in the order in which they were sent. */
export interface SentAnswer extends Omit<SearchAnswer, 'results' | 'nearMisses' | 'fallback'> {
	results: SentResult[];
	nearMisses: SentResult[];
	fallback: number[];
}
type SentResult = Omit<SearchResult, 'card'> & { card: number };

/** An answer as it is sent. @param numberOf gives the number of each card that was sent */
export function toSent(answer: SearchAnswer, numberOf: (card: Card) => number): SentAnswer {
	const sent = ({ card, ...rest }: SearchResult) => ({ ...rest, card: numberOf(card) });
	return {
		...answer,
		results: answer.results.map(sent),
		nearMisses: answer.nearMisses.map(sent),
		fallback: answer.fallback.map(numberOf)
	};
}

/** The answer that was sent, with the cards themselves. */
export function fromSent(answer: SentAnswer, cards: readonly Card[]): SearchAnswer {
	const result = ({ card: number, ...rest }: SentResult) => {
		const card = cards[number];
		return card ? [{ ...rest, card }] : [];
	};
	return {
		...answer,
		results: answer.results.flatMap(result),
		nearMisses: answer.nearMisses.flatMap(result),
		fallback: answer.fallback.flatMap((number) => cards[number] ?? [])
	};
}
