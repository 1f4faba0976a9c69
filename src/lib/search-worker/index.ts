import type { Card } from '../../data/record.ts';
import type { Places } from '../../data/places/places.ts';
import type { Vocabulary } from '../../data/vocabulary.ts';
import type { SearchAnswer } from '../directory/search/index.ts';
import type { Connection } from './connect.ts';
import { fromSent, type FromSearch, type SentOptions } from './messages.ts';
import { screensTurn } from './screens-turn.ts';

export type { SentOptions } from './messages.ts';

/** Cards, and names of places, that are sent at once, which takes a slow phone two or three milliseconds. */
const CARDS = 64;
const NAMES = 1024;

/** A question that waits for its answer. */
interface Question {
	words: string;
	options: SentOptions;
	resolve(answer: SearchAnswer | undefined): void;
	reject(reason: Error): void;
}

/** A search that runs beside the page, so that no key waits for it. One question is on its way at a time; of those that wait only the last. */
export class SideSearch {
	readonly #connection: Connection;
	readonly #cards: readonly Card[];
	#asked: Question | undefined;
	#waiting: Question | undefined;

	private constructor(connection: Connection, cards: readonly Card[]) {
		this.#connection = connection;
		this.#cards = cards;
	}

	/**
	 * Makes a search over cards, at the other end of a connection. Rejects when they cannot be searched.
	 * @param options such as will be asked with: it tries itself out with them
	 */
	static async made(
		connection: Connection,
		cards: readonly Card[],
		vocabulary: Vocabulary,
		places: Places | undefined,
		options: SentOptions = {}
	): Promise<SideSearch> {
		const { line } = connection;
		for (let from = 0; from < cards.length; from += CARDS) {
			line.postMessage({ type: 'cards', cards: cards.slice(from, from + CARDS) });
			await screensTurn();
		}
		const names = places?.names ?? [];
		for (let from = 0; from < names.length; from += NAMES) {
			line.postMessage({ type: 'names', names: names.slice(from, from + NAMES) });
			await screensTurn();
		}
		line.postMessage({ type: 'words', vocabulary });
		await screensTurn();
		const search = new SideSearch(connection, cards);
		await new Promise<void>((resolve, reject) => {
			line.onmessage = ({ data }: MessageEvent<FromSearch>) => {
				if (data.type === 'ready') resolve();
				else if (data.type === 'failed') reject(new Error(data.why));
			};
			line.postMessage({ type: 'make', places: places && { ...places, names: [] }, options });
		}).catch((reason: unknown) => {
			connection.end();
			throw reason;
		});
		line.onmessage = ({ data }: MessageEvent<FromSearch>) => search.#onAnswer(data);
		return search;
	}

	/** Asks. Gives nothing when another question came before this one's turn, or the search was ended. */
	ask(words: string, options: SentOptions = {}): Promise<SearchAnswer | undefined> {
		return new Promise((resolve, reject) => {
			this.#waiting?.resolve(undefined);
			this.#waiting = { words, options, resolve, reject };
			this.#send();
		});
	}

	/** Ends it, and lets go of what it holds. */
	end(): void {
		this.#connection.end();
		this.#asked?.resolve(undefined);
		this.#waiting?.resolve(undefined);
	}

	#send(): void {
		if (this.#asked || !this.#waiting) return;
		const { words, options } = (this.#asked = this.#waiting);
		this.#waiting = undefined;
		this.#connection.line.postMessage({ type: 'ask', words, options });
	}

	#onAnswer(message: FromSearch): void {
		const asked = this.#asked;
		this.#asked = undefined;
		if (message.type === 'answer') asked?.resolve(fromSent(message.answer, this.#cards));
		else if (message.type === 'failed') asked?.reject(new Error(message.why));
		this.#send();
	}
}
