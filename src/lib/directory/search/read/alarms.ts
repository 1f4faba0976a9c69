import type { SubstanceGroup } from '../../../../data/terms.ts';
import type { Meaning, Vocabulary } from '../../../../data/vocabulary.ts';
import type { Lexicon } from './lexicon.ts';
import { wordsOf } from './normalise.ts';
import type { Span, Token } from './phrases.ts';
import type { Entry } from './understand.ts';

/** From this number on it is many tablets. */
const MANY = 8;
/** Groups of which people say "too much" and mean a habit. */
const SLOW: ReadonlySet<SubstanceGroup> = new Set<SubstanceGroup>(['alcohol', 'cannabis', 'tobacco', 'gambling']);
/** A child of at most so many years swallows things. */
const SMALL_CHILD = 11;
const YEARS = new Set(['yr', 'yrs', 'year', 'years', 'yo', 'yearold', 'month', 'months', 'mth', 'mths', 'week']);
/** "He is 4 and swallowed": words before and after a number that is an age. */
const IS = new Set(['is', 'hes', 'shes', 'aged', 'age', 'only', 'just']);
const ENDS = new Set(['', 'and', 'he', 'she', 'who', 'has', 'swallowed', 'ate', 'drank', 'took', 'got']);
const GLUED_YEARS = /^(\d{1,2})(?:yo|yrs?|yearold|yrold)$/;

/** A danger that the words of a query tell together. */
export interface Alarm {
	meaning: Meaning;
	/** The words that told it, as typed. */
	words: string;
	positions: number[];
}

/** Words and phrases of a list; single words in a set, phrases as their words. */
interface WordList {
	single: ReadonlySet<string>;
	phrases: readonly (readonly string[])[];
	special: ReadonlySet<string>;
}

interface Rule {
	meaning: Meaning;
	all: readonly WordList[];
	unless: readonly WordList[];
	within: number;
}

/** The words of a query, each as typed and as what it may be instead. */
type Texts = readonly (readonly string[])[];

/** Finds dangers that are told by words which stand apart: "she took all of mums tablets", "stopped drinking, now shaking". */
export class Alarms {
	readonly #lexicon: Lexicon;
	readonly #rules: Rule[];
	/** Phrases that only sound like danger, by their first word. */
	readonly #harmless = new Map<string, (readonly string[])[]>();

	/** @throws when an alarm names a need or a list that does not exist */
	constructor(lexicon: Lexicon, { alarms, meanings }: Pick<Vocabulary, 'alarms' | 'meanings'>) {
		this.#lexicon = lexicon;
		const lists = new Map(Object.entries(alarms.lists).map(([name, words]) => [name, listOf(words)]));
		const named = (name: string) => found(lists.get(name), `the list "${name}"`);
		this.#rules = alarms.rules.map(({ need, all, unless, within }) => ({
			meaning: found(
				meanings.find(({ id }) => id === need),
				`the need "${need}"`
			),
			all: all.map(named),
			unless: unless.map(named),
			within
		}));
		for (const words of alarms.harmless.map(wordsOf)) {
			const [first = ''] = words;
			this.#harmless.set(first, [...(this.#harmless.get(first) ?? []), words]);
		}
	}

	/** Positions of words that only sound like danger: "fit for work". */
	harmlessIn(tokens: readonly Token[]): Set<number> {
		const positions = new Set<number>();
		for (const [from, { text }] of tokens.entries()) {
			for (const phrase of this.#harmless.get(text) ?? []) {
				if (!phrase.every((word, at) => tokens[from + at]?.text === word)) continue;
				for (let at = 0; at < phrase.length; at++) positions.add(from + at);
			}
		}
		return positions;
	}

	/** Every danger that is told, each once. */
	find(tokens: readonly Token[], spans: readonly Span<Entry>[], harmless: ReadonlySet<number>): Alarm[] {
		const texts = tokens.map(({ text, known, candidates }, position) =>
			harmless.has(position)
				? []
				: [text, ...candidates.filter(({ guessed }) => guessed !== known).map(({ word }) => this.#lexicon.word(word))]
		);
		const present = new Set(texts.flat());
		// Rules share lists.
		const found = new Map<WordList, Place[]>();
		const placesOf = (list: WordList): Place[] => {
			let places = found.get(list);
			if (!places) found.set(list, (places = placesIn(list, texts, present, tokens, spans)));
			return places;
		};
		const alarms = new Map<string, Alarm>();
		for (const { meaning, all, unless, within } of this.#rules) {
			if (alarms.has(meaning.id)) continue;
			const places: Place[][] = [];
			for (const list of all) {
				const at = placesOf(list);
				if (at.length === 0) break;
				places.push(at);
			}
			if (places.length < all.length) continue;
			const together = closest(places, within);
			if (!together || unless.some((list) => placesOf(list).length > 0)) continue;
			const positions = [...new Set(together.flatMap(({ from, to }) => [from, to - 1]))].sort((a, b) => a - b);
			alarms.set(meaning.id, { meaning, positions, words: positions.map((at) => tokens[at]?.text ?? '').join(' ') });
		}
		return [...alarms.values()];
	}
}

/** Words from `from` up to, not including, `to`. */
interface Place {
	from: number;
	to: number;
}

function found<Value>(value: Value | undefined, what: string): Value {
	if (value === undefined) throw new Error(`content/vocabulary/alarms.yaml: there is not ${what}`);
	return value;
}

function listOf(words: readonly string[]): WordList {
	const plain = words.filter((word) => !word.startsWith('='));
	return {
		single: new Set(plain.filter((word) => !word.includes(' '))),
		phrases: plain.filter((word) => word.includes(' ')).map(wordsOf),
		special: new Set(words.filter((word) => word.startsWith('=')))
	};
}

/** Where a list is told. `present`: every word of `texts`. */
function placesIn(
	{ single, phrases, special }: WordList,
	texts: Texts,
	present: ReadonlySet<string>,
	tokens: readonly Token[],
	spans: readonly Span<Entry>[]
): Place[] {
	const places: Place[] = [];
	for (const [from, each] of texts.entries()) {
		if (each.some((text) => single.has(text))) places.push({ from, to: from + 1 });
	}
	for (const phrase of phrases) {
		if (!phrase.every((word) => present.has(word))) continue;
		for (let from = 0; from + phrase.length <= texts.length; from++) {
			if (phrase.every((word, at) => texts[from + at]?.includes(word))) places.push({ from, to: from + phrase.length });
		}
	}
	if (special.has('=many')) places.push(...numbers(tokens, (value, next) => value >= MANY && !YEARS.has(next)));
	if (special.has('=small-child'))
		places.push(
			...numbers(
				tokens,
				(value, next, before) => value <= SMALL_CHILD && (YEARS.has(next) || (IS.has(before) && ENDS.has(next)))
			),
			...months(tokens)
		);
	if (special.has('=drug')) {
		for (const { positions, entries } of spans) {
			if (entries.some(isDrug)) places.push(...positions.map((from) => ({ from, to: from + 1 })));
		}
	}
	if (special.has('=substance')) {
		for (const { positions, entries } of spans) {
			if (entries.some((entry) => entry.kind === 'meaning' && entry.meaning.kind === 'substance'))
				places.push(...positions.map((from) => ({ from, to: from + 1 })));
		}
	}
	return places;
}

/** A drug of which too much is a danger at once. */
function isDrug(entry: Entry): boolean {
	if (entry.kind !== 'meaning' || entry.meaning.kind !== 'substance') return false;
	return !entry.meaning.groups?.some((group) => SLOW.has(group));
}

function numbers(tokens: readonly Token[], fits: (value: number, next: string, before: string) => boolean): Place[] {
	return tokens.flatMap(({ text }, from) => {
		const glued = GLUED_YEARS.exec(text);
		const value = glued ? glued[1] : /^\d{1,3}$/.test(text) ? text : undefined;
		const next = glued ? 'years' : (tokens[from + 1]?.text ?? '');
		return value !== undefined && fits(Number(value), next, tokens[from - 1]?.text ?? '')
			? [{ from, to: from + 1 }]
			: [];
	});
}

/** "18 month old": any number of months is a small child. */
function months(tokens: readonly Token[]): Place[] {
	return tokens.flatMap(({ text }, from) =>
		/^\d{1,2}$/.test(text) && /^(months?|mths?|mo)$/.test(tokens[from + 1]?.text ?? '') ? [{ from, to: from + 1 }] : []
	);
}

/** One place of each list, none twice, that together span at most so many words; undefined when there are none. */
function closest(lists: readonly (readonly Place[])[], within: number): Place[] | undefined {
	const [first = [], ...rest] = lists;
	const extend = (chosen: Place[], left: readonly (readonly Place[])[]): Place[] | undefined => {
		const [next, ...others] = left;
		if (!next) return chosen;
		for (const place of next) {
			if (chosen.some((each) => place.from < each.to && each.from < place.to)) continue;
			const all = [...chosen, place];
			if (Math.max(...all.map(({ to }) => to)) - Math.min(...all.map(({ from }) => from)) > within) continue;
			const done = extend(all, others);
			if (done) return done;
		}
		return undefined;
	};
	for (const place of first) {
		const done = extend([place], rest);
		if (done) return done;
	}
	return undefined;
}
