import type { AreaInfo, DataIndex } from '../../data/record.ts';
import { BY_AREA } from '../../data/files/layout.ts';
import { isAreaNames, type AreaName } from '../../data/places/whereabouts.ts';

/** What is needed of the data: `DataStore` has it. */
export interface AreaNameSource {
	index(): Promise<DataIndex>;
	areas(): Promise<AreaInfo[]>;
	file<T>(role: string, guard: (value: unknown) => value is T): Promise<T>;
}

/** An area as lists of areas show it. */
export interface ListedArea {
	id: string;
	name: string;
	/** Names of its councils. */
	councils: string[];
}

/** All areas that there are, by name, whichever of them are on this device. Throws what `source` throws when that cannot be had. */
export async function readAreaNames(source: AreaNameSource): Promise<ListedArea[]> {
	const byArea = BY_AREA && (await source.index()).areas !== undefined;
	const all: readonly (AreaName | AreaInfo)[] = byArea
		? await source.file('area-names', isAreaNames)
		: await source.areas();
	return all.map(({ id, name, councils }) => ({ id, name, councils: councils.map((council) => council.name) }));
}
