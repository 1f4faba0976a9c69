import { isDataIndex } from '../../data/guards.ts';
import { packsOf, rolesFor } from '../../data/packs.ts';
import { DATA_SCHEMA, PACK_PARTS, type DataIndex, type PackPart } from '../../data/record.ts';

/** Name of the one file that is not named by its hash. */
export const INDEX = 'index.json';

export const fileName = (role: string, hash: string) => `${role}.${hash}.json`;

/** Files of one part (`cards` or `details`) of a pack, by name, in order of bucket. */
export function partFiles(index: DataIndex, pack: string, part: PackPart): string[] {
	return index.packs[pack]?.[part].map((hash, i) => fileName(`${pack}.${part}-${i}`, hash)) ?? [];
}

/** Ids of the packs that hold services of any of `areas`. */
export function packsFor(index: DataIndex, areas: readonly string[]): string[] {
	return packsOf(Object.keys(index.packs), areas);
}

/** Every file that `areas` need, by name. */
export function filesOf(index: DataIndex, areas: readonly string[]): string[] {
	const single = rolesFor(Object.keys(index.files), areas).map((role) => fileName(role, index.files[role] ?? ''));
	const packs = packsFor(index, areas);
	return [
		...single,
		...packs.flatMap((pack) => [...partFiles(index, pack, 'cards'), ...partFiles(index, pack, 'details')])
	];
}

/** One file that holds all files of a part of a pack, in order. */
export interface WholeFile {
	name: string;
	parts: string[];
}

/** The file that holds one part of a pack whole; undefined where it has a single file. */
export function wholeFile(index: DataIndex, pack: string, part: PackPart): WholeFile | undefined {
	const hash = index.packs[pack]?.whole?.[part];
	return hash === undefined
		? undefined
		: { name: fileName(`${pack}.${part}`, hash), parts: partFiles(index, pack, part) };
}

/** Every file that holds others for `areas`. */
export function wholeFilesOf(index: DataIndex, areas: readonly string[]): WholeFile[] {
	return packsFor(index, areas).flatMap((pack) => PACK_PARTS.flatMap((part) => wholeFile(index, pack, part) ?? []));
}

/** Reads an index, whoever wrote it. Gives undefined for anything else, and for a shape this version cannot read. */
export function parseIndex(text: string | undefined): DataIndex | undefined {
	const value = parseJson(text);
	return isDataIndex(value) ? value : undefined;
}

/** True for an index in a newer shape: the data is fine and this app is too old for it. */
export function isNewerShape(text: string | undefined): boolean {
	const value = parseJson(text);
	return (
		typeof value === 'object' &&
		value !== null &&
		'schema' in value &&
		typeof value.schema === 'number' &&
		value.schema > DATA_SCHEMA
	);
}

/** Parses JSON. Gives undefined where it is none: no JSON text stands for undefined. */
export function parseJson(text: string | undefined): unknown {
	if (text === undefined) return undefined;
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
