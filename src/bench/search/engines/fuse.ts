import Fuse, { type IFuseOptions } from 'fuse.js';
import type { Engine, Find, Material } from '../engine.ts';
import { cleaner, FIELDS, fieldsOf, inArea, WEIGHTS, type Fields } from '../fields.ts';

/** More than a screen shows, because those of other areas are taken out. */
const LIMIT = 400;
const OPTIONS: IFuseOptions<Fields> = {
	keys: FIELDS.map((name) => ({ name, weight: WEIGHTS[name] })),
	threshold: 0.35,
	ignoreLocation: true,
	minMatchCharLength: 2
};

function finder(fuse: Fuse<Fields>, material: Material): Find {
	const clean = cleaner(material);
	const choose = inArea(material);
	return (query, area) =>
		choose(
			fuse.search(clean(query), { limit: LIMIT }).map(({ item }) => item.id),
			area
		);
}

/** Fuse over records, as its documentation starts. */
export const fuse: Engine = {
	name: 'Fuse',
	forgives: true,
	code: 'fuse.js',
	build: (material) => finder(new Fuse(fieldsOf(material), OPTIONS), material)
};

/** The same with an index that was made at build time and shipped. */
export const fusePrebuilt: Engine = {
	name: 'Fuse, prebuilt index',
	forgives: true,
	code: 'fuse.js',
	shipped: (material) => JSON.stringify(Fuse.createIndex([...FIELDS], fieldsOf(material)).toJSON()),
	build(material) {
		const fields = fieldsOf(material);
		const index = Fuse.createIndex([...FIELDS], fields);
		return finder(new Fuse(fields, OPTIONS, index), material);
	}
};
