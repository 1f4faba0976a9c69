import { indexRole, joinIndex, unjoinedAreas } from '../../data/files/area-index.ts';
import { fileName } from '../../data/files/data-files.ts';
import { isAreaIndex } from '../../data/guards.ts';
import type { AreaIndex, DataIndex } from '../../data/record.ts';
import { parseJson } from '../offline/store/parse-json.ts';

/** Areas that are wanted by somebody: some by id, or all. */
export type Wanted = ReadonlySet<string> | 'all';

/** An index with the parts of the areas that are wanted, and of those of which there is something among `names`, as far as `read` gives them. */
export async function joinAreas(
	index: DataIndex,
	wanted: Wanted,
	names: readonly string[],
	read: (name: string) => Promise<string | undefined>
): Promise<DataIndex> {
	const areas = missingAreas(index, wanted, names);
	const texts = await Promise.all(areas.map((area) => read(areaIndexFile(index, area))));
	return joinIndex(
		index,
		texts.flatMap((text) => parseAreaIndex(text) ?? [])
	);
}

/** The areas that are wanted, or of which there is something among `names`, and that the index knows only by name. */
export function missingAreas(index: DataIndex, wanted: Wanted, names: readonly string[]): string[] {
	if (wanted === 'all') return unjoinedAreas(index);
	const there = areasAmong(names);
	return unjoinedAreas(index).filter((area) => wanted.has(area) || there.has(area));
}

/** Names of the files with the parts of those `areas` that have one. */
export function areaIndexFiles(index: DataIndex, of: readonly string[]): string[] {
	return of.filter((area) => Object.hasOwn(index.areas ?? {}, area)).map((area) => areaIndexFile(index, area));
}

function areaIndexFile({ areas = {} }: DataIndex, area: string): string {
	return fileName(indexRole(area), areas[area] ?? '');
}

/** Reads an area's part of an index, whoever wrote it. Gives undefined for anything else. */
function parseAreaIndex(text: string | undefined): AreaIndex | undefined {
	const value = parseJson(text);
	return isAreaIndex(value) ? value : undefined;
}

/** A file that only a device which keeps an area holds: its part of the index, or cards of its own pack. */
const OF_AREA = /^(?:index\.([a-z0-9-]+)|([a-z0-9-]+)\.cards-\d+)\.[0-9a-f]+\.json$/;

function areasAmong(names: readonly string[]): ReadonlySet<string> {
	return new Set(
		names.flatMap((name) => {
			const [, indexed, packed] = OF_AREA.exec(name) ?? [];
			return indexed ?? packed ?? [];
		})
	);
}
