import { DEGREE_STEPS, ELSEWHERE, type Places } from '../../data/places/places.ts';
import { slipsBetween } from './near-words.ts';
import { TYPED_LIMIT } from './postcode.ts';

/** Finds towns, villages, councils and counties by name, with slips and with words around them. */

export interface NamedPlace {
	name: string;
	lat: number;
	lon: number;
	/** Indexes into `Places.councils`; none when it is outside the five areas. */
	councils: number[];
}

interface Entry {
	/** As compared: lower case, no marks, short forms written out. */
	key: string;
	/** The key without words that people put around a name, for slips. */
	core: string;
	/** What may stand for it with slips: the core whole, whatever the number of words, and each start of it for as many. */
	forms: readonly Form[];
	place: NamedPlace;
}

interface Form {
	text: string;
	/** Only for phrases of this many words; absent for any. */
	wordCount?: number;
	/** This many slips at most. */
	allowed: number;
}

/** Words people put around a name. */
const FILLERS = new Set(
	(
		'a about am an and area around at by close council county district england from i im in is it just kingdom live lives ' +
		'living me miles my near nearby nr of off our outside place please side somewhere the to town uk united village we ' +
		'with within'
	).split(' ')
);
/** First words that many names share: they do not stand for any one of them. */
const SHARED_STARTS = new Set(
	'black castle east great high kings little long market new north old saint south stoke upper west'.split(' ')
);
/** How people write a word, and how we compare it. */
const SHORT_FORMS: Record<string, string> = {
	st: 'saint',
	gt: 'great',
	lt: 'little',
	mkt: 'market',
	northants: 'northamptonshire',
	leics: 'leicestershire'
};
/** Slips allowed by length of the name, which decides: none in the shortest, where one slip makes another name. */
const SLIPS_BY_LENGTH: readonly (readonly [length: number, slips: number])[] = [
	[9, 2],
	[5, 1],
	[0, 0]
];
/** Fewer letters than this do not stand for a longer name. */
const LEAST_PREFIX = 4;
const MOST_SUGGESTIONS = 5;

/** Every name, and the places by the whole of it: made once for a table, looked into at each letter. */
interface Gazetteer {
	entries: Entry[];
	byKey: ReadonlyMap<string, NamedPlace[]>;
}

const gazetteers = new WeakMap<Places, Gazetteer>();

/**
 * @returns one place, or the names of several that are as near to what was typed, or nothing
 */
export function findName(typed: string, places: Places): NamedPlace | string[] | undefined {
	const all = words(typed);
	const meant = withoutFillers(all);
	const { entries, byKey } = gazetteerOf(places);
	const exact = longestExact(all, byKey);
	if (exact) return exact;
	if (!meant.length) return undefined;
	const whole = meant.join(' ');
	return (
		decide(entries.filter(({ core }) => whole.length >= LEAST_PREFIX && core.startsWith(whole))) ??
		decide(closest([whole], entries)) ??
		decide(entries.filter(({ core }) => whole.length >= LEAST_PREFIX && core.includes(` ${whole}`))) ??
		decide(closest(phrases(meant), entries))
	);
}

function withoutFillers(typed: readonly string[]): string[] {
	return typed.filter((word) => !FILLERS.has(word));
}

/** Lower-case words without marks, short forms written out: "St. Osyth" to ["saint", "osyth"]. */
function words(text: string): string[] {
	const plain = text
		.slice(0, TYPED_LIMIT)
		.normalize('NFKD')
		.toLowerCase()
		.replaceAll(/[\u0300-\u036f'’`]/g, '');
	return (plain.match(/[a-z]+/g) ?? []).map((word) =>
		Object.hasOwn(SHORT_FORMS, word) ? (SHORT_FORMS[word] ?? word) : word
	);
}

function gazetteerOf(places: Places): Gazetteer {
	let gazetteer = gazetteers.get(places);
	if (!gazetteer) {
		const entries = [...townEntries(places), ...councilEntries(places), ...countyEntries(places)];
		const byKey = new Map<string, NamedPlace[]>();
		for (const { key, place } of entries) byKey.set(key, [...(byKey.get(key) ?? []), place]);
		gazetteers.set(places, (gazetteer = { entries, byKey }));
	}
	return gazetteer;
}

function entry(name: string, lat: number, lon: number, councils: number[]): Entry {
	const key = words(name);
	const core = withoutFillers(key);
	const starts = core.slice(0, -1).map((_, i) => core.slice(0, i + 1));
	const forms = [
		form(core),
		...starts.filter((start) => !SHARED_STARTS.has(start.join(' '))).map((start) => form(start, start.length))
	].filter(({ allowed }) => allowed > 0);
	return { key: key.join(' '), core: core.join(' '), forms, place: { name, lat, lon, councils } };
}

function form(of: readonly string[], wordCount?: number): Form {
	const text = of.join(' ');
	return { text, wordCount, allowed: SLIPS_BY_LENGTH.find(([length]) => text.length >= length)?.[1] ?? 0 };
}

function townEntries({ names }: Places): Entry[] {
	return names.map(([name, lat, lon, council]) =>
		entry(name, lat / DEGREE_STEPS, lon / DEGREE_STEPS, council === ELSEWHERE ? [] : [council])
	);
}

/** A council's own name, where no town has it. */
function councilEntries({ councils, names }: Places): Entry[] {
	const towns = new Set(names.map(([name]) => name));
	return [...councils.entries()]
		.filter(([, { name }]) => !towns.has(name))
		.map(([index, { name, lat, lon }]) => entry(name, lat, lon, [index]));
}

/** The names of whole counties: those who pay for several councils, and the county that two councils share. */
function countyEntries({ councils }: Places): Entry[] {
	const counties = new Map<string, number[]>();
	for (const [index, { upperTier, name }] of councils.entries()) {
		const county = /^(North|West) Northamptonshire$/.test(name) ? 'Northamptonshire' : upperTier;
		if (county !== name) counties.set(county, [...(counties.get(county) ?? []), index]);
	}
	return [...counties].map(([name, indexes]) => {
		const middle = (of: 'lat' | 'lon') => mean(indexes.map((index) => councils[index]?.[of] ?? 0));
		return entry(name, middle('lat'), middle('lon'), indexes);
	});
}

/** The longest run of words that is a name: "live near great dunmow please". A town comes before its county. */
function longestExact(typed: readonly string[], byKey: Gazetteer['byKey']): NamedPlace | undefined {
	for (let length = typed.length; length > 0; length--) {
		const starts = Array.from({ length: typed.length - length + 1 }, (_, start) => start);
		const found = starts.flatMap((start) => byKey.get(typed.slice(start, start + length).join(' ')) ?? []);
		const [first] = found.sort((a, b) => a.councils.length - b.councils.length);
		if (!first) continue;
		const town = found.find(({ councils }) => councils.length === 1);
		if (!town) return first;
		return together(
			town,
			found.filter(({ name, councils }) => name === town.name && councils.length === 1)
		);
	}
	return undefined;
}

/** Runs of one to four words, longest first. */
function phrases(typed: readonly string[]): string[] {
	const found: string[] = [];
	for (let length = Math.min(4, typed.length); length > 0; length--) {
		for (let start = 0; start + length <= typed.length; start++)
			found.push(typed.slice(start, start + length).join(' '));
	}
	return found;
}

/** The entries with the fewest slips from any of the phrases; the longest phrase that has any decides. */
function closest(typed: readonly string[], entries: Entry[]): Entry[] {
	for (const phrase of typed) {
		const wordCount = phrase.split(' ').length;
		let best: Entry[] = [];
		let fewest = Infinity;
		for (const each of entries) {
			const slips = slipsFrom(phrase, wordCount, each);
			if (slips < fewest) best = [];
			if (slips <= fewest && slips < Infinity) best.push(each);
			fewest = Math.min(fewest, slips);
		}
		// People seldom slip on the first letter.
		const sameStart = best.filter(({ core }) => core[0] === phrase[0]);
		if (best.length) return sameStart.length ? sameStart : best;
	}
	return [];
}

/** Slips between what was typed and a name, or as many of its first words; Infinity when there are too many. */
function slipsFrom(phrase: string, wordCount: number, { forms }: Entry): number {
	let fewest = Infinity;
	for (const { text, allowed, ...only } of forms) {
		if ((only.wordCount ?? wordCount) !== wordCount || Math.abs(text.length - phrase.length) > allowed) continue;
		const slips = slipsBetween(phrase, text, allowed);
		if (slips <= allowed) fewest = Math.min(fewest, slips);
	}
	return fewest;
}

/** One place, or the names to choose from. */
function decide(entries: Entry[]): NamedPlace | string[] | undefined {
	const [first] = entries;
	if (!first) return undefined;
	const names = [...new Set(entries.map(({ place }) => place.name))];
	if (names.length === 1)
		return together(
			first.place,
			entries.map(({ place }) => place)
		);
	return names.slice(0, MOST_SUGGESTIONS);
}

/** Places of one name as one that may be in any of their councils: only a postcode tells which. */
function together(first: NamedPlace, namesakes: readonly NamedPlace[]): NamedPlace {
	return { ...first, councils: [...new Set(namesakes.flatMap(({ councils }) => councils))] };
}

function mean(numbers: readonly number[]): number {
	const sum = numbers.reduce((total, number) => total + number, 0);
	return Math.round((sum / numbers.length) * DEGREE_STEPS) / DEGREE_STEPS;
}
