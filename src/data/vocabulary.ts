import type { Audience, SubstanceGroup, TaxonomyTerm } from './terms.ts';

/**
 * The compiled search vocabulary: what people type, and what it means. Made by `src/content/compile/words/vocabulary.ts` from
 * `content/vocabulary/`, read by `src/lib/directory/search`. Phrases are for matching only and are never shown: they
 * hold slang. What screens show is `label`.
 */

/** Cards of the emergency page. Each is opened above the results by the words of the needs that name it. */
export const EMERGENCY_CARDS = [
	'overdose',
	'cannot-wake',
	'fit',
	'chest-pain',
	'withdrawal',
	'suicidal',
	'child-swallowed',
	'swallowed-poison',
	'needle-injury',
	'spiked',
	'danger',
	'naloxone-injection',
	'naloxone-nasal'
] as const;
export type EmergencyCard = (typeof EMERGENCY_CARDS)[number];

/** `service`: a kind of service said by its name. `person`: who it is about. */
export const MEANING_KINDS = ['substance', 'need', 'service', 'person'] as const;
export type MeaningKind = (typeof MEANING_KINDS)[number];

/** Something that a person can mean by a word or a phrase. */
export interface Meaning {
	/** Unique, in kebab-case: `heroin`, `clean-needles`, `kind-pharmacy`. */
	id: string;
	kind: MeaningKind;
	/** Its formal name, for people. */
	label: string;
	/** Kinds of service that help, best first. */
	terms: TaxonomyTerm[];
	/** Groups of substances that it belongs to. */
	groups?: SubstanceGroup[];
	/** Whom it tells that the help is for. */
	who?: Audience[];
	/** It says that the person is at least this old. */
	minAge?: number;
	/** It says that the person is at most this old. */
	maxAge?: number;
	/** The emergency card that its words open. */
	emergency?: EmergencyCard;
	/** An emergency that is named in one word beside it is over: "my son died of an overdose". */
	past?: true;
	/** Only for persons: what is said is about this person and not about the one who types. */
	other?: true;
	/** Normalised phrases (`src/lib/directory/search/read/normalise.ts`), each once. */
	phrases: string[];
}

/** Words that name a treatment system or one of its councils. */
export interface AreaWords {
	area: string;
	council?: string;
	/** Its name, for people. */
	label: string;
	phrases: string[];
}

/** Words that tell a danger together, and words that only sound like one. All normalised but for `=` words. */
export interface AlarmWords {
	lists: Record<string, string[]>;
	rules: {
		/** Id of the need whose emergency card opens. */
		need: string;
		/** Lists of which each must have a word in the query. */
		all: string[];
		/** How many words of the query they may span. */
		within: number;
		/** Lists of which none may have a word in it. */
		unless: string[];
	}[];
	harmless: string[];
}

export interface Vocabulary {
	/** Names of the kinds of service, for people. */
	terms: Record<TaxonomyTerm, string>;
	meanings: Meaning[];
	/** Phrases with more than one meaning, or with one that overrules the rest: ids of meanings, best first. */
	ambiguous: Record<string, string[]>;
	areas: AreaWords[];
	/** Other ways to type a name, with the name as records have it; both normalised. */
	names: Record<string, string>;
	/** Words that carry no meaning for a search. */
	stop: string[];
	/** Everyday words that are never taken for a misspelling of something else. */
	common: string[];
	/** Everyday words that are also street names: they count only when nothing stronger was typed. */
	weak: string[];
	/** Words after a number that show that it is not an age. */
	units: string[];
	alarms: AlarmWords;
}

/** True for what `compileVocabulary` writes; its inside is trusted, because files are named by the hash of their bytes. */
export function isVocabulary(value: unknown): value is Vocabulary {
	return (
		typeof value === 'object' &&
		value !== null &&
		'meanings' in value &&
		Array.isArray(value.meanings) &&
		'areas' in value &&
		Array.isArray(value.areas) &&
		'terms' in value &&
		'ambiguous' in value &&
		'alarms' in value
	);
}
