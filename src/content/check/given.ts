import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '../read/index.ts';
import type { Given } from './rule.ts';

const SECTORS = 'content/places/postcode-sectors.csv';
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** When the first content was read: the content is never older. */
const FIRST_DAY = '2026-11-21';

/** The day of the content: the newest day on which one of its sources was read. The clock has no say in it. */
export function madeDay(content: Content): string {
	const days = content.services.flatMap(({ record }) => Object.values(record.sources).map(({ seen }) => seen ?? ''));
	return days.filter((day) => DAY.test(day)).reduce((newest, day) => (day > newest ? day : newest), FIRST_DAY);
}

/**
 * What the rules need besides the content, from the disk.
 * @param root the project folder
 */
export function givenIn(root: string, content: Content): Given {
	const path = join(root, SECTORS);
	const made = madeDay(content);
	if (!existsSync(path)) return { made };
	const [, ...rows] = readFileSync(path, 'utf8').trim().split('\n');
	return { made, sectors: new Set(rows.map((row) => row.slice(0, row.indexOf(',')))) };
}
