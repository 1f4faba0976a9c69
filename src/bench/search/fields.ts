import type { Card } from '../../data/record.ts';
import { normalise, wordsOf } from '../../lib/directory/search/read/normalise.ts';
import { SHOWN, type Material } from './engine.ts';

/** A record as an engine without our vocabulary's tree can read it: plain texts. */
export interface Fields {
	id: number;
	name: string;
	other: string;
	organization: string;
	/** What people call its kinds: their labels, and the words that editors keep for each. */
	kinds: string;
	towns: string;
	text: string;
}

/** How much each field counts: as in our own search. */
export const WEIGHTS = { name: 3, other: 2.5, organization: 1.5, kinds: 2.5, towns: 1.2, text: 0.5 };
export const FIELDS = ['name', 'other', 'organization', 'kinds', 'towns', 'text'] as const;

/** The fields of every card. */
export function fieldsOf({ cards, vocabulary }: Material): Fields[] {
	const said = new Map(vocabulary.meanings.map(({ id, phrases }) => [id, phrases]));
	const kinds = (card: Card) =>
		card.terms.flatMap((term) => [vocabulary.terms[term], ...(said.get(`kind-${term}`) ?? []).slice(0, 12)]).join(', ');
	return cards.map((card, id) => ({
		id,
		name: card.name,
		other: (card.aka ?? []).join(', '),
		organization: card.org,
		kinds: kinds(card),
		towns: [...new Set(card.places?.map(({ city }) => city))].join(', '),
		text: card.text
	}));
}

/** Cleans a query as any careful developer would: one case, no accents, no words without meaning. */
export function cleaner({ vocabulary }: Material): (query: string) => string {
	const stop = new Set(vocabulary.stop);
	return (query) => {
		const words = wordsOf(normalise(query));
		const kept = words.filter((word, index) => index === words.length - 1 || !stop.has(word));
		return kept.join(' ');
	};
}

/** Takes the first cards that serve the area (or everyone). */
export function inArea({ cards, vocabulary }: Material): (found: Iterable<number>, area?: string) => Card[] {
	const councils = new Map<string, Set<string>>();
	for (const { area, council } of vocabulary.areas) {
		if (council) councils.set(area, (councils.get(area) ?? new Set()).add(council));
	}
	return (found, area) => {
		const own = area === undefined ? undefined : councils.get(area);
		const chosen: Card[] = [];
		for (const index of found) {
			const card = cards[index];
			if (!card) continue;
			const serves =
				area === undefined || !card.councils || card.area === area || card.councils.some((id) => own?.has(id));
			if (serves && chosen.push(card) >= SHOWN) break;
		}
		return chosen;
	};
}

/** Our vocabulary as a plain list of synonyms: adds to a query the labels of the kinds that its phrases mean. */
export function synonyms({ vocabulary }: Material): (query: string) => string {
	const labels = new Map<string, string>();
	for (const { phrases, terms, kind } of vocabulary.meanings) {
		const [first] = terms;
		if (!first || kind === 'person') continue;
		for (const phrase of phrases) if (!labels.has(phrase)) labels.set(phrase, vocabulary.terms[first]);
	}
	const longest = 5;
	return (query) => {
		const words = wordsOf(normalise(query));
		const added = new Set<string>();
		for (let from = 0; from < words.length; from++) {
			for (let to = Math.min(words.length, from + longest); to > from; to--) {
				const label = labels.get(words.slice(from, to).join(' '));
				if (label === undefined) continue;
				added.add(label);
				from = to - 1;
				break;
			}
		}
		return [query, ...added].join(' ');
	};
}
