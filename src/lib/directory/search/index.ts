import type { Card } from '../../../data/record.ts';
import type { TaxonomyTerm } from '../../../data/terms.ts';
import type { Vocabulary } from '../../../data/vocabulary.ts';
import { chooseVaried, type Scored } from './choose.ts';
import { fallbackFrom } from './fallback.ts';
import { Lexicon } from './lexicon.ts';
import { placeFit } from './nearby.ts';
import { MAX_LENGTH, normalise, remembering, wordsOf } from './normalise.ts';
import { Phrases } from './phrases.ts';
import { placesOfCards } from './places.ts';
import { fieldsOf, Postings } from './postings.ts';
import { phraseEntries } from './entries.ts';
import { frontDoorBonus, kindFit, listingFit, personFit, wantedOf, type Wanted } from './rank.ts';
import { isFalseAlarm, Tokenizer } from './tokens.ts';
import type {
	Search,
	SearchAnswer,
	SearchOptions,
	SearchPlace,
	SearchPlaces,
	SearchResult,
	Sureness
} from './types.ts';
import { PLACE_BEFORE, understand, type Entry, type Target, type Understanding } from './understand.ts';
import { reasons } from './why.ts';

export { searchPlaces } from './places.ts';
export type * from './types.ts';

/** Results unless told otherwise. */
const LIMIT = 20;
const NEAR_MISSES = 3;
/** What words in names and texts count for, beside meanings and alone. */
const TEXT_BESIDE = 0.3;
const TEXT_ALONE = 0.8;
const TEXT_BROWSING = 0.1;
/** A card whose name was typed as it stands. */
const BY_NAME = 1.8;
/** Words that mean nothing else, found in its name. */
const REST_IN_NAME = 0.9;
/** What fits less than this part of the best result is left out. */
const LEAST_SHARE = 0.15;
/** A service of another area that was called by its name. */
const NAMED_ELSEWHERE = 0.5;
/** A pharmacy in a list that asks for no pharmacy: after everything else. */
const PHARMACY_UNASKED = 0.05;
/** Open now decides between equals only. */
const OPEN = 0.02;
/** In an emergency these stand before other lines of their kind (rule R14), in this order. */
const EMERGENCY_LINES = ['emergency-999', 'samaritans', 'nhs-111-mental-health', 'shout'];
const RING_FIRST = 1;
const RING_STEP = 0.1;
/** A guess at a short word is no place and no name. */
const GUESSED_NAME_LETTERS = 6;
const GUESSED_NAME_PART_LETTERS = 4;

/**
 * Builds a search over cards. Pure and deterministic: the same cards, vocabulary and query give the same answer.
 * @param given every card that may be found, of one area or of all; of two with one id the first counts
 * @param vocabulary what words mean
 * @param places towns, villages and postcodes that may be named; those of the cards unless given
 * @returns a function from a query, as typed and at each key, to an answer. It never throws, whatever is typed.
 */
export function createSearch(
	given: readonly Card[],
	vocabulary: Vocabulary,
	places: SearchPlaces = placesOfCards(given)
): Search {
	const cards = [...new Map(given.toReversed().map((card) => [card.id, card])).values()].reverse();
	const stop = new Set(vocabulary.stop);
	const never = new Set([...vocabulary.stop, ...vocabulary.common]);
	const plain = remembering(normalise);
	const fields = cards.map((card) => fieldsOf(card, plain));
	const entries = phraseEntries(cards, vocabulary, places, plain);
	const lexicon = new Lexicon(
		[
			...entries.flatMap(({ phrase }) => wordsOf(phrase)),
			...fields.flatMap((lists) => lists.flatMap(([, words]) => words))
		],
		never
	);
	const phrases = new Phrases<Entry>(
		lexicon,
		stop,
		(entry) => entry.kind === 'meaning' && entry.meaning.emergency !== undefined
	);
	for (const { phrase, entry } of entries) phrases.add(phrase, entry);
	const postings = new Postings(lexicon, fields, stop);
	const tokenizer = new Tokenizer(lexicon, vocabulary);
	const councils = new Map<string, Set<string>>();
	for (const { area, council } of vocabulary.areas) {
		if (council) councils.set(area, (councils.get(area) ?? new Set()).add(council));
	}
	const areaOf = new Map(vocabulary.areas.flatMap(({ area, council }) => (council ? [[council, area] as const] : [])));
	const none: ReadonlySet<string> = new Set();
	const councilsOf = (area: string) => councils.get(area) ?? none;
	const fallback = fallbackFrom(cards);
	const isPharmacyOnly = cards.map(({ terms }) => terms.every((term) => term === 'pharmacy'));

	function read(query: string): Understanding {
		const tokens = tokenizer.tokens(query);
		const spans = phrases.find(tokens, (span, entry) => {
			const typed = span.positions.map((position) => tokens[position]);
			const before = tokens[(span.positions[0] ?? 0) - 1]?.text ?? '';
			if (entry.kind === 'meaning') {
				if (!entry.meaning.emergency || !span.guessed) return true;
				return !isFalseAlarm(tokens, span.positions, span.quality);
			}
			const least = typed.length > 1 ? GUESSED_NAME_PART_LETTERS : GUESSED_NAME_LETTERS;
			if (span.guessed && typed.some((token) => token && !token.known && token.text.length < least)) return false;
			// "Reading", "Hope": everyday words are places only where one is expected.
			if (typed.every((token) => never.has(token?.text ?? '')))
				return entry.kind === 'place' && PLACE_BEFORE.has(before);
			return true;
		});
		for (const span of spans) {
			// "in Grays" is a place, whatever else the word means.
			const before = tokens[(span.positions[0] ?? 0) - 1]?.text ?? '';
			const isPlace = (entry: Entry) => entry.kind === 'place';
			if (PLACE_BEFORE.has(before) && span.entries.some(isPlace)) span.entries = span.entries.filter(isPlace);
		}
		return understand(tokens, spans, vocabulary);
	}

	function targetOf(named: Target | undefined, options: SearchOptions): Target | undefined {
		const area = named?.area ?? (named?.council ? areaOf.get(named.council) : undefined);
		if (named && area) return { ...named, area };
		const chosen = options.area ?? (options.council ? areaOf.get(options.council) : undefined);
		const point = named?.point ?? options.near;
		if (!chosen && !point) return undefined;
		return {
			...(chosen && chosen !== 'national' && { area: chosen }),
			...(options.council && { council: options.council }),
			...(point && { point }),
			...(named?.name && { name: named.name })
		};
	}

	function scoreAll(
		said: Understanding,
		wanted: Wanted,
		target: Target | undefined,
		browse: boolean,
		options: SearchOptions
	): Scored[] {
		const hits = postings.search(said.text);
		const textWeight = said.emergency ? 0 : browse ? TEXT_BROWSING : wanted.any ? TEXT_BESIDE : TEXT_ALONE;
		const rest = new Set(said.rest.map(({ text }) => text));
		const scored: Scored[] = [];
		for (const [index, card] of cards.entries()) {
			const hit = hits.get(index);
			const name = said.names.find((each) => each.cards.has(index));
			const restNamed = rest.size && hit ? hit.named.filter((word) => rest.has(word)).length / rest.size : 0;
			const pharmacyUnasked = isPharmacyOnly[index] && !wanted.pharmacy && !name && restNamed === 0;
			if (pharmacyUnasked && !browse) continue;
			const kind = kindFit(card, wanted);
			if (kind.score === 0 && !hit && !name) continue;
			const place = placeFit(card, target, councilsOf, said.emergency !== null);
			const byKind = kind.score && kind.score * personFit(card, said, wanted);
			const byText = (hit?.score ?? 0) * textWeight + (name ? BY_NAME * name.quality : 0) + restNamed * REST_IN_NAME;
			if (byKind === 0 && byText === 0) continue;
			const named = name !== undefined || restNamed > 0;
			const door = frontDoorBonus(card, said, wanted, target);
			const line = said.emergency ? EMERGENCY_LINES.indexOf(card.id) : -1;
			const ring = line < 0 ? 0 : RING_FIRST - RING_STEP * line;
			const fit = line >= 0 ? 1 : place.serves === 'other-area' && named ? NAMED_ELSEWHERE : place.fit;
			const isMiss = place.serves === 'other-area' && !named;
			const open = options.open?.(card) ? OPEN : 0;
			const full =
				(byKind +
					byText +
					(place.serves === 'here' || place.serves === 'unknown' ? door : 0) +
					place.bonus +
					open +
					ring) *
				(isMiss ? 1 : fit) *
				listingFit(card) *
				(pharmacyUnasked ? PHARMACY_UNASKED : 1);
			scored.push({
				card,
				score: full,
				term: kind.term,
				isMiss: isMiss || options.keep?.(card) === false,
				details: {
					place,
					named: hit?.named ?? [],
					byName: name?.words,
					byKind,
					byText,
					frontDoor: door > 0 && target?.area !== undefined && place.serves === 'here'
				}
			});
		}
		return scored;
	}

	function resultOf(
		{ card, score, term, details }: Scored,
		said: Understanding,
		target: Target | undefined
	): SearchResult {
		const textOnly = details.byKind === 0 && !details.byName;
		const why = reasons({ card, said, term, target, textOnly, ...details }, vocabulary.terms);
		const guessed =
			term !== undefined && said.found.every((each) => each.guessed || !each.meaning.terms.includes(term));
		const sure: Sureness = textOnly && details.named.length === 0 ? 'near' : textOnly || guessed ? 'likely' : 'sure';
		return { card, score, why, sure, ...(details.place.km !== undefined && { km: details.place.km }) };
	}

	return function search(query: string, options: SearchOptions = {}): SearchAnswer {
		const limit = Math.max(0, Math.floor(options.limit ?? LIMIT));
		const { rest, postcode } = takePostcode(query, places);
		const said = read(rest);
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
		const target = targetOf(said.target, options);
		// "Plumber in Corby": the place was understood, so show who to ask there. Without a place nothing fits.
		const browse = said.found.length + said.names.length === 0 && (said.rest.length === 0 || said.target !== undefined);
		const wanted = wantedOf(said, browse);
		const scored = scoreAll(said, wanted, target, browse, options);
		const best = scored.reduce((most, { score, isMiss }) => (isMiss ? most : Math.max(most, score)), 0);
		const fitting = scored.filter(({ score, isMiss }) => !isMiss && score >= best * LEAST_SHARE);
		const chosen = chooseVaried(fitting, limit, wanted.essential);
		const misses = chooseVaried(
			scored.filter(({ isMiss, score }) => isMiss && score >= best * 0.5),
			NEAR_MISSES
		);
		const covered = new Set<TaxonomyTerm>(chosen.flatMap(({ card }) => card.terms));
		return {
			understood: said.understood,
			emergency: said.emergency,
			ambiguous: said.ambiguous,
			results: chosen.map((each) => resultOf(each, said, target)),
			nearMisses: misses.map((each) => resultOf(each, said, target)),
			missing: said.found
				.filter(({ meaning, weak }) => !weak && (meaning.kind === 'need' || meaning.kind === 'service'))
				.flatMap(({ meaning }) => meaning.terms.slice(0, 1))
				.filter((term, index, all) => !covered.has(term) && all.indexOf(term) === index),
			place: {
				...(target?.area && { area: target.area }),
				...(target?.council && { council: target.council }),
				...(target?.name && { name: target.name })
			},
			fallback: fallback(said, target)
		};
	};
}

/** The first postcode, or first half of one, in a query, and the rest of the query. */
function takePostcode(query: string, { postcode: locate }: SearchPlaces): { rest: string; postcode?: SearchPlace } {
	if (!locate) return { rest: query };
	for (const found of query.slice(0, MAX_LENGTH).matchAll(/\b[a-z]{1,2}\d[a-z\d]?(?: ?\d[a-z]{2})?\b/gi)) {
		const postcode = locate(found[0]);
		if (postcode) return { rest: query.replace(found[0], ' '), postcode };
	}
	return { rest: query };
}
