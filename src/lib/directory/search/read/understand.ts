import type { Audience, SubstanceGroup } from '../../../../data/terms.ts';
import { EMERGENCY_CARDS, type EmergencyCard, type Meaning } from '../../../../data/vocabulary.ts';
import { findAge } from './age.ts';
import type { Alarm } from './alarms.ts';
import type { Span, Token } from './phrases.ts';
import type { AmbiguousWords, Understood } from '../types.ts';

/** Where an answer should be: what is known of it. */
export interface Target {
	name?: string;
	area?: string;
	council?: string;
	point?: { lat: number; lon: number };
	/** A known town that lies outside all areas. */
	outside?: true;
}

/** What a phrase may stand for. */
export type Entry =
	| { kind: 'meaning'; meaning: Meaning }
	| { kind: 'place'; target: Target }
	| { kind: 'name'; label: string; cards: readonly number[] };

/** A meaning that was found, with how much it counts. */
export interface Found {
	meaning: Meaning;
	words: string;
	quality: number;
	guessed: boolean;
	/** An everyday word beside stronger ones: counts little. */
	weak: boolean;
	/** One of several meanings of a word: each counts as much. */
	oneOfSeveral: boolean;
}

export interface Understanding {
	tokens: Token[];
	found: Found[];
	names: {
		label: string;
		cards: readonly number[];
		words: string;
		quality: number;
		/** It is all that was typed, and means nothing else. */
		whole: boolean;
	}[];
	target: Target | undefined;
	emergency: EmergencyCard | null;
	/** Ages between which the person is who needs help. */
	minAge: number | undefined;
	maxAge: number | undefined;
	/** Somebody asks for somebody else. */
	forOther: boolean;
	/** That other is a child of theirs, of any age. */
	forChild: boolean;
	who: Set<Audience>;
	groups: Set<SubstanceGroup>;
	/** Words that count and that no phrase has taken. */
	rest: Token[];
	/** Every word that counts and is not a place, a person or an age: looked for in names and texts. */
	text: Token[];
	understood: Understood[];
	ambiguous: AmbiguousWords[];
}

const ADULT = 18;
/** Single letters are street names only in short queries. */
const LETTER_WORDS = 3;

/** Lists of the vocabulary that tell how much a phrase counts. */
export interface WordLists {
	ambiguous: ReadonlySet<string>;
	weak: ReadonlySet<string>;
	units: ReadonlySet<string>;
}

/** Puts together what the phrases in a query say. */
export function understand(
	tokens: Token[],
	spans: readonly Span<Entry>[],
	named: readonly Span<Entry>[],
	alarms: readonly Alarm[],
	{ ambiguous: ambiguousWords, weak, units }: WordLists
): Understanding {
	const words = (positions: readonly number[]) => positions.map((position) => tokens[position]?.text ?? '').join(' ');
	const content = tokens.filter(({ stop }) => !stop).length;

	const taken = new Set<number>();
	const people = new Set<number>();
	const kept: Span<Entry>[] = [];
	for (const span of spans) {
		const typed = words(span.positions);
		if (typed.length === 1 && content > LETTER_WORDS) continue;
		kept.push(span);
		for (const position of span.positions) taken.add(position);
		if (span.entries.some((entry) => entry.kind === 'meaning' && isAboutSomeone(entry.meaning))) {
			for (const position of span.positions) people.add(position);
		}
	}
	const isPast = kept.some((span) => span.entries.some((entry) => entry.kind === 'meaning' && entry.meaning.past));
	const isWeak = (span: Span<Entry>) => weak.has(span.phrase);
	const strong = kept.some((span) => !isWeak(span) && span.entries.some(says));

	// "Emergency housing" asks for a place to stay.
	const asksElse = kept.some(
		(span) => !isWeak(span) && span.entries.some((entry) => says(entry) && !isAlarmOrSubstance(entry))
	);
	const found: Found[] = [];
	const names: Understanding['names'] = [];
	const understood: Understood[] = [];
	const ambiguous: AmbiguousWords[] = [];
	const targets: Target[] = [];
	for (const span of kept) {
		const typed = words(span.positions);
		const guessed = span.guessed ? { guessed: true as const } : {};
		const place = placeOf(span);
		const over = isPast && span.positions.length === 1;
		const meanings = place
			? []
			: span.entries.flatMap((entry) =>
					entry.kind === 'meaning' && !((over || (asksElse && isWeak(span))) && entry.meaning.emergency)
						? [entry.meaning]
						: []
				);
		if (place) {
			targets.push(place);
			understood.push({ words: typed, means: place.name ?? typed, kind: 'place', ...guessed });
			continue;
		}
		const oneOfSeveral = ambiguousWords.has(span.phrase) && new Set(meanings.map(({ label }) => label)).size > 1;
		for (const meaning of meanings) {
			found.push({
				meaning,
				words: typed,
				quality: span.quality,
				guessed: span.guessed,
				weak: strong && isWeak(span),
				oneOfSeveral
			});
			understood.push({
				words: typed,
				means: meaning.label,
				kind: meaning.emergency ? 'emergency' : meaning.kind,
				...guessed
			});
		}
		if (oneOfSeveral) {
			ambiguous.push({ words: typed, meanings: meanings.map(({ id, label }) => ({ id, means: label })) });
		}
	}

	for (const { meaning, words: typed, positions } of alarms) {
		if (found.some((each) => each.meaning === meaning)) continue;
		found.push({ meaning, words: typed, quality: 1, guessed: false, weak: false, oneOfSeveral: false });
		understood.push({ words: typed, means: meaning.label, kind: 'emergency' });
		for (const position of positions) taken.add(position);
	}
	for (const span of named) {
		const typed = words(span.positions);
		const isElse = span.positions.every((position) => taken.has(position));
		const whole =
			span.positions.length === tokens.length && !kept.some(({ positions }) => positions.length === tokens.length);
		for (const position of span.positions) taken.add(position);
		for (const entry of span.entries) {
			if (entry.kind !== 'name') continue;
			names.push({ label: entry.label, cards: entry.cards, words: typed, quality: span.quality, whole });
			if (!isElse)
				understood.push({
					words: typed,
					means: entry.label,
					kind: 'name',
					...(span.guessed && { guessed: true as const })
				});
		}
	}

	const age = findAge(
		tokens,
		(position) => !taken.has(position),
		(position) => people.has(position),
		(word) => units.has(word)
	);
	for (const position of age?.positions ?? []) taken.add(position);
	if (age) understood.push({ words: words(age.positions), means: `Aged ${age.age}`, kind: 'age' });

	const aged = { minAge: age?.age, maxAge: age?.age };
	const isParentOnly = found.some(({ meaning }) => meaning.id === 'parent') && (age?.age ?? 0) >= ADULT;
	const persons = found.filter(({ meaning }) => meaning.other);
	if (!age || isParentOnly) {
		// What is said of a parent or a partner tells nothing of the age of the one who types.
		const limits = found.filter(({ meaning, weak }) => !weak && !meaning.other);
		aged.minAge = highest(limits.map(({ meaning }) => meaning.minAge));
		aged.maxAge = lowest(limits.map(({ meaning }) => meaning.maxAge));
	}
	return {
		tokens,
		found,
		names,
		target: mostExact(targets),
		emergency: worst(found.map(({ meaning }) => meaning.emergency)),
		...aged,
		forOther:
			persons.length > 0 || found.some(({ meaning }) => meaning.who?.includes('families') && !meaning.emergency),
		forChild:
			persons.some(({ meaning }) => meaning.id === 'child') ||
			found.some(({ meaning }) => meaning.who?.includes('parents')),
		who: new Set(found.filter(({ weak }) => !weak).flatMap(({ meaning }) => meaning.who ?? [])),
		groups: new Set(found.flatMap(({ meaning }) => meaning.groups ?? [])),
		rest: tokens.filter(({ stop }, position) => !stop && !taken.has(position)),
		text: tokens.filter(({ stop }, position) => !stop && !people.has(position) && !age?.positions.includes(position)),
		understood,
		ambiguous
	};
}

/** A phrase that says what is needed, and not only who or where. */
function says(entry: Entry): boolean {
	return entry.kind === 'meaning' && entry.meaning.kind !== 'person';
}

function isAlarmOrSubstance(entry: Entry): boolean {
	return entry.kind === 'meaning' && (entry.meaning.emergency !== undefined || entry.meaning.kind === 'substance');
}

function isAboutSomeone({ kind, id }: Meaning): boolean {
	return kind === 'person' || id === 'family' || id === 'parent-of-teen' || id === 'under18';
}

/** The place that a span names; several entries for one name are put together. */
function placeOf(span: Span<Entry>): Target | undefined {
	const targets = span.entries.flatMap((entry) => (entry.kind === 'place' ? [entry.target] : []));
	if (targets.length === 0 || span.entries.some((entry) => entry.kind === 'meaning')) return undefined;
	// A town that gave its name to a council is the town: it has a point.
	return targets
		.toSorted((a, b) => Number(!a.point) - Number(!b.point))
		.reduce((all, target) => ({ ...target, ...all }));
}

/** Of "Corby Northamptonshire", Corby. */
function mostExact(targets: readonly Target[]): Target | undefined {
	const worth = (target: Target) => (target.point ? 4 : 0) + (target.council ? 2 : 0) + (target.area ? 1 : 0);
	return targets.toSorted((a, b) => worth(b) - worth(a))[0];
}

function worst(cards: readonly (EmergencyCard | undefined)[]): EmergencyCard | null {
	return EMERGENCY_CARDS.find((card) => cards.includes(card)) ?? null;
}

function highest(ages: readonly (number | undefined)[]): number | undefined {
	const known = ages.filter((age) => age !== undefined);
	return known.length ? Math.max(...known) : undefined;
}

function lowest(ages: readonly (number | undefined)[]): number | undefined {
	const known = ages.filter((age) => age !== undefined);
	return known.length ? Math.min(...known) : undefined;
}
