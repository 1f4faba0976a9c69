import { parseJson } from './parse-json.ts';
import { isDataIndex } from '../../../data/guards.ts';
import {
	bundleParts,
	bundleRole,
	EVERYONE,
	fileName,
	packsFor,
	partFiles,
	type WholeFile
} from '../../../data/files/data-files.ts';
import { BY_AREA } from '../../../data/files/layout.ts';
import { NATIONAL } from '../../../data/files/packs.ts';
import { DATA_SCHEMA, PACK_PARTS, type DataIndex, type PackPart } from '../../../data/record.ts';

/** Name of the one file that is not named by its hash. */
export const INDEX = 'index.json';

/** The file that holds one part of a pack whole; undefined where it has a single file. */
export function wholeFile(index: DataIndex, pack: string, part: PackPart): WholeFile | undefined {
	const hash = index.packs[pack]?.whole?.[part];
	return hash === undefined
		? undefined
		: { name: fileName(`${pack}.${part}`, hash), parts: partFiles(index, pack, part) };
}

/** Files that hold all that everyone needs and all that `areas` need, for a phone that has nothing yet. */
export function bundlesFor(index: DataIndex, areas: readonly string[]): WholeFile[] {
	return [...bundleParts(index)].flatMap(([key, parts]) => {
		const hash = index.bundles?.[key];
		const wanted = key === EVERYONE ? areas.includes(NATIONAL) : areas.includes(key);
		return hash !== undefined && wanted ? [{ name: fileName(bundleRole(key), hash), parts }] : [];
	});
}

/** Every file that holds a part of a pack for `areas`. */
export function wholeFilesOf(index: DataIndex, areas: readonly string[]): WholeFile[] {
	return packsFor(index, areas).flatMap((pack) => PACK_PARTS.flatMap((part) => wholeFile(index, pack, part) ?? []));
}

/** Reads an index, whoever wrote it. Gives undefined for anything else, and for a shape this version cannot read. */
export function parseIndex(text: string | undefined): DataIndex | undefined {
	const value = parseJson(text);
	return isDataIndex(value) ? value : undefined;
}

/** True for an index in a newer shape: the data is fine and this app is too old for it, or does not know data by area. */
export function isNewerShape(text: string | undefined): boolean {
	const value = parseJson(text);
	if (typeof value !== 'object' || value === null || !('schema' in value)) return false;
	if (!BY_AREA && value.schema === DATA_SCHEMA) return 'areas' in value;
	return typeof value.schema === 'number' && value.schema > DATA_SCHEMA;
}
