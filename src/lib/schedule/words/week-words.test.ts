import { describe, expect, test } from 'vitest';
import { parseOpeningHours } from '../../../content/hours/index.ts';
import { weekInWords } from './week-words.ts';

function words(osm: string, sure = true, first: 'Ring first.' | 'Check first.' = 'Ring first.'): string {
	const parsed = parseOpeningHours(osm);
	if ('error' in parsed) throw new Error(parsed.error);
	return weekInWords(parsed.hours, { sure, first });
}

describe('hours on paper', () => {
	test.each([
		['Mo-Fr 09:00-17:00', 'Open Monday to Friday: 9am to 5pm.'],
		[
			'Mo-We 09:00-17:00; Th 09:00-20:00; Fr 09:00-17:00; Sa 10:00-12:00',
			'Open Monday to Wednesday and Friday: 9am to 5pm; Thursday: 9am to 8pm; Saturday: 10am to midday.'
		],
		['24/7', 'Open all day, every day.'],
		['We[1] 14:00-16:00', 'Open first Wednesday of the month: 2pm to 4pm.']
	])('%s', (osm, said) => expect(words(osm)).toBe(said));

	test('that nobody confirmed are never certain, and say what to do first', () => {
		for (const osm of ['Mo-Fr 09:00-17:00', '24/7'])
			expect(words(osm, false)).toMatch(/^Should be open .*\. Ring first\.$/);
		expect(words('24/7', false, 'Check first.')).toBe('Should be open all day, every day. Check first.');
	});

	test('that are not known are said to be, sure or not', () => {
		expect(weekInWords({ osm: '', unknown: true, holidays: 'unknown' }, { sure: true, first: 'Ring first.' })).toBe(
			'Opening times not known. Ring first.'
		);
	});

	test('by appointment are not called open', () => {
		expect(weekInWords({ osm: '', appointment: true, holidays: 'unknown' }, { sure: true, first: 'Ring first.' })).toBe(
			'By appointment.'
		);
	});
});
