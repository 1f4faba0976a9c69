import UFuzzy from '@leeoniya/ufuzzy';
import type { Engine } from '../engine.ts';
import { cleaner, FIELDS, fieldsOf, inArea } from '../fields.ts';

/** Ranks at most so many; more are given in the order of the records. */
const INFO = 1000;

/** uFuzzy over one line a record: one mistake a word, words in any order. */
export const uFuzzy: Engine = {
	name: 'uFuzzy',
	forgives: true,
	code: '@leeoniya/ufuzzy',
	build(material) {
		const lines = fieldsOf(material).map((fields) =>
			FIELDS.map((name) => fields[name])
				.join(' | ')
				.toLowerCase()
		);
		const engine = new UFuzzy({ intraMode: 1 });
		const clean = cleaner(material);
		const choose = inArea(material);
		return (query, area) => {
			const [found, info, order] = engine.search(lines, clean(query), 1, INFO);
			if (!found) return [];
			return choose(info && order ? order.flatMap((at) => info.idx[at] ?? []) : found, area);
		};
	}
};
