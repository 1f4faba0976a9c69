import { describe, expect, it } from 'vitest';
import { dayOf, isoDate, nextClockChange, placeInMonth, wallMinute, weekdayOf } from './london.ts';

const HOUR = 3_600_000;
const LONDON = new Intl.DateTimeFormat('en-GB', {
	timeZone: 'Europe/London',
	hourCycle: 'h23',
	year: 'numeric',
	month: '2-digit',
	day: '2-digit',
	hour: '2-digit',
	minute: '2-digit'
});

/** As wallMinute, by the time zone data of Node. */
function intlWallMinute(instant: number): number {
	const [, day = '', month = '', year = '', hour = '', minute = ''] =
		/^(\d+)\/(\d+)\/(\d+), (\d+):(\d+)$/.exec(LONDON.format(instant)) ?? [];
	return dayOf(`${year}-${month}-${day}`) * 1440 + Number(hour) * 60 + Number(minute);
}

describe('London time', () => {
	it('is what Intl says, every hour from 2020 to 2040', () => {
		const wrong: string[] = [];
		for (let instant = Date.UTC(2020, 0, 1, 0, 30); instant < Date.UTC(2041, 0, 1); instant += HOUR) {
			if (wallMinute(instant) !== intlWallMinute(instant)) wrong.push(new Date(instant).toISOString());
		}
		expect(wrong).toEqual([]);
	});

	it('changes at 01:00 UTC on the last Sundays of March and October', () => {
		expect(nextClockChange(Date.UTC(2026, 10, 22))).toBe(Date.UTC(2027, 2, 28, 1));
		expect(nextClockChange(Date.UTC(2027, 2, 28, 1))).toBe(Date.UTC(2027, 9, 31, 1));
		expect(nextClockChange(Date.UTC(2027, 9, 31, 0, 59))).toBe(Date.UTC(2027, 9, 31, 1));
		expect(nextClockChange(Date.UTC(2027, 11, 31))).toBe(Date.UTC(2028, 2, 26, 1));
	});

	it('knows dates, weekdays and their place in the month', () => {
		const sunday = dayOf('2026-11-22');
		expect(isoDate(sunday)).toBe('2026-11-22');
		expect(weekdayOf(sunday)).toBe(6);
		expect(weekdayOf(dayOf('1969-12-29'))).toBe(0);
		expect(placeInMonth(dayOf('2027-03-29'))).toEqual({ nth: 5, last: true });
		expect(placeInMonth(dayOf('2027-02-22'))).toEqual({ nth: 4, last: true });
		expect(placeInMonth(dayOf('2027-03-22'))).toEqual({ nth: 4, last: false });
		expect(placeInMonth(dayOf('2027-03-01'))).toEqual({ nth: 1, last: false });
	});
});
