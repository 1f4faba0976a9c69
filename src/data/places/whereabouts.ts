/**
 * Where the directory is too large for every phone, it comes area by area (`area-index.ts`). These small files tell which area
 * something is in: compiled by `src/content/compile/by-area`, read by `src/lib/offline/widen.ts`.
 */

/** First halves of postcodes that lie in an area, wholly or partly, by its id: joined by spaces. For everyone. */
export type Districts = Record<string, string>;

/** Names of the towns and councils of an area, by its id. Fetched when a name is typed that no area on the device has. */
export type Towns = Record<string, string[]>;

/** An area by its name, with its councils, and where those are (latitude and longitude). For everyone. */
export interface AreaName {
	id: string;
	name: string;
	councils: { name: string; at: readonly [lat: number, lon: number] }[];
}

/** Services, and what became of those that are gone: the number of their area in `areas`, by code (`codeOf` of `src/lib/plan/codes.ts`). */
export interface Whereabouts {
	areas: string[];
	codes: Record<string, number>;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

export function isDistricts(value: unknown): value is Districts {
	return isRecord(value) && Object.values(value).every((codes) => typeof codes === 'string');
}

export function isTowns(value: unknown): value is Towns {
	return isRecord(value) && Object.values(value).every((names) => Array.isArray(names));
}

export function isAreaNames(value: unknown): value is AreaName[] {
	return (
		Array.isArray(value) &&
		value.every((each) => isRecord(each) && 'id' in each && 'name' in each && 'councils' in each)
	);
}

export function isWhereabouts(value: unknown): value is Whereabouts {
	return isRecord(value) && Array.isArray(value['areas']) && isRecord(value['codes']);
}
