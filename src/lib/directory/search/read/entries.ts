import type { Card } from '../../../../data/record.ts';
import type { Vocabulary } from '../../../../data/vocabulary.ts';
import { wordsOf } from './normalise.ts';
import type { SearchPlaces } from '../types.ts';
import type { Entry, Target } from './understand.ts';

/** Where a name of several parts is cut: "Open Road – Harlow (West Essex)". */
const PARTS = /\s[–—-]\s|[(),:|/]/;
/** One word is a name by itself only when it is this long: shorter ones are found in names anyway. */
const LONE_NAME_LETTERS = 5;
/** Of more services than this a word for a kind of service is no name. */
const NAMED_SO_MOST = 3;

/** Every phrase that means something, with what it means: vocabulary, areas, places, and names of services. */
export function phraseEntries(
	cards: readonly Card[],
	vocabulary: Vocabulary,
	places: SearchPlaces,
	plain: (text: string) => string
): { phrase: string; entry: Entry }[] {
	const entries: { phrase: string; entry: Entry }[] = [];
	const ids = new Map(vocabulary.meanings.map((meaning) => [meaning.id, { kind: 'meaning' as const, meaning }]));
	const taken = new Set<string>();
	const add = (phrase: string, entry: Entry) => {
		if (phrase === '') return;
		taken.add(phrase);
		entries.push({ phrase, entry });
	};
	for (const [phrase, meanings] of Object.entries(vocabulary.ambiguous)) {
		for (const id of meanings) {
			const entry = ids.get(id);
			if (entry) add(phrase, entry);
		}
	}
	const settled = new Set(taken);
	for (const entry of ids.values()) {
		for (const phrase of entry.meaning.phrases) if (!settled.has(phrase)) add(phrase, entry);
	}
	const meant = new Set(taken);
	for (const { area, council, label, phrases } of vocabulary.areas) {
		for (const phrase of phrases)
			add(phrase, { kind: 'place', target: { name: label, area, ...(council && { council }) } });
	}
	const centres = new Set(vocabulary.areas.flatMap(({ phrases }) => phrases));
	for (const { name, lat, lon, councilId, areaId } of places.names) {
		const phrase = plain(name);
		// The name of a whole area or council stays that; a town of the same name adds its point.
		const target: Target = { name, point: { lat, lon } };
		if (areaId) target.area = areaId;
		else if (!centres.has(phrase)) target.outside = true;
		if (councilId) target.council = councilId;
		add(phrase, { kind: 'place', target });
	}
	for (const [phrase, { label, found }] of nameEntries(cards, vocabulary, plain, taken)) {
		// A name that is also the word for a kind of service ("Needle exchange") is no name.
		if (meant.has(phrase) && found.length > NAMED_SO_MOST) continue;
		add(phrase, { kind: 'name', label, cards: found });
	}
	return entries;
}

/** By phrase: a name as it is written, and the indexes of the cards that are called so. */
type Names = Map<string, { label: string; found: number[] }>;

function nameEntries(
	cards: readonly Card[],
	vocabulary: Vocabulary,
	plain: (text: string) => string,
	taken: ReadonlySet<string>
): Names {
	const byPhrase: Names = new Map();
	const put = (label: string, index: number) => {
		const phrase = plain(label).replace(/^the /, '');
		const lone = !phrase.includes(' ');
		if (lone && phrase.length < LONE_NAME_LETTERS) return;
		const known = byPhrase.get(phrase);
		if (!known) byPhrase.set(phrase, { label, found: [index] });
		else if (known.found.at(-1) !== index) known.found.push(index);
	};
	// Cards by the words that begin a name which the vocabulary has other words for.
	const byWord = new Map<string, { index: number; name: string }[]>();
	for (const name of Object.values(vocabulary.names)) byWord.set(wordsOf(name)[0] ?? '', []);
	for (const [index, card] of cards.entries()) {
		put(card.name, index);
		put(card.org, index);
		for (const other of card.aka ?? []) put(other, index);
		for (const part of card.name.split(PARTS)) if (!taken.has(plain(part))) put(part.trim(), index);
		for (const name of new Set([card.name, card.org, ...(card.aka ?? [])].map(plain))) {
			for (const word of wordsOf(name)) byWord.get(word)?.push({ index, name: ` ${name} ` });
		}
	}
	for (const [typed, name] of Object.entries(vocabulary.names)) {
		const likely = byWord.get(wordsOf(name)[0] ?? '') ?? [];
		const found = new Set(likely.filter((each) => each.name.includes(` ${name} `)).map(({ index }) => index));
		const [first] = found;
		if (first === undefined) continue;
		const known = byPhrase.get(typed);
		byPhrase.set(typed, {
			label: known?.label ?? cards[first]?.org ?? name,
			found: [...new Set([...(known?.found ?? []), ...found])]
		});
	}
	return byPhrase;
}
