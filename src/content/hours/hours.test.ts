import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Hours } from '../../data/hours.ts';
import { parseOpeningHours } from './index.ts';

const NINE_TO_FIVE = [[540, 1020]];

function hoursOf(osm: string): Omit<Hours, 'osm'> {
	const parsed = parseOpeningHours(osm);
	if ('error' in parsed) throw new Error(parsed.error);
	const { osm: kept, ...hours } = parsed.hours;
	expect(kept).toBe(osm);
	return hours;
}

function errorOf(osm: string): string {
	const parsed = parseOpeningHours(osm);
	return 'error' in parsed ? parsed.error : 'no error';
}

describe('reading opening hours', () => {
	it('reads days, lists and breaks', () => {
		const { week } = hoursOf('Mo-We,Fr 09:00-12:00,13:00-17:00');
		const day = [
			[540, 720],
			[780, 1020]
		];
		expect(week).toEqual([day, day, day, [], day, [], []]);
	});

	it('keeps a night as one span of the day on which it starts', () => {
		expect(hoursOf('Fr 22:00-04:00').week?.[4]).toEqual([[1320, 1680]]);
		expect(hoursOf('Mo-Fr 17:00-09:00').week?.[0]).toEqual([[1020, 1980]]);
		expect(hoursOf('Sa 20:00-24:00').week?.[5]).toEqual([[1200, 1440]]);
	});

	it('makes overlapping spans one', () => {
		expect(hoursOf('Mo 09:00-12:00,11:00-13:00,13:00-14:00').week?.[0]).toEqual([[540, 840]]);
	});

	it('lets ";" take the place of a day and "," add to it', () => {
		expect(hoursOf('Mo-Fr 09:00-17:00; We 10:00-12:00').week?.[2]).toEqual([[600, 720]]);
		expect(hoursOf('Mo-Fr 09:00-17:00, We 18:00-20:00').week?.[2]).toEqual([
			[540, 1020],
			[1080, 1200]
		]);
		expect(hoursOf('Mo-Fr 09:00-17:00; We off').week?.[2]).toEqual([]);
	});

	it('knows always, unknown and appointments', () => {
		expect(hoursOf('24/7')).toEqual({ always: true, holidays: 'open' });
		expect(hoursOf('Mo-Su 00:00-24:00')).toEqual({ always: true, holidays: 'open' });
		expect(hoursOf('24/7; PH off').holidays).toBe('closed');
		expect(hoursOf('unknown')).toEqual({ unknown: true, holidays: 'unknown' });
		expect(hoursOf('"by appointment"')).toEqual({ appointment: true, holidays: 'unknown' });
		expect(hoursOf('Mo-Fr 09:00-17:00 "by appointment"')).toMatchObject({ appointment: true });
	});

	it('never counts times by appointment as open when other times are', () => {
		const hours = hoursOf('Mo 12:00-17:00 "drop-in"; Tu-Fr 09:00-17:00 "by appointment"');
		expect(hours.appointment).toBeUndefined();
		expect(hours.week?.slice(0, 3)).toEqual([[[720, 1020]], [], []]);
		expect(hours.note).toBe('Monday midday to 5pm: drop-in. Tuesday to Friday 9am to 5pm: by appointment');
	});

	it('reads public and school holidays', () => {
		expect(hoursOf('Mo-Fr 09:00-17:00').holidays).toBe('unknown');
		expect(hoursOf('Mo-Fr 09:00-17:00; PH off').holidays).toBe('closed');
		expect(hoursOf('Mo-Fr 09:00-17:00; PH closed').holidays).toBe('closed');
		expect(hoursOf('Mo-Fr 09:00-17:00; PH open').holidays).toBe('open');
		expect(hoursOf('Mo-Sa 09:00-17:00; Su,PH 10:00-16:00').holidays).toEqual([[600, 960]]);
		expect(hoursOf('Mo-Fr 09:00-17:00; SH off').termTime).toBe(true);
		expect(hoursOf('Tu 10:00-12:00 "term time only"')).toMatchObject({ termTime: true, note: 'term time only' });
		expect(hoursOf('Mo-Fr 09:00-17:00; PH,SH off')).toMatchObject({ holidays: 'closed', termTime: true });
	});

	it('reads weekdays of the month', () => {
		expect(hoursOf('We[1] 19:00-20:30')).toMatchObject({
			week: [[], [], [], [], [], [], []],
			monthly: [{ nth: 1, day: 2, spans: [[1140, 1230]] }]
		});
		expect(hoursOf('Mo-Fr 09:00-17:00; We[-1] 10:00-17:00').monthly).toEqual([
			{ nth: -1, day: 2, spans: [[600, 1020]] }
		]);
		expect(hoursOf('Th[2-3] 19:00-20:00').monthly?.map(({ nth }) => nth)).toEqual([2, 3]);
	});

	it('reads dates with and without a year', () => {
		expect(hoursOf('Mo-Fr 09:00-17:00; Dec 25-26 off').dates).toEqual([{ from: '12-25', to: '12-26', spans: [] }]);
		expect(hoursOf('Mo-Fr 09:00-17:00; Dec 24-Jan 02 off').dates).toEqual([{ from: '12-24', to: '01-02', spans: [] }]);
		expect(hoursOf('Mo-Fr 09:00-17:00; 2026 Dec 24,31 09:00-12:00').dates).toEqual([
			{ from: '2026-12-24', to: '2026-12-24', spans: [[540, 720]] },
			{ from: '2026-12-31', to: '2026-12-31', spans: [[540, 720]] }
		]);
		expect(hoursOf('2026 Nov-2027 Feb Mo-Fr 09:00-17:00').dates).toEqual([
			{ from: '2026-11-01', to: '2027-02-28', days: [0, 1, 2, 3, 4], spans: NINE_TO_FIVE, seasonal: true }
		]);
		expect(hoursOf('Mo-Fr 09:00-17:00; Feb 29 off').dates?.[0]?.from).toBe('02-29');
	});

	it('puts a public holiday before dates that stand before it', () => {
		expect(hoursOf('Mo-Fr 09:00-17:00; Dec 20-31 10:00-12:00; PH off').dates?.[0]?.seasonal).toBe(true);
		expect(hoursOf('Mo-Fr 09:00-17:00; PH off; Dec 20-31 10:00-12:00').dates?.[0]?.seasonal).toBeUndefined();
	});

	it('keeps remarks for people', () => {
		expect(hoursOf('24/7 "call-back"')).toMatchObject({ always: true, note: 'call-back' });
		expect(hoursOf('We "ring for times"')).toEqual({ unknown: true, holidays: 'unknown', note: 'Wednesday: ring for times' });
		expect(hoursOf('unknown "no one answers on Fridays"').note).toBe('no one answers on Fridays');
	});
});

describe('what is wrong with opening hours', () => {
	it.each([
		['Mo-Fr 25:00-26:00', /25:00 is not a time of day/],
		['Mo-Fr 09:60-10:00', /09:60 is not a time of day/],
		['Mo-Xx 09:00-10:00', /Xx is not understood/],
		['Mon-Fri 9am-5pm', /Write the day as Mo/],
		['Mo-Fr 9:00-17:00', /09:00/],
		['Mo-Fr 09.00-17.00', /colon/],
		['Mo-Fr 0900-1700', /not expected|not a time|no times|not a month/],
		['mo-fr 09:00-17:00', /Write the day as Mo/],
		['Mo–Fr 09:00-17:00', /plain hyphen/],
		['Mo-Fr 09:00', /no end/],
		['Mo-Fr 19:00+', /open end|no end/],
		['Mo-Fr 09:00-09:00', /00:00-24:00/],
		['Mo-Fr', /no times/],
		['', /unknown/],
		['   ', /unknown/],
		['off', /never opens/],
		['open', /24\/7/],
		['PH off', /never open/],
		['PH off; Mo-Fr 09:00-17:00', /Put PH, SH and dates last/],
		['Dec 25 off; Mo-Fr 09:00-17:00', /Put PH, SH and dates last/],
		['Mo-Fr 09:00-17:00, PH off', /";" and not ","/],
		['Mo-Fr 09:00-17:00, Dec 24 09:00-12:00', /";" and not ","/],
		['Mo-Fr 09:00-17:00 || "by appointment"', /\|\|/],
		['Mo-Fr 09:00-17:00 Sa 10:00-12:00', /Put ";" between rules/],
		['Mo-Fr 09:00-17:00,', /half-way/],
		['Mo-Fr 09:00-17:00; Sa unknown', /unknown stands alone/],
		['Mo-Fr 09:00-17:00 off', /Keep one/],
		['Mo-Fr 09:00-17:00 "by appointment', /comment/],
		['We[6] 10:00-11:00', /1 to 5/],
		['We[-2] 10:00-11:00', /1 to 5/],
		['We[1 10:00-11:00', /closing \]/],
		['Mo-Fr 09:00-17:00; Feb 30 off', /no day 30/],
		['Mo-Fr 09:00-17:00; 2027 Feb 29 off', /no day 29/],
		['Mo-Fr 09:00-17:00; 2026 Dec 26-25 off', /backwards/],
		['Mo-Fr 09:00-17:00; 2026 Dec 24-Jan 02 off', /year at both ends/],
		['Mo-Fr sunrise-sunset', /not supported/],
		['week 1-10 Mo 09:00-10:00', /not supported/],
		['easter off', /not supported/],
		['SH 10:00-12:00', /SH off or SH unknown/],
		['PH Mo 10:00-12:00', /comma or a semicolon/],
		['Jun Mo[1] 10:00-12:00', /not supported/]
	])('%s', (osm, message) => {
		expect(errorOf(osm)).toMatch(message);
	});

	it('never throws, whatever is written', () => {
		const pieces = fc.constantFrom(
			...['Mo', 'Mo-Fr', 'PH', 'SH', 'off', 'unknown', '24/7', '09:00-17:00', '22:00-02:00', ';', ',', '-', '[', ']', '"by appointment"'],
			...['"', '||', 'Dec', '25', '2026', ':', '[1]', '[-1]', 'Xx', '99:99', 'open', '"x"', '+', 'é', '\n', '00:00-24:00']
		);
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.array(pieces, { maxLength: 12 }).map((list) => list.join(' '))), (osm) => {
				const parsed = parseOpeningHours(osm);
				expect('hours' in parsed || parsed.error.length > 0).toBe(true);
			}),
			{ numRuns: 3000 }
		);
	});
});
