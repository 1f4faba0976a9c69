import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { DaySpan, Hours } from '../../data/hours.ts';
import { dayPlan } from '../schedule/day-plan.ts';
import { isoDate, londonDay } from '../schedule/london.ts';
import { appointmentCalendar, hasSessions, meetingsCalendar } from './calendar.ts';
import { HOLIDAYS, NOW, shared } from './test-service.ts';

const input = { now: NOW, holidays: HOLIDAYS, discreet: false };
const DAYS = 182;

function eventsOf(text: string): ICAL.Event[] {
	const root = new ICAL.Component(ICAL.parse(text));
	return root.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
}

/** Every time at which something is on, as "2026-12-01 19:30, 90 min", by an independent reader of calendars. */
function occurrences(text: string): string[] {
	return eventsOf(text)
		.flatMap((event) => {
			const found: string[] = [];
			const iterator = event.iterator();
			for (let time = iterator.next(); time && found.length < 1000; time = iterator.next())
				found.push(`${time.toString().replace('T', ' ').slice(0, 16)}, ${event.duration.toSeconds() / 60} min`);
			return found;
		})
		.sort();
}

/** The same from the hours themselves. */
function expected(hours: Hours): string[] {
	const today = londonDay(NOW);
	return Array.from({ length: DAYS }, (_, i) => today + i)
		.flatMap((day) =>
			dayPlan(hours, day, HOLIDAYS).spans.map(([from, to]) => {
				const time = `${String(Math.floor(from / 60)).padStart(2, '0')}:${String(from % 60).padStart(2, '0')}`;
				return `${isoDate(day)} ${time}, ${to - from} min`;
			})
		)
		.sort();
}

const meeting = (hours: Hours) => [shared({ sessions: [{ what: 'Meeting', hours, place: 'Hall, Harlow CM20 1AA' }] })];
const written = (hours: Hours) => meetingsCalendar(meeting(hours), input);
const none: DaySpan[][] = [[], [], [], [], [], [], []];
const weekly = (day: number, ...spans: DaySpan[]): DaySpan[][] => none.map((_, i) => (i === day ? spans : []));

describe('a calendar of meetings', () => {
	test('second Tuesdays, last Fridays', () => {
		const hours: Hours = {
			osm: 'Tu[2] 10:30-12:30; Fr[-1] 19:00-20:00',
			week: none,
			monthly: [
				{ nth: 2, day: 1, spans: [[630, 750]] },
				{ nth: -1, day: 4, spans: [[1140, 1200]] }
			],
			holidays: 'unknown'
		};
		expect(written(hours)).toContain('RRULE:FREQ=MONTHLY;BYDAY=2TU');
		expect(occurrences(written(hours))).toEqual(expected(hours));
		expect(occurrences(written(hours))).toContain('2026-12-08 10:30, 120 min');
		expect(occurrences(written(hours))).not.toContain('2026-12-01 10:30, 120 min');
	});

	test('each Wednesday, but later on the last of the month', () => {
		const hours: Hours = {
			osm: 'We 08:30-17:00; We[-1] 10:00-17:00',
			week: weekly(2, [510, 1020]),
			monthly: [{ nth: -1, day: 2, spans: [[600, 1020]] }],
			holidays: 'open'
		};
		expect(occurrences(written(hours))).toEqual(expected(hours));
	});

	test('not on a public holiday on which it is closed, nor in a break', () => {
		const hours: Hours = {
			osm: 'Mo 19:30-21:00; PH off; Jan 04-17 off',
			week: weekly(0, [1170, 1260]),
			dates: [{ from: '2027-01-04', to: '2027-01-17', spans: [] }],
			holidays: 'closed'
		};
		expect(occurrences(written(hours))).toEqual(expected(hours));
		expect(occurrences(written(hours)).filter((each) => /2026-12-28|2027-01-11/.test(each))).toEqual([]);
	});

	test('any weekly and monthly pattern is read back as the hours have it', () => {
		const span = fc
			.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 12 }))
			.map(([from, length]): DaySpan => [from * 15, (from + length) * 15]);
		const spans = fc.uniqueArray(span, { maxLength: 2, selector: ([from]) => from });
		const hours = fc.record({
			osm: fc.constant('x'),
			week: fc.array(spans, { minLength: 7, maxLength: 7 }),
			// For each weekday: some nth ones, or the last one.
			monthly: fc
				.array(
					fc.tuple(fc.integer({ min: 0, max: 6 }), fc.constantFrom([1], [2, 4], [5], [1, 2, 3, 4, 5], [-1]), spans),
					{ maxLength: 3 }
				)
				.map((list) =>
					[...new Map(list.map((each) => [each[0], each])).values()].flatMap(([day, nths, spans]) =>
						nths.map((nth) => ({ nth, day, spans }))
					)
				),
			holidays: fc.constantFrom('open' as const, 'closed' as const, 'unknown' as const)
		});
		fc.assert(
			fc.property(hours, (any) => void expect(occurrences(written(any))).toEqual(expected(any))),
			{ numRuns: 60 }
		);
	});

	test('is in London time: the clocks of any phone show it right, in summer and in winter', () => {
		const text = written({ osm: 'x', week: weekly(0, [1170, 1260]), holidays: 'open' });
		const root = new ICAL.Component(ICAL.parse(text));
		const zone = root.getFirstSubcomponent('vtimezone');
		if (!zone) throw new Error('There is no time zone.');
		const london = new ICAL.Timezone(zone);
		const utc = (iso: string) => {
			const time = ICAL.Time.fromDateTimeString(iso);
			time.zone = london;
			return time.toJSDate().toISOString();
		};
		expect(utc('2026-12-07T19:30:00')).toBe('2026-12-07T19:30:00.000Z');
		expect(utc('2027-04-05T19:30:00')).toBe('2027-04-05T18:30:00.000Z');
		expect(eventsOf(text)[0]?.startDate.zone.tzid).toBe('Europe/London');
	});

	test('names who, where and the number, or nothing at all when it is to be discreet', () => {
		const hours: Hours = { osm: 'x', week: weekly(0, [1170, 1260]), holidays: 'open' };
		const [open] = eventsOf(written(hours));
		expect(open?.summary).toBe('Mill Lane Hub: Meeting');
		expect(open?.location).toBe('Hall, Harlow CM20 1AA');
		expect(open?.description).toContain('020 7946 0991');
		const discreet = meetingsCalendar(meeting(hours), { ...input, discreet: true });
		expect(eventsOf(discreet)[0]?.summary).toBe('Meeting');
		expect(discreet).not.toMatch(/Hall|7946|Harlow|SUMMARY.*Mill/);
	});

	test('without a known time there is none', () => {
		expect(hasSessions([shared()])).toBe(false);
		expect(hasSessions(meeting({ osm: 'x', week: weekly(0, [1170, 1260]), holidays: 'open' }))).toBe(true);
	});
});

describe('an appointment', () => {
	test('is at the day and time that was set, in London, whatever letters its name has', () => {
		const service = shared({ name: 'A; b, c\\d 🙂 '.repeat(12).trim() });
		const [event] = eventsOf(appointmentCalendar(service, { date: '2027-06-01', time: '14:30' }, input) ?? '');
		expect(event?.startDate.toString()).toBe('2027-06-01T14:30:00');
		expect(event?.startDate.zone.tzid).toBe('Europe/London');
		expect(event?.summary).toBe(`Appointment: ${service.name}`);
		expect(event?.location).toBe('2 Mill Lane, Harlow CM20 1AA');
	});

	test('of no day or no time is none', () => {
		expect(appointmentCalendar(shared(), { date: '', time: '14:30' }, input)).toBeUndefined();
		expect(appointmentCalendar(shared(), { date: '2027-06-01', time: '' }, input)).toBeUndefined();
	});
});
