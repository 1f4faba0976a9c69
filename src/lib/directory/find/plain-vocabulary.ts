import { TAXONOMY_TERMS } from '../../../data/terms.ts';
import { isVocabulary, type Vocabulary } from '../../../data/vocabulary.ts';
import { termLabel } from '../service/labels.ts';

/** What search knows when the vocabulary is missing from a device that has no network: names and kinds, no slang. */
export function plainVocabulary(): Vocabulary {
	const value: unknown = {
		terms: Object.fromEntries(TAXONOMY_TERMS.map((term) => [term, termLabel(term)])),
		meanings: [],
		ambiguous: {},
		areas: [],
		names: {},
		stop: [],
		common: [],
		weak: [],
		units: [],
		alarms: { lists: {}, rules: [], harmless: [] }
	};
	if (!isVocabulary(value)) throw new Error('The vocabulary has another shape now: change this one too.');
	return value;
}
