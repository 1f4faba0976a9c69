import { describe as group, expect, it } from 'vitest';
import type { DaySpan, Holidays, Hours } from '../../../data/hours.ts';
import { describe } from './describe.ts';

const HOLIDAYS: Holidays = {
	from: '2026-01-01',
	to: '2027-12-31',
	days: [
		{ date: '2026-12-25', name: 'Christmas Day' },
		{ date: '2026-12-28', name: 'Boxing Day (substitute day)' }
	]
};
const NINE_TO_FIVE: DaySpan = [540, 1020];
const weekdays = (...spans: DaySpan[]): DaySpan[][] => [spans, spans, spans, spans, spans, [], []];
const hours = (change: Partial<Hours>): Hours => ({ osm: 'made by the test', holidays: 'open', ...change });
const office = hours({ week: weekdays(NINE_TO_FIVE) });
const always = hours({ always: true });
const nights = hours({ week: [[], [], [], [], [[1200, 1680]], [[1200, 1680]], []] });
const monthly = hours({ week: weekdays(), monthly: [{ nth: 1, day: 2, spans: [[1140, 1230]] }] });
const byAppointment = hours({ appointment: true, week: weekdays(NINE_TO_FIVE) });
const closedOnHolidays = hours({ week: weekdays(NINE_TO_FIVE), holidays: 'closed' });
const silentOnHolidays = hours({ week: weekdays(NINE_TO_FIVE), holidays: 'unknown' });
const shortOnHolidays = hours({ week: weekdays(NINE_TO_FIVE), holidays: [[600, 960]] });
const termTime = hours({ week: weekdays(NINE_TO_FIVE), termTime: true });
const weekend = hours({ week: [[], [], [], [], [[1020, 1440]], [[0, 1440]], [[0, 1440]]] });

// 22 November 2026 is a Sunday; London keeps UTC.
const SUNDAY_8PM = '2026-11-22T20:00Z';
const MONDAY_8AM = '2026-11-23T08:00Z';
const MONDAY_2PM = '2026-11-23T14:00Z';
const FRIDAY_6PM = '2026-11-27T18:00Z';
const SATURDAY_1AM = '2026-11-28T01:00Z';
const CHRISTMAS_EVE_2PM = '2026-12-24T14:00Z';
const CHRISTMAS_EVE_6PM = '2026-12-24T18:00Z';
const CHRISTMAS_11AM = '2026-12-25T11:00Z';

group('the state in words, when the hours are sure', () => {
	it.each([
		[office, MONDAY_2PM, 'Open until 5pm'],
		[office, MONDAY_8AM, 'Closed. Opens today 9am'],
		[office, SUNDAY_8PM, 'Closed. Opens tomorrow 9am'],
		[office, FRIDAY_6PM, 'Closed until Monday 9am'],
		[always, SUNDAY_8PM, 'Open all day, every day'],
		[hours({ unknown: true }), SUNDAY_8PM, 'Hours not known. Ring first.'],
		[hours({ appointment: true }), SUNDAY_8PM, 'By appointment'],
		[byAppointment, MONDAY_2PM, 'By appointment until 5pm'],
		[byAppointment, SUNDAY_8PM, 'Closed. By appointment from tomorrow 9am'],
		[nights, SATURDAY_1AM, 'Open until 4am'],
		[nights, SUNDAY_8PM, 'Closed until Friday 8pm'],
		[monthly, SUNDAY_8PM, 'Closed until Wednesday 2 December, 7pm'],
		[weekend, FRIDAY_6PM, 'Open until midnight on Sunday'],
		[weekend, SUNDAY_8PM, 'Open until midnight'],
		[hours({ week: weekdays() }), SUNDAY_8PM, 'Closed'],
		[closedOnHolidays, CHRISTMAS_EVE_2PM, 'Open until 5pm. Bank holiday tomorrow: closed'],
		[closedOnHolidays, CHRISTMAS_EVE_6PM, 'Closed until Tuesday 9am. Bank holiday tomorrow'],
		[closedOnHolidays, CHRISTMAS_11AM, 'Closed for the bank holiday until Tuesday 9am'],
		[silentOnHolidays, CHRISTMAS_EVE_2PM, 'Open until 5pm. Bank holiday tomorrow: ring to check'],
		[silentOnHolidays, CHRISTMAS_EVE_6PM, 'Closed. Opens Tuesday 9am. Bank holiday tomorrow: ring to check'],
		[silentOnHolidays, CHRISTMAS_11AM, 'Bank holiday today: ring to check'],
		[silentOnHolidays, '2026-12-26T11:00Z', 'Closed. Opens Tuesday 9am. Bank holiday on Monday: ring to check'],
		[shortOnHolidays, CHRISTMAS_EVE_2PM, 'Open until 5pm. Bank holiday tomorrow: 10am to 4pm'],
		[shortOnHolidays, CHRISTMAS_11AM, 'Open until 4pm. Bank holiday hours'],
		[termTime, MONDAY_2PM, 'Open until 5pm. Term time only: ring to check in school holidays']
	])('%#: %o at %s', (given, now, words) => {
		expect(describe(given, new Date(now), HOLIDAYS, { sure: true })).toBe(words);
	});

	it('says the time that London shows, in summer and from another time zone', () => {
		expect(describe(office, Date.parse('2027-07-05T15:30Z'), HOLIDAYS, { sure: true })).toBe('Open until 5pm');
		expect(describe(office, Date.parse('2027-07-05T16:00Z'), HOLIDAYS, { sure: true })).toBe(
			'Closed. Opens tomorrow 9am'
		);
		expect(describe(office, Date.parse('2027-07-05T08:00-04:00'), HOLIDAYS, { sure: true })).toBe('Open until 5pm');
	});
});

group('the state in words, when the hours are old or nobody confirmed them', () => {
	it.each([
		[office, MONDAY_2PM, 'Should be open until 5pm. Ring first.'],
		[office, SUNDAY_8PM, 'May be closed. Should open tomorrow 9am. Ring first.'],
		[always, SUNDAY_8PM, 'Should be open all day, every day. Ring first.'],
		[hours({ unknown: true }), SUNDAY_8PM, 'Hours not known. Ring first.'],
		[byAppointment, MONDAY_2PM, 'Should be by appointment until 5pm. Ring first.'],
		[silentOnHolidays, CHRISTMAS_EVE_2PM, 'Should be open until 5pm. Bank holiday tomorrow. Ring first.'],
		[silentOnHolidays, CHRISTMAS_11AM, 'Bank holiday today: may be closed. Ring first.'],
		[closedOnHolidays, CHRISTMAS_11AM, 'May be closed. Should open Tuesday 9am. Bank holiday today. Ring first.']
	])('%#: %o at %s', (given, now, words) => {
		expect(describe(given, new Date(now), HOLIDAYS, { sure: false })).toBe(words);
	});

	it('leaves "ring first" to what stands beside it, when told so', () => {
		const options = { sure: false, ring: false };
		expect(describe(office, new Date(MONDAY_2PM), HOLIDAYS, options)).toBe('Should be open until 5pm');
		expect(describe(hours({ unknown: true }), new Date(MONDAY_2PM), HOLIDAYS, options)).toBe('Hours not known');
	});

	it('is never sure after the list of public holidays ends', () => {
		const past = '2028-03-01T14:00Z';
		expect(describe(closedOnHolidays, new Date(past), HOLIDAYS, { sure: true })).toBe(
			'Should be open until 5pm. Ring first.'
		);
		expect(describe(always, new Date(past), HOLIDAYS, { sure: true })).toBe('Open all day, every day');
	});

	it('never reads as certain', () => {
		for (const given of [
			office,
			always,
			nights,
			monthly,
			byAppointment,
			closedOnHolidays,
			silentOnHolidays,
			termTime,
			weekend
		]) {
			for (let hour = 0; hour < 24 * 40; hour++) {
				const words = describe(given, Date.parse('2026-11-20T00:30Z') + hour * 3_600_000, HOLIDAYS, { sure: false });
				expect(words).toMatch(/^(Should|May|Bank holiday today: may)/);
				expect(words).toMatch(/Ring first\.$/);
			}
		}
	});
});
