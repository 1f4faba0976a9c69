import * as v from 'valibot';
import { AUDIENCES, LISTINGS, REFERRERS, SUBSTANCE_GROUPS, TAXONOMY_TERMS, WAYS_IN } from '../../../data/terms.ts';
import { Text } from '../facts.ts';

/**
 * Words for people for the closed lists of `src/data/terms.ts`: one entry for each term, in the same order.
 * Written in `content/vocabulary/taxonomy.yaml`.
 */

const entry = <const Ids extends readonly string[]>(ids: Ids) =>
	v.strictObject({
		id: v.picklist(ids),
		label: v.pipe(Text(40), v.description('Short and plain, as on a filter or a badge.')),
		what: v.pipe(Text(160), v.description('What it means, in one plain sentence.')),
		professional: v.optional(v.pipe(Text(80), v.description('What people who work in the field call it.')))
	});

/** A list that has every id of the closed list once, in its order, so that nothing is ever shown without a label. */
const entries = <const Ids extends readonly string[]>(ids: Ids) =>
	v.pipe(
		v.array(entry(ids)),
		v.check(
			(list) => list.length === ids.length && list.every((item, index) => item.id === ids[index]),
			`must have one entry for each of these, in this order: ${ids.join(', ')}`
		)
	);

export const Taxonomy = v.strictObject({
	taxonomy_terms: v.pipe(entries(TAXONOMY_TERMS), v.description('What kind of service it is.')),
	audiences: v.pipe(entries(AUDIENCES), v.description('Who a service is made for.')),
	ways_in: v.pipe(entries(WAYS_IN), v.description('How a person first makes contact.')),
	referrers: v.pipe(entries(REFERRERS), v.description('Who may refer.')),
	substance_groups: v.pipe(entries(SUBSTANCE_GROUPS), v.description('Groups of substances.')),
	listings: v.pipe(entries(LISTINGS), v.description('Whether a record is shown.'))
});
export type TaxonomyRecord = v.InferOutput<typeof Taxonomy>;
