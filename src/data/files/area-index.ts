import { areaRole, areasOf, NATIONAL, packsOf } from './packs.ts';
import type { AreaIndex, DataIndex } from '../record.ts';

/** Role of the file that holds an area's part of the index. */
export const indexRole = (area: string) => areaRole('index', area);

/**
 * Takes an index apart: what is for all of England, and by area what only its people need. A pack that areas share is named in the
 * part of each. `homeOf` gives the area of an id that is closed or superseded.
 */
export function splitIndex(
	index: AreaIndex,
	homeOf: (id: string) => string | undefined
): { everyone: AreaIndex; parts: ReadonlyMap<string, AreaIndex> } {
	const packIds = Object.keys(index.packs);
	const common = new Set(packsOf(packIds, [NATIONAL]));
	const areas = areasOf(packIds).filter((area) => area !== NATIONAL);
	const part = (area: string): AreaIndex => {
		const own = new Set(packsOf(packIds, [area]));
		return {
			packs: pick(index.packs, (pack) => own.has(pack) && !common.has(pack)),
			files: pick(index.files, (role) => role.endsWith(areaRole('', area))),
			bundles: pick(index.bundles ?? {}, (key) => key === area),
			moved: pick(index.moved, (id) => homeOf(id) === area)
		};
	};
	const parts = new Map(areas.map((area) => [area, part(area)] as const));
	const elsewhere = (of: keyof AreaIndex) => {
		const named = new Set([...parts.values()].flatMap((each) => Object.keys(each[of] ?? {})));
		return (key: string) => !named.has(key);
	};
	return {
		everyone: {
			packs: pick(index.packs, elsewhere('packs')),
			files: pick(index.files, elsewhere('files')),
			bundles: pick(index.bundles ?? {}, elsewhere('bundles')),
			moved: pick(index.moved, elsewhere('moved'))
		},
		parts
	};
}

/** Puts parts of areas back to an index: what it then names of an area is in the order that the area's bundle was made in. */
export function joinIndex(index: DataIndex, parts: readonly AreaIndex[]): DataIndex {
	const all = [index, ...parts];
	return {
		...index,
		packs: Object.fromEntries(all.flatMap(({ packs }) => Object.entries(packs)).sort(([a], [b]) => (a < b ? -1 : 1))),
		files: Object.assign({}, ...all.map(({ files }) => files)),
		bundles: Object.assign({}, ...all.map(({ bundles }) => bundles)),
		moved: Object.assign({}, ...all.map(({ moved }) => moved))
	};
}

/** Areas that an index tells of only by the hash of their part. Empty where it names everything itself. */
export function unjoinedAreas(index: DataIndex): string[] {
	return Object.keys(index.areas ?? {}).filter((area) => !Object.hasOwn(index.packs, area));
}

function pick<T>(from: Readonly<Record<string, T>>, wanted: (key: string) => boolean): Record<string, T> {
	return Object.fromEntries(Object.entries(from).filter(([key]) => wanted(key)));
}
