import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { councilId } from '../compile/places.ts';
import type { Content } from '../read/index.ts';
import { readPlaceTables } from '../read/place-tables.ts';
import type { Given } from './rule.ts';

const TABLES = 'content/places/councils.csv';
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** When the first content was read: the content is never older. */
const FIRST_DAY = '2026-11-21';

/** The day of the content: the newest day on which one of its sources was read. The clock has no say in it. */
export function madeDay(content: Content): string {
	const days = content.services.flatMap(({ record }) => Object.values(record.sources).map(({ seen }) => seen ?? ''));
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
