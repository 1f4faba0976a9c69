import type { Card } from '../../../../data/record.ts';
import type { Vocabulary } from '../../../../data/vocabulary.ts';
import { forEachInSteps, type Steps } from '../steps.ts';
import { wordsOf } from './normalise.ts';
import type { SearchPlaces } from '../types.ts';
import type { Entry, Target } from './understand.ts';

/** Where a name of several parts is cut: "Open Road – Harlow (West Essex)". */
const PARTS = /\s[–—-]\s|[(),:|/]/;
/** One word is a name by itself only when it is this long: shorter ones are found in names anyway. */
const LONE_NAME_LETTERS = 5;

/** Every phrase that means something, with what it means: vocabulary, areas, places, and names of services. */
export function* phraseEntries(
	cards: readonly Card[],
	vocabulary: Vocabulary,
	places: SearchPlaces,
	plain: (text: string) => string
): Steps<{ phrase: string; entry: Entry }[]> {
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
	yield* forEachInSteps(places.names, ({ name, lat, lon, councilId, areaId }) => {
		const phrase = plain(name);
		// The name of a whole area or council stays that; a town of the same name adds its point.
		const target: Target = { name, point: { lat, lon } };
		if (areaId) target.area = areaId;
		else if (!centres.has(phrase)) target.outside = true;
		if (councilId) target.council = councilId;
		add(phrase, { kind: 'place', target });
	});
	for (const { phrase, label, found } of yield* nameEntries(cards, vocabulary, plain, meant, taken)) {
		add(phrase, { kind: 'name', label, cards: found });
	}
	return entries;
}

function* nameEntries(
	cards: readonly Card[],
	vocabulary: Vocabulary,
	plain: (text: string) => string,
	meant: ReadonlySet<string>,
	taken: ReadonlySet<string>
): Steps<{ phrase: string; label: string; found: Set<number> }[]> {
	const byPhrase = new Map<string, { label: string; found: Set<number> }>();
	const put = (label: string, index: number) => {
		const phrase = plain(label).replace(/^the /, '');
		const lone = !phrase.includes(' ');
		if (lone && phrase.length < LONE_NAME_LETTERS) return;
		const entry = byPhrase.get(phrase) ?? { label, found: new Set<number>() };
		entry.found.add(index);
		byPhrase.set(phrase, entry);
	};
	yield* forEachInSteps(cards, (card, index) => {
		put(card.name, index);
		put(card.org, index);
		for (const other of card.aka ?? []) put(other, index);
		for (const part of card.name.split(PARTS)) if (!taken.has(plain(part))) put(part.trim(), index);
	});
	const byWord = new Map<string, { index: number; name: string }[]>();
	yield* forEachInSteps(cards, (card, index) => {
		for (const name of new Set([card.name, card.org, ...(card.aka ?? [])].map(plain))) {
			for (const word of new Set(wordsOf(name))) {
				const list = byWord.get(word);
				if (list) list.push({ index, name: ` ${name} ` });
				else byWord.set(word, [{ index, name: ` ${name} ` }]);
			}
		}
	});
	for (const [typed, name] of Object.entries(vocabulary.names)) {
		const likely = byWord.get(wordsOf(name)[0] ?? '') ?? [];
		const found = new Set(likely.filter((each) => each.name.includes(` ${name} `)).map(({ index }) => index));
		const first = [...found][0];
		if (first === undefined) continue;
		const known = byPhrase.get(typed);
		byPhrase.set(typed, {
			label: known?.label ?? cards[first]?.org ?? name,
			found: new Set([...(known?.found ?? []), ...found])
		});
	}
	// A name that is also the word for a kind of service ("Needle exchange") is no name.
	return [...byPhrase]
		.filter(([phrase, { found }]) => phrase !== '' && !(meant.has(phrase) && found.size > 3))
		.map(([phrase, { label, found }]) => ({ phrase, label, found }));
}
