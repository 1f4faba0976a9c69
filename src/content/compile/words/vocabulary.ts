import type { TaxonomyTerm } from '../../../data/terms.ts';
import type { AlarmWords, Meaning, Vocabulary } from '../../../data/vocabulary.ts';
import { normalise } from '../../../lib/directory/search/read/normalise.ts';
import type { AlarmRecords, NeedRecord, SubstanceRecord, WordRecords } from '../../schema/words/vocabulary.ts';

/** The files of content/vocabulary that search reads, parsed. */
export interface VocabularyContent {
	substances: readonly SubstanceRecord[];
	needs: readonly NeedRecord[];
	ambiguous: Readonly<Record<string, readonly string[]>>;
	alarms: AlarmRecords;
	words: WordRecords;
}

/**
 * Turns the vocabulary as editors write it into the form that search reads: every phrase normalised and named once.
 * @param labels the name of each kind of service, for people (content/vocabulary/taxonomy.yaml)
 * @throws when an ambiguous word names a meaning that does not exist, or an id stands for two things
 */
export function compileVocabulary(content: VocabularyContent, labels: Record<TaxonomyTerm, string>): Vocabulary {
	const { substances, needs, ambiguous, alarms, words } = content;
	const meanings: Meaning[] = [
		...needs.map(needMeaning),
		...words.kinds.map(
			({ term, words: said, also = [] }): Meaning => ({
				id: `kind-${term}`,
				kind: 'service',
				label: labels[term],
				terms: [term, ...also],
				phrases: phrasesOf([...said, labels[term]])
			})
		),
		...substances.map(substanceMeaning),
		...words.people.map((person): Meaning => ({ ...needMeaning(person), kind: 'person', ...(person.other && { other: true }) }))
	];
	const ids = new Set(meanings.map(({ id }) => id));
	if (ids.size < meanings.length) throw new Error('content/vocabulary: an id stands for two meanings');
	for (const [word, named] of Object.entries(ambiguous)) {
		for (const id of named) if (!ids.has(id)) throw new Error(`content/vocabulary/ambiguous.yaml: ${word}: no meaning "${id}"`);
	}
	for (const { need, all, unless } of alarms.alarms) {
		if (!needs.some(({ id, emergency }) => id === need && emergency)) {
			throw new Error(`content/vocabulary/alarms.yaml: no need "${need}" with an emergency card`);
		}
		for (const name of [...all, ...unless]) {
			if (!Object.hasOwn(alarms.lists, name)) throw new Error(`content/vocabulary/alarms.yaml: no list "${name}"`);
		}
	}
	return {
		terms: labels,
		meanings,
		ambiguous: Object.fromEntries(Object.entries(ambiguous).map(([word, named]) => [normalise(word), [...named]])),
		areas: words.areas.map(({ area, council, label, words: said }) => ({
			area,
			...(council && { council }),
			label,
			phrases: phrasesOf(said)
		})),
		names: Object.fromEntries(
			words.names.flatMap(({ name, words: said }) => phrasesOf(said).map((phrase) => [phrase, normalise(name)]))
		),
		stop: phrasesOf(words.stop),
		common: phrasesOf(words.common),
		weak: phrasesOf(words.weak),
		units: phrasesOf(words.units),
		alarms: alarmWords(alarms)
	};
}

function alarmWords({ lists, alarms, harmless }: AlarmRecords): AlarmWords {
	// "=many" is no word that is typed: it stays as it is.
	const plain = (words: readonly string[]) => [...phrasesOf(words.filter((word) => !word.startsWith('='))), ...words.filter((word) => word.startsWith('='))];
	return {
		lists: Object.fromEntries(Object.entries(lists).map(([name, words]) => [name, plain(words)])),
		rules: alarms,
		harmless: phrasesOf(harmless)
	};
}

function phrasesOf(words: readonly string[]): string[] {
	return [...new Set(words.map(normalise))].filter((phrase) => phrase !== '');
}

function needMeaning(need: Pick<NeedRecord, 'id' | 'label' | 'words' | 'taxonomy_terms'> & Partial<NeedRecord>): Meaning {
	return {
		id: need.id,
		kind: 'need',
		label: need.label,
		terms: need.taxonomy_terms,
		...(need.audiences && { who: need.audiences }),
		...(need.minimum_age !== undefined && { minAge: need.minimum_age }),
		...(need.maximum_age !== undefined && { maxAge: need.maximum_age }),
		...(need.emergency && { emergency: need.emergency }),
		...(need.past && { past: true }),
		// The label too: people choose between meanings by it.
		phrases: phrasesOf([...need.words, need.label])
	};
}

function substanceMeaning(substance: SubstanceRecord): Meaning {
	const streetNames = (substance.street_names ?? []).flatMap(({ names }) => names);
	return {
		id: substance.id,
		kind: 'substance',
		label: substance.formal,
		terms: substance.taxonomy_terms,
		...(substance.groups.length && { groups: substance.groups }),
		phrases: phrasesOf([
			...substance.words,
			substance.formal,
			...streetNames,
			...(substance.search_extra ?? []),
			...(substance.misspellings ?? [])
		])
	};
}
