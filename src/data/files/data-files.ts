import { areaRole, areasOf, NATIONAL, packsOf, rolesFor, TOOL_ROLES } from './packs.ts';
import { PACK_PARTS, type DataIndex, type PackPart } from '../record.ts';

/** What the names of files hang on: the part of an index that says what there is. */
export type Named = Pick<DataIndex, 'packs' | 'files'>;

export const fileName = (role: string, hash: string) => `${role}.${hash}.json`;

/** Files of one part (`cards` or `details`) of a pack, by name, in order of bucket. */
export function partFiles(index: Named, pack: string, part: PackPart): string[] {
	return index.packs[pack]?.[part].map((hash, i) => fileName(`${pack}.${part}-${i}`, hash)) ?? [];
}

/** Ids of the packs that hold services of any of `areas`. */
export function packsFor(index: Named, areas: readonly string[]): string[] {
	return packsOf(Object.keys(index.packs), areas);
}

const rolesIn = (index: Named, roles: readonly string[]) =>
	roles.map((role) => fileName(role, index.files[role] ?? ''));

/** Every file that a person in `areas` needs, by name: not those that only pages for work read (`toolFiles`). */
export function filesOf(index: Named, areas: readonly string[]): string[] {
	return [
		...rolesIn(index, rolesFor(Object.keys(index.files), areas)),
		...packsFor(index, areas).flatMap((pack) => PACK_PARTS.flatMap((part) => partFiles(index, pack, part)))
	];
}

/** Files that only pages for work read: a device keeps them once one of those pages is opened there. */
export function toolFiles(index: Named): string[] {
	return rolesIn(
		index,
		TOOL_ROLES.filter((role) => role in index.files)
	);
}

/** One file that holds others, in order. */
export interface WholeFile {
	name: string;
	parts: string[];
}

/** The key of the bundle that everyone needs, wherever they live. */
export const EVERYONE = 'everyone';

/**
 * What stands together in one file for a phone that has nothing yet, by key: all that everyone needs, national services among
 * it, and for each area all that only its people need. Together they compress to nine tenths, in one request.
 */
export function bundleParts(index: Named): ReadonlyMap<string, string[]> {
	const everyone = filesOf(index, [NATIONAL]);
	const areas = areasOf(Object.keys(index.packs)).filter((area) => area !== NATIONAL);
	return new Map([
		[EVERYONE, everyone],
		...areas.map((area) => [area, filesOf(index, [area]).filter((name) => !everyone.includes(name))] as const)
	]);
}

/** Role of a bundle, as its file is named. */
export const bundleRole = (key: string) => areaRole('bundle', key);
