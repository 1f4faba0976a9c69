import DateHolidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { holidaysCoverage } from '../../lib/schedule/index.ts';
import { readContent } from '../read/index.ts';
import { compileHolidays } from './holidays.ts';

const record = readContent(process.cwd()).holidayFiles[0]?.record;
const holidays = compileHolidays(record ?? { source: { what: '', compare_with: '', made: '' }, from: '', to: '', holidays: [] });
const dates = holidays.days.map(({ date }) => date);
const weekday = (date: string) => new Date(`${date}T12:00:00Z`).getUTCDay();

describe('the list of public holidays of England', () => {
	it('has every day that date-holidays computes, and no other', () => {
		const computed = new DateHolidays('GB', 'ENG');
		const expected = [2026, 2027, 2028].flatMap((year) =>
			computed
				.getHolidays(year)
				.filter(({ type }) => type === 'public')
				.map(({ date }) => date.slice(0, 10))
		);
		expect(dates).toEqual(expected);
	});

	it('has eight days off on weekdays each year, as the law has', () => {
		for (const year of ['2026', '2027', '2028']) {
			const onWeekdays = dates.filter((date) => date.startsWith(year) && ![0, 6].includes(weekday(date)));
			expect(onWeekdays).toHaveLength(8);
		}
	});

	it('gives a substitute weekday for each that falls on a weekend', () => {
		expect(dates).toEqual(expect.arrayContaining(['2026-12-28', '2027-12-27', '2027-12-28', '2028-01-03']));
	});

	it('warns when it covers less than a year ahead', () => {
		expect(holidaysCoverage(holidays, Date.UTC(2026, 10, 22))).toBeUndefined();
		expect(holidaysCoverage(holidays, Date.UTC(2027, 11, 31))).toBeUndefined();
		expect(holidaysCoverage(holidays, Date.UTC(2028, 0, 2))).toContain('needed to 2029-01-01');
		expect(holidaysCoverage(holidays, Date.UTC(2025, 11, 31))).toContain('2026-01-01');
	});
});
