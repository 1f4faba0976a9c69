import { BY_AREA } from './files/layout.ts';
import type { CoverageCounts } from './pages/coverage-counts.ts';
import type { Holidays } from './hours.ts';
import type { Whole } from './files/pharmacy-rows.ts';
import type { AreaIndex, AreaInfo, Card, DataIndex, Detail } from './record.ts';
import { DATA_SCHEMA } from './record.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Data files are named by the hash of their bytes, and that hash is checked on arrival, so their inside is as our own
 * build wrote it. These guards catch what a hash cannot: an index in another shape, or a file that is not data at all.
 */

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOf(value: unknown, ...keys: string[]): boolean {
	return Array.isArray(value) && value.every((item) => isObject(item) && keys.every((key) => key in item));
}

const isHash = (value: unknown) => typeof value === 'string' && /^[0-9a-f]{8,64}$/.test(value);

/** True for an index that this version of the app can read. */
export function isDataIndex(value: unknown): value is DataIndex {
	return (
		isAreaIndex(value) &&
		'schema' in value &&
		value.schema === DATA_SCHEMA &&
		'version' in value &&
		isHash(value.version) &&
		'made' in value &&
		typeof value.made === 'string' &&
		(!('areas' in value) || (BY_AREA && isHashes(value.areas)))
	);
}

const isHashes = (value: unknown) => isObject(value) && Object.values(value).every(isHash);

/** True for what an index says of one area. */
export function isAreaIndex(value: unknown): value is AreaIndex {
	return (
		isObject(value) &&
		isObject(value.packs) &&
		Object.values(value.packs).every(
			(pack) =>
				isObject(pack) &&
				Array.isArray(pack.cards) &&
				pack.cards.every(isHash) &&
				Array.isArray(pack.details) &&
				pack.details.every(isHash) &&
				(pack.whole === undefined || isHashes(pack.whole))
		) &&
		isHashes(value.files) &&
		(value.bundles === undefined || isHashes(value.bundles)) &&
		isObject(value.moved) &&
		Object.values(value.moved).every(
			(moved) =>
				isObject(moved) &&
				typeof moved.name === 'string' &&
				(moved.why === 'closed' || moved.why === 'superseded') &&
				(moved.to === undefined || typeof moved.to === 'string')
		)
	);
}

export function isCards(value: unknown): value is Card[] {
	return isListOf(value, 'id', 'name', 'terms', 'ways', 'referral');
}

/** True for records with card and detail together, as packs of pharmacies give them. */
export function isWholes(value: unknown): value is Whole[] {
	return isListOf(value, 'card', 'detail');
}

export function isDetails(value: unknown): value is Detail[] {
	return isListOf(value, 'id', 'description', 'sources');
}

function isAreas(value: unknown): value is AreaInfo[] {
	return isListOf(value, 'id', 'name', 'councils', 'frontDoors', 'missing');
}

export function isArea(value: unknown): value is AreaInfo {
	return isAreas([value]);
}

export function isCoverageCounts(value: unknown): value is CoverageCounts {
	return isObject(value) && isListOf(value.areas, 'id', 'cells', 'towns');
}

export function isHolidays(value: unknown): value is Holidays {
	return isObject(value) && isListOf(value.days, 'date', 'name');
}

export function isVocabulary(value: unknown): value is Vocabulary {
	return (
		isObject(value) &&
		isListOf(value.meanings, 'id', 'kind', 'phrases') &&
		isObject(value.ambiguous) &&
		Array.isArray(value.stop)
	);
}
