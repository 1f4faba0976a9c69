import { Document } from 'flexsearch';
import type { Engine } from '../engine.ts';
import { cleaner, FIELDS, fieldsOf, inArea, WEIGHTS } from '../fields.ts';

const LIMIT = 400;

/** FlexSearch: prefixes of every word. It knows no misspellings, only words that sound alike. */
export const flexSearch: Engine = {
	name: 'FlexSearch',
	forgives: false,
	code: 'flexsearch',
	build(material) {
		const index = new Document({
			tokenize: 'forward',
			encoder: 'LatinBalance',
			document: { id: 'id', index: [...FIELDS] }
		});
		for (const fields of fieldsOf(material)) index.add({ ...fields });
		const clean = cleaner(material);
		const choose = inArea(material);
		return (query, area) => {
			const scores = new Map<number, number>();
			for (const { field, result } of index.search(clean(query), { limit: LIMIT, suggest: true })) {
				const weight = FIELDS.find((name) => name === field);
				for (const [place, id] of result.entries()) {
					const score = (weight ? WEIGHTS[weight] : 1) / (1 + place / 10);
					scores.set(Number(id), (scores.get(Number(id)) ?? 0) + score);
				}
			}
			return choose(
				[...scores].sort((a, b) => b[1] - a[1]).map(([id]) => id),
				area
			);
		};
	}
};
