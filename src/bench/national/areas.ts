import { councilId } from '../../content/compile/places.ts';
import type { Pharmacy } from './pharmacies.ts';

/** A made-up treatment system of one council, on real ground: the pharmacies of a stretch of the postcode map. */
export interface MadeArea {
	id: string;
	/** Its area and its council are called by its largest town. */
	name: string;
	pharmacies: readonly Pharmacy[];
	/** Towns with a point, the largest first. */
	towns: readonly { name: string; latitude: number; longitude: number }[];
	sectors: readonly { sector: string; latitude: number; longitude: number }[];
}

/**
 * Cuts pharmacies, sorted by postcode, into areas as even as can be.
 * @param taken ids that no area may have
 */
export function cutIntoAreas(pharmacies: readonly Pharmacy[], count: number, taken: ReadonlySet<string>): MadeArea[] {
	const ids = new Set(taken);
	return Array.from({ length: count }, (_, index) => {
		const from = Math.round((index * pharmacies.length) / count);
		const own = pharmacies.slice(from, Math.round(((index + 1) * pharmacies.length) / count));
		const towns = means(own, ({ town }) => town);
		const name = towns.map((town) => town.name).find((town) => !ids.has(councilId(town))) ?? `Area ${letters(index)}`;
		const id = councilId(name);
		ids.add(id);
		const sectors = means(own, ({ postcode }) => postcode.slice(0, -2)).map((mean) => ({ ...mean, sector: mean.name }));
		return { id, name, pharmacies: own, towns, sectors };
	});
}

const letters = (index: number) => String.fromCharCode(97 + Math.floor(index / 26), 97 + (index % 26));

/** Mean position of the pharmacies that share a key, the most shared first. */
function means(pharmacies: readonly Pharmacy[], keyOf: (pharmacy: Pharmacy) => string) {
	const groups = new Map<string, Pharmacy[]>();
	for (const pharmacy of pharmacies) {
		const group = groups.get(keyOf(pharmacy));
		if (group) group.push(pharmacy);
		else groups.set(keyOf(pharmacy), [pharmacy]);
	}
	const mean = (group: Pharmacy[], of: (pharmacy: Pharmacy) => number) =>
		Math.round((group.reduce((sum, each) => sum + of(each), 0) / group.length) * 1e4) / 1e4;
	return [...groups]
		.toSorted(([a, { length: less }], [b, { length: more }]) => more - less || (a < b ? -1 : 1))
		.map(([name, group]) => ({
			name,
			latitude: mean(group, ({ latitude }) => latitude),
			longitude: mean(group, ({ longitude }) => longitude)
		}));
}
