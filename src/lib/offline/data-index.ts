import { parseJson } from './parse-json.ts';
import { indexRole } from '../../data/area-index.ts';
import { isAreaIndex, isDataIndex } from '../../data/guards.ts';
import {
	bundleParts,
	bundleRole,
	EVERYONE,
	fileName,
	packsFor,
	partFiles,
	type WholeFile
} from '../../data/data-files.ts';
import { NATIONAL } from '../../data/packs.ts';
import { DATA_SCHEMA, PACK_PARTS, type AreaIndex, type DataIndex, type PackPart } from '../../data/record.ts';

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

/** Reads an area's part of an index, whoever wrote it. Gives undefined for anything else. */
export function parseAreaIndex(text: string | undefined): AreaIndex | undefined {
	const value = parseJson(text);
	return isAreaIndex(value) ? value : undefined;
}

/** Name of the file with an area's part of an index; undefined where the index has no such part. */
export function areaIndexFile({ areas = {} }: DataIndex, area: string): string | undefined {
	const hash = Object.hasOwn(areas, area) ? areas[area] : undefined;
	return hash === undefined ? undefined : fileName(indexRole(area), hash);
}

/** A file that only a device which keeps an area holds: its part of the index, or cards of its own pack. */
const OF_AREA = /^(?:index\.([a-z0-9-]+)|([a-z0-9-]+)\.cards-\d+)\.[0-9a-f]+\.json$/;

/** Ids of the areas of which there is something among `names` of files. */
export function areasAmong(names: readonly string[]): string[] {
	const ids = names.flatMap((name) => {
		const [, indexed, packed] = OF_AREA.exec(name) ?? [];
		return indexed ?? packed ?? [];
	});
	return [...new Set(ids)];
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
