import type { Card } from '../../../data/record.ts';
import type { TaxonomyTerm } from '../../../data/terms.ts';
import type { Vocabulary } from '../../../data/vocabulary.ts';
import { atLeast, chooseVaried } from './rank/choose.ts';
import { Columns } from './rank/columns.ts';
import { phraseEntries } from './read/entries.ts';
import { fallbackFrom, type Fallback } from './rank/fallback.ts';
import { Lexicon } from './read/lexicon.ts';
import { normalise, remembering, wordsOf } from './read/normalise.ts';
import { placesOfCards } from './places.ts';
import { CardWords, fieldsOf, Postings } from './rank/postings.ts';
import { wantedOf } from './rank/rank.ts';
import { Reader } from './read/reader.ts';
import { Scores, type Scored } from './rank/score.ts';
import type { Search, SearchAnswer, SearchOptions, SearchPlaces, SearchResult, Sureness } from './types.ts';
import type { Target, Understanding } from './read/understand.ts';
import { reasons } from './rank/why.ts';

export { searchPlaces } from './places.ts';
export { WARM_UP } from './warm-up.ts';
export type * from './types.ts';

/** Results unless told otherwise. */
const LIMIT = 20;
const NEAR_MISSES = 3;
/** What fits less than this part of the best result is left out; a near miss must fit better. */
const LEAST_SHARE = 0.15;
const MISS_SHARE = 0.5;

/**
 * Builds a search over cards. Pure and deterministic: the same cards, vocabulary and query give the same answer.
 * @param given every card that may be found, of one area or of all; of two with one id the last counts
 * @param vocabulary what words mean
 * @param places towns, villages and postcodes that may be named; those of the cards unless given
 * @returns a function from a query, as typed and at each key, to an answer. It never throws, whatever is typed.
 */
export function createSearch(
	given: readonly Card[],
	vocabulary: Vocabulary,
	places: SearchPlaces = placesOfCards(given)
): Search {
	return searchIn(indexOf(given, vocabulary, places), vocabulary);
}

/** All that a query is answered from. */
interface Index {
	reader: Reader;
	postings: Postings;
	columns: Columns;
	fallback: Fallback;
}

/** By itself, so that what is needed only meanwhile does not stay in memory with the search. */
function indexOf(given: readonly Card[], vocabulary: Vocabulary, places: SearchPlaces): Index {
	const cards = [...new Map(given.map((card) => [card.id, card])).values()];
	const plain = remembering(normalise);
	const words = new CardWords(new Set(vocabulary.stop));
	for (const card of cards) words.add(fieldsOf(card, plain));
	const entries = phraseEntries(cards, vocabulary, places, plain);
	const phrases = [...entries.map(({ phrase }) => phrase), ...Object.values(vocabulary.alarms.lists).flat()];
	for (const phrase of phrases) for (const word of wordsOf(phrase)) words.know(word);
	const lexicon = new Lexicon(words.numbers.keys(), new Set([...vocabulary.stop, ...vocabulary.common]));
	return {
		reader: new Reader(lexicon, entries, vocabulary, places),
		postings: new Postings(lexicon, words),
		columns: new Columns(cards),
		fallback: fallbackFrom(cards)
	};
}

function searchIn({ reader, postings, columns, fallback }: Index, vocabulary: Vocabulary): Search {
	const { areaOf, councilsOf } = councilsFrom(vocabulary);

	/** A place in the query, else what was chosen before. */
	function targetOf(named: Target | undefined, options: SearchOptions): Target | undefined {
		const area = named?.area ?? areaOf(named?.council);
		if (named && area) return { ...named, area };
		const chosen = options.area ?? areaOf(options.council);
		const point = named?.point ?? options.near;
		if (!chosen && !point) return undefined;
		return {
			...(chosen && chosen !== 'national' && { area: chosen }),
			...(options.council && { council: options.council }),
			...(point && { point }),
			...(named?.name && { name: named.name })
		};
	}

	function resultOf(
		{ card, score, term, details }: Scored,
		said: Understanding,
		target: Target | undefined
	): SearchResult {
		const textOnly = details.byKind === 0 && !details.byName;
		const why = reasons({ card, said, term, target, textOnly, ...details }, vocabulary.terms);
		const guessed =
			!details.byName &&
			term !== undefined &&
			said.found.every((each) => each.guessed || !each.meaning.terms.includes(term));
		const sure: Sureness = textOnly && details.named.length === 0 ? 'near' : textOnly || guessed ? 'likely' : 'sure';
		return { card, score, why, sure, ...(details.place.km !== undefined && { km: details.place.km }) };
	}

	return function search(query: string, options: SearchOptions = {}): SearchAnswer {
		const said = reader.read(query);
		const target = targetOf(said.target, options);
		// "Plumber in Corby": the place was understood, so show who to ask there. Without a place nothing fits.
		const isPlain = said.found.length + said.names.length === 0;
		const browse = isPlain && (said.rest.length === 0 || said.target !== undefined);
		const nameOnly = said.found.length === 0 && said.names.length > 0;
		const wanted = wantedOf(said, browse || nameOnly);
		const scores = new Scores(columns, postings, councilsOf, { said, wanted, target, browse, nameOnly, options });
		const { score, fitting, misses } = scores;
		let best = 0;
		for (const card of fitting) best = Math.max(best, score[card] ?? 0);
		const worth = atLeast(best * LEAST_SHARE, fitting, scores);
		const limit = Math.max(0, Math.floor(options.limit ?? LIMIT));
		const chosen = chooseVaried(columns, scores, worth, limit, wanted.essential);
		const close = atLeast(best * MISS_SHARE, misses, scores);
		const nearMisses = chooseVaried(columns, scores, close, NEAR_MISSES);
		return {
			understood: said.understood,
			emergency: said.emergency,
			ambiguous: said.ambiguous,
			results: chosen.map((each) => resultOf(each, said, target)),
			nearMisses: nearMisses.map((each) => resultOf(each, said, target)),
			missing: missingFrom(chosen, said),
			place: {
				...(target?.area && { area: target.area }),
				...(target?.council && { council: target.council }),
				...(target?.name && { name: target.name })
			},
			fallback: fallback(said, target)
		};
	};
}

/** The first kind of each need that was said, when no result is of that kind. */
function missingFrom(chosen: readonly Scored[], said: Understanding): TaxonomyTerm[] {
	const asked = said.found
		.filter(({ meaning, weak }) => !weak && (meaning.kind === 'need' || meaning.kind === 'service'))
		.flatMap(({ meaning }) => meaning.terms.slice(0, 1));
	return [...new Set(asked)].filter((term) => !chosen.some(({ card }) => card.terms.includes(term)));
}

function councilsFrom({ areas }: Vocabulary) {
	const councils = new Map<string, Set<string>>();
	const areaByCouncil = new Map<string, string>();
	for (const { area, council } of areas) {
		if (!council) continue;
		councils.set(area, (councils.get(area) ?? new Set()).add(council));
		areaByCouncil.set(council, area);
	}
	const none: ReadonlySet<string> = new Set();
	return {
		councilsOf: (area: string) => councils.get(area) ?? none,
		areaOf: (council: string | undefined) => (council === undefined ? undefined : areaByCouncil.get(council))
	};
}
