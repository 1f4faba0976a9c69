import MiniSearch from 'minisearch';
import type { Engine } from '../engine.ts';
import { cleaner, FIELDS, fieldsOf, inArea, WEIGHTS, type Fields } from '../fields.ts';

const FUZZY = 0.2;

/** MiniSearch as its documentation advises for search as one types: prefixes and misspellings. */
export const miniSearch: Engine = {
	name: 'MiniSearch',
	forgives: true,
	code: 'minisearch',
	build(material) {
		const index = new MiniSearch<Fields>({
			fields: [...FIELDS],
			searchOptions: { boost: WEIGHTS, prefix: true, fuzzy: FUZZY }
		});
		index.addAll(fieldsOf(material));
		const clean = cleaner(material);
		const choose = inArea(material);
		return (query, area) =>
			choose(
				index.search(clean(query)).map(({ id }) => Number(id)),
				area
			);
	}
};
