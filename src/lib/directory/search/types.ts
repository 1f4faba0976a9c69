import type { Card } from '../../../data/record.ts';
import type { TaxonomyTerm } from '../../../data/terms.ts';
import type { EmergencyCard, MeaningKind } from '../../../data/vocabulary.ts';

/** A town, village or postcode that a person may name. Degrees, WGS 84. */
export interface SearchPlace {
	name: string;
	lat: number;
	lon: number;
	councilId?: string;
	areaId?: string;
}

/** Where places come from: names that may be typed, and postcodes (full or first half, as typed, spaces or none). */
export interface SearchPlaces {
	names: readonly SearchPlace[];
	postcode?(text: string): SearchPlace | undefined;
}

export interface SearchOptions {
	/** Id of the chosen treatment system. A place in the query overrules it. */
	area?: string;
	/** Id of the chosen council. A place in the query overrules it. */
	council?: string;
	/** Where the person is. A place in the query overrules it. */
	near?: { lat: number; lon: number };
	/** Cards that may be results; those that may not can still be near misses. */
	keep?: (card: Card) => boolean;
	/** True when it is open now; only breaks ties. */
	open?: (card: Card) => boolean;
	/** The day, YYYY-MM-DD: what nobody has checked for a year stands after what fits as well. Without it, age does not count. */
	today?: string;
	/** At most this many results, 20 unless told. */
	limit?: number;
}

/** A part of the query and what it was taken for. `words` are normalised, so safe to show. */
export interface Understood {
	words: string;
	means: string;
	kind: MeaningKind | 'emergency' | 'age' | 'place' | 'name';
	/** True when the words were taken for a misspelling or for the start of a longer word. */
	guessed?: true;
}

export interface AmbiguousWords {
	words: string;
	meanings: { id: string; means: string }[];
}

export interface Why {
	text: string;
}

/** `sure`: what was typed means this. `likely`: part of it, or by a mended spelling. `near`: only words in its text. */
export type Sureness = 'sure' | 'likely' | 'near';

export interface SearchResult {
	card: Card;
	/** Higher fits better; only to compare results of one search. */
	score: number;
	why: Why[];
	sure: Sureness;
	/** Kilometres from the place that was named or given to its nearest place. */
	km?: number;
}

export interface SearchAnswer {
	understood: Understood[];
	/** The card of the emergency page to show above everything. */
	emergency: EmergencyCard | null;
	ambiguous: AmbiguousWords[];
	results: SearchResult[];
	/** What fits but is for another area, or is hidden by the filters. At most a few. */
	nearMisses: SearchResult[];
	/** Kinds of service that were asked for, none of which is among the results. */
	missing: TaxonomyTerm[];
	/** The area and council that the answer is for, when known. */
	place: { area?: string; council?: string; name?: string };
	/** Who to ask when nothing fits: the area's front doors, then national lines. Never empty while the data has any. */
	fallback: Card[];
}

export interface Search {
	(query: string, options?: SearchOptions): SearchAnswer;
}
