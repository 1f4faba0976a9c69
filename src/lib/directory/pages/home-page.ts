import { readAreaNames, type AreaNameSource } from '../../by-area/area-names.ts';

/** What the home page shows of the data. */
export interface HomePage {
	areas: { id: string; name: string }[];
}

export function isHomePage(value: unknown): value is HomePage {
	return typeof value === 'object' && value !== null && 'areas' in value && Array.isArray(value.areas);
}

export async function loadHomePage(source: AreaNameSource): Promise<HomePage> {
	return { areas: (await readAreaNames(source)).map(({ id, name }) => ({ id, name })) };
}
