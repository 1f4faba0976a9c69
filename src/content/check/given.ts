import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Assurance } from '../../data/terms.ts';
import { councilId } from '../compile/places.ts';
import type { Content } from '../read/index.ts';
import { readPlaceTables } from '../read/place-tables.ts';
import type { ServiceRecord } from '../schema/service.ts';
import { assuredOf } from './parts.ts';
import type { Given } from './rule.ts';

const TABLES = 'content/places/councils.csv';
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** When the first content was read: the content is never older. */
const FIRST_DAY = '2026-11-21';

const CHECKED_BY: readonly Assurance[] = ['phone', 'email', 'visit', 'own-page'];

/** The days on which a person checked a part of a record and put their name to it (`fingerpost assured`). */
export function checkedDays(record: ServiceRecord): string[] {
	const checks = assuredOf(record).map(({ value }) => value.assured);
	return checks.flatMap(({ date, how, by }) => (by !== undefined && CHECKED_BY.includes(how) && DAY.test(date) ? [date] : []));
}

/** The day of the content: the newest day on which a source was read, or a part was checked. The clock has no say in it. */
export function madeDay(content: Content): string {
	const days = content.services.flatMap(({ record }) => [
		...Object.values(record.sources).map(({ seen }) => seen ?? ''),
		...checkedDays(record)
	]);
	return days.filter((day) => DAY.test(day)).reduce((newest, day) => (day > newest ? day : newest), FIRST_DAY);
}

/**
 * What the rules need besides the content, from the disk. Content without place tables is checked without them.
 * @param root the project folder
 * @throws when a place table is there and cannot be read
 */
export function givenIn(root: string, content: Content): Given {
	const made = madeDay(content);
	if (!existsSync(join(root, TABLES))) return { made };
	const { councils, sectors } = readPlaceTables(root);
	return {
		made,
		sectors: new Set(sectors.map(({ sector }) => sector)),
		councils: councils.map(({ council, treatment_system }) => ({ id: councilId(council), area: treatment_system }))
	};
}
