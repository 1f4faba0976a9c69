import type { Vocabulary } from '../../../../data/vocabulary.ts';
import { POSTCODE_LIKE } from '../../../place/postcode.ts';
import { Alarms } from './alarms.ts';
import type { Lexicon } from './lexicon.ts';
import { MAX_LENGTH, normalise } from './normalise.ts';
import { Phrases, type Span, type Token } from './phrases.ts';
import { isFalseAlarm, Tokenizer } from './tokens.ts';
import type { SearchPlace, SearchPlaces } from '../types.ts';
import { understand, type Entry, type Understanding, type WordLists } from './understand.ts';

/** A guess at a short word is no place and no name. */
const GUESSED_NAME_LETTERS = 6;
const GUESSED_NAME_PART_LETTERS = 4;
/** Words that say that a place follows. */
const PLACE_BEFORE = new Set(['in', 'near', 'at', 'around', 'from', 'nr']);

const isAlarm = (entry: Entry) => entry.kind === 'meaning' && entry.meaning.emergency !== undefined;
const isPlace = (entry: Entry) => entry.kind === 'place';

/** Reads queries: finds the phrases in them and puts together what they say. */
export class Reader {
	readonly #lists: WordLists;
	readonly #places: SearchPlaces;
	readonly #phrases: Phrases<Entry>;
	readonly #tokenizer: Tokenizer;
	readonly #alarms: Alarms;
	readonly #everyday: ReadonlySet<string>;

	/** @param lexicon holds every word of `entries` */
	constructor(
		lexicon: Lexicon,
		entries: readonly { phrase: string; entry: Entry }[],
		vocabulary: Vocabulary,
		places: SearchPlaces
	) {
		this.#lists = {
			ambiguous: new Set(Object.keys(vocabulary.ambiguous)),
			weak: new Set(vocabulary.weak),
			units: new Set(vocabulary.units)
		};
		this.#places = places;
		this.#everyday = new Set([...vocabulary.stop, ...vocabulary.common]);
		this.#phrases = new Phrases<Entry>(lexicon, isAlarm);
		for (const { phrase, entry } of entries) this.#phrases.add(phrase, entry);
		this.#tokenizer = new Tokenizer(lexicon, vocabulary);
		this.#alarms = new Alarms(lexicon, vocabulary);
	}

	/** @param query whatever was typed; what is longer than `MAX_LENGTH` is cut */
	read(query: string): Understanding {
		const { rest, postcode } = this.#takePostcode(query.slice(0, MAX_LENGTH));
		const tokens = this.#tokenizer.tokens(rest);
		const harmless = this.#alarms.harmlessIn(tokens);
		const isHarmless = ({ positions }: Span<Entry>) =>
			positions.every((position) => harmless.has(position) || tokens[position]?.stop === true) &&
			positions.some((position) => harmless.has(position));
		const allow = (span: Span<Entry>, entry: Entry) =>
			!(isAlarm(entry) && isHarmless(span)) && this.#allows(tokens, span, entry);
		// A name may hold words that mean something: "NHS talking therapies" is both.
		const names = this.#phrases.find(tokens, (span, entry) => entry.kind === 'name' && allow(span, entry));
		const spans = this.#phrases.find(tokens, (span, entry) => entry.kind !== 'name' && allow(span, entry));
		for (const span of spans) {
			// "in Grays" is a place, whatever else the word means.
			if (followsPlaceWord(tokens, span) && span.entries.some(isPlace)) span.entries = span.entries.filter(isPlace);
		}
		const alarms = this.#alarms.find(tokens, spans, harmless);
		const said = understand(tokens, spans, names, alarms, this.#lists);
		if (postcode) {
			const { name, areaId, councilId } = postcode;
			said.target = {
				name,
				point: postcode,
				...(areaId && { area: areaId }),
				...(councilId && { council: councilId })
			};
			said.understood.push({ words: normalise(name), means: name, kind: 'place' });
		}
		return said;
	}

	#allows(tokens: readonly Token[], span: Span<Entry>, entry: Entry): boolean {
		if (entry.kind === 'meaning') {
			return !isAlarm(entry) || !span.guessed || !isFalseAlarm(tokens, span.positions, span.phrase, span.quality);
		}
		const typed = span.positions.flatMap((position) => tokens[position] ?? []);
		const least = typed.length > 1 ? GUESSED_NAME_PART_LETTERS : GUESSED_NAME_LETTERS;
		if (span.guessed && typed.some(({ known, text }) => !known && text.length < least)) return false;
		if (!typed.every(({ text }) => this.#everyday.has(text))) return true;
		// "Open Road" is a name as it stands; "Reading" and "Hope" are places only where one is expected.
		if (entry.kind === 'name') return typed.length > 1 && !span.guessed;
		return entry.kind === 'place' && followsPlaceWord(tokens, span);
	}

	/** The first postcode, or first half of one, in a query, and the rest of the query. */
	#takePostcode(query: string): { rest: string; postcode?: SearchPlace } {
		const { postcode: locate } = this.#places;
		if (!locate) return { rest: query };
		for (const [found] of query.matchAll(POSTCODE_LIKE)) {
			const postcode = locate(found);
			if (postcode) return { rest: query.replace(found, ' '), postcode };
		}
		return { rest: query };
	}
}

function followsPlaceWord(tokens: readonly Token[], { positions }: Span<Entry>): boolean {
	return PLACE_BEFORE.has(tokens[(positions[0] ?? 0) - 1]?.text ?? '');
}
