import { TAXONOMY_TERMS, type TaxonomyTerm } from '../../../data/terms.ts';
import type { TaxonomyRecord } from '../../schema/words/taxonomy.ts';

type Entry = TaxonomyRecord['taxonomy_terms'][number] | TaxonomyRecord['audiences'][number];
/** Words for one term of a closed list. */
type Label = { label: string; what: string; professional: string };

/** The name of each kind of service. Throws when one has none: the schema sees to it that this cannot be. */
export function termLabels(taxonomy: TaxonomyRecord): Record<TaxonomyTerm, string> {
	const labels: Partial<Record<TaxonomyTerm, string>> = {};
	for (const { id, label } of taxonomy.taxonomy_terms) labels[id] = label;
	if (!hasAllTerms(labels)) throw new Error('content/vocabulary/taxonomy.yaml has no label for some kinds of service');
	return labels;
}

const hasAllTerms = (labels: Partial<Record<TaxonomyTerm, string>>): labels is Record<TaxonomyTerm, string> =>
	TAXONOMY_TERMS.every((term) => labels[term] !== undefined);

/** The words for people for every closed list, by list and term: what `src/lib/directory/service/labels.ts` bundles. */
export function compileLabels(taxonomy: TaxonomyRecord) {
	return {
		terms: byId(taxonomy.taxonomy_terms),
		audiences: byId(taxonomy.audiences),
		ways: byId(taxonomy.ways_in),
		referrers: byId(taxonomy.referrers),
		substances: byId(taxonomy.substance_groups),
		listings: byId(taxonomy.listings)
	};
}

function byId(entries: readonly (Omit<Entry, 'id'> & { id: string })[]): Record<string, Label> {
	return Object.fromEntries(
		entries.map(({ id, label, what, professional }) => [id, { label, what, professional: professional ?? label }])
	);
}
