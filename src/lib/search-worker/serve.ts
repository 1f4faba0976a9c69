import type { Card } from '../../data/record.ts';
import type { PlaceName } from '../../data/places/places.ts';
import type { Vocabulary } from '../../data/vocabulary.ts';
import { createSearch, searchPlaces, WARM_UP, type Search, type SearchOptions } from '../directory/search/index.ts';
import { toSent, type Line, type SentOptions, type ToSearch } from './messages.ts';

/** Answers what comes over a line, one message after another. */
export function serve(line: Line): void {
	const cards: Card[] = [];
	const numbers = new Map<Card, number>();
	const names: PlaceName[] = [];
	let vocabulary: Vocabulary | undefined;
	let search: Search | undefined;

	function optionsOf({ open, ...rest }: SentOptions): SearchOptions {
		return { ...rest, ...(open && { open: (card: Card) => open[numbers.get(card) ?? -1] === 1 }) };
	}

	function answer(message: ToSearch): void {
		switch (message.type) {
			case 'cards':
				for (const card of message.cards) numbers.set(card, cards.push(card) - 1);
				return;
			case 'names':
				names.push(...message.names);
				return;
			case 'words':
				vocabulary = message.vocabulary;
				return;
			case 'make': {
				const { places, options } = message;
				if (!vocabulary) throw new Error('What words mean was not sent.');
				const made = createSearch(cards, vocabulary, places && searchPlaces({ ...places, names }));
				search = made;
				line.postMessage({ type: 'ready' });
				warmUp(made, optionsOf(options));
				return;
			}
			case 'ask': {
				const found = search?.(message.words, optionsOf(message.options));
				if (found) line.postMessage({ type: 'answer', answer: toSent(found, (card) => numbers.get(card) ?? -1) });
			}
		}
	}

	line.onmessage = ({ data }: MessageEvent<ToSearch>) => {
		try {
			answer(data);
		} catch (reason) {
			line.postMessage({ type: 'failed', why: String(reason) });
		}
	};
	line.postMessage({ type: 'here' });
}

/** A key at a time, so that a question of a person comes between. */
function warmUp(search: Search, options: SearchOptions): void {
	let next = 0;
	const one = () => {
		const text = WARM_UP[next++];
		if (text === undefined) return;
		search(text, options);
		setTimeout(one);
	};
	one();
}
