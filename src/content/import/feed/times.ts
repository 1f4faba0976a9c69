import type { DaySpan, Hours } from '../../../data/hours.ts';
import { parseOpeningHours } from '../../hours/index.ts';
import type { FeedLog, FeedSchedule } from './feed.ts';
import type { Fields } from './fields.ts';

/**
 * Opening times of feeds (HSDS schedules, which are RFC 5545 recurrences, and the regular_schedules of ORUK 1.0) to OSM
 * opening_hours as our records write them.
 */

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;
const DAY_OF = new Map<string, number>(
	['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].flatMap((name, index) => [
		[name, index],
		[name.slice(0, 3), index],
		[name.slice(0, 2), index],
		// ORUK 1.0 counts from Monday as 1.
		[String(index + 1), index]
	])
);
const NTH = /^(-?[1-5])\s*([a-z]{2,})$/;
const TIME = /(\d{1,2})[:.]?(\d{2})?(?::\d{2})?(?:\.\d+)?\s*([ap]m)?/i;

interface Times {
	days: number[];
	nth: { nth: number; day: number }[];
	span: string;
}

/** What a list of schedules says: times, and in words what could not be said as times. */
export interface ReadTimes {
	schedules: FeedSchedule[];
	notes: string[];
}

/**
 * @param schedules HSDS schedules, of any version
 * @param asOf YYYY-MM-DD: times that ended before are not used
 * @param log told of what cannot be said as times
 */
export function readTimes(schedules: readonly Fields[], asOf: string, log: FeedLog): ReadTimes {
	const notes: string[] = [];
	const groups = new Map<string, Group>();
	for (const schedule of schedules) {
		const osm = schedule.text('opening_hours', 'osm_opening_hours');
		const part = schedule.text('for');
		const words = [schedule.text('note'), schedule.text('description'), schedule.text('notes')].filter(
			(text) => text !== undefined
		);
		schedule.skip(
			'assured',
			'valid_from',
			'dtstart',
			'timezone',
			'wkst',
			'attending_type',
			'until',
			'count',
			'service_id',
			'location_id'
		);
		schedule.skip('service_at_location_id', 'schedule_link');
		const times = timesOf(schedule, asOf);
		schedule.done();
		const key = `${osm ?? ''}\n${part ?? ''}`;
		const group = groups.get(key) ?? { osm, part, times: [] };
		groups.set(key, group);
		if (typeof times !== 'string') group.times.push(times);
		if (osm !== undefined) continue;
		if (typeof times === 'string' && times !== '') log.note(schedule.at, `times: ${times}`);
		notes.push(...(typeof times === 'string' && times !== '' ? [[times, ...words].join(': ')] : words));
	}
	const read = [...groups.values()].flatMap(({ osm, part, times }) => {
		const written = write(times);
		// Our own exports say the times twice; where somebody changed the standard fields, those count.
		const whole = osm !== undefined && sameTimes([osm], written === undefined ? [] : [written]) ? osm : written;
		return whole === undefined ? [] : [{ opening_hours: whole, ...(part !== undefined && { for: part }) }];
	});
	return { schedules: read, notes: [...new Set(notes)].map((note) => `Times: ${note}`) };
}

interface Group {
	osm: string | undefined;
	part: string | undefined;
	times: Times[];
}

/** The times of one schedule, or why there are none, in words (empty when there is nothing to say). */
function timesOf(schedule: Fields, asOf: string): Times | string {
	const ends = schedule.text('valid_to')?.slice(0, 10);
	const freq = schedule.text('freq')?.toUpperCase() ?? 'WEEKLY';
	const interval = schedule.number('interval') ?? 1;
	const by = schedule
		.texts('byday', 'weekday', 'by_day', 'day')
		.flatMap((text) => text.toLowerCase().split(/[\s,;]+(?=-?\d?[a-z\d])/));
	const monthDays = schedule.text('bymonthday');
	const opens = clockTime(schedule.text('opens_at', 'opens', 'start_time'));
	const closes = clockTime(schedule.text('closes_at', 'closes', 'end_time'));
	// Special days of our own exports: the text that they come from says them.
	if (ends !== undefined && schedule.text('opening_hours') !== undefined) return '';
	if (ends !== undefined && ends < asOf) return `some ended on ${ends} and are not used`;
	if (opens === undefined || closes === undefined) return '';
	const span = `${opens}-${closes === '00:00' && opens !== '00:00' ? '24:00' : closes === opens ? '24:00' : closes === '23:59' ? '24:00' : closes}`;
	if (interval > 1) return `every ${interval} ${freq === 'MONTHLY' ? 'months' : 'weeks'}, ${by.join(', ')} ${span}`;
	const nth = by.flatMap((text) => {
		const [, which, day] = NTH.exec(text) ?? [];
		const index = DAY_OF.get(day ?? '');
		return which === undefined || index === undefined ? [] : [{ nth: Number(which), day: index }];
	});
	const days = by.flatMap((text) => DAY_OF.get(text) ?? []);
	if (nth.length === 0 && days.length === 0) {
		if (freq === 'DAILY' || (by.length === 0 && monthDays === undefined && freq === 'WEEKLY')) {
			return by.length === 0 && freq === 'DAILY'
				? { days: [0, 1, 2, 3, 4, 5, 6], nth, span }
				: `${span}, on days that the feed does not name`;
		}
		return `${span}, ${monthDays === undefined ? `on "${by.join(', ')}"` : `on day ${monthDays} of the month`}`;
	}
	return { days, nth, span };
}

function clockTime(text: string | undefined): string | undefined {
	const [, hour, minute = '00', half] = TIME.exec(text ?? '') ?? [];
	if (hour === undefined) return undefined;
	const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
	return hours > 24 || Number(minute) > 59 ? undefined : `${String(hours).padStart(2, '0')}:${minute}`;
}

/** All times of a part as one text, days with the same times together; undefined when our own reader refuses it. */
function write(times: readonly Times[]): string | undefined {
	const byDay = DAYS.map((_, day) =>
		[...new Set(times.filter(({ days }) => days.includes(day)).map(({ span }) => span))].toSorted().join(',')
	);
	if (byDay.every((spans) => spans === '00:00-24:00')) return '24/7';
	const rules = dayGroups(byDay).map(({ days, spans }) => `${days} ${spans}`);
	const nth = times.flatMap((each) => each.nth.map((one) => `${DAYS[one.day] ?? ''}[${one.nth}] ${each.span}`));
	const text = [...rules, ...new Set(nth)].join('; ');
	return text === '' || 'error' in parseOpeningHours(text) ? undefined : text;
}

/** Days that share their spans, neighbours written as a range: Mo-We,Fr. */
function dayGroups(byDay: readonly string[]): { days: string; spans: string }[] {
	const groups = new Map<string, number[]>();
	byDay.forEach((spans, day) => {
		if (spans !== '') groups.set(spans, [...(groups.get(spans) ?? []), day]);
	});
	return [...groups].map(([spans, days]) => ({ spans, days: ranges(days) }));
}

function ranges(days: readonly number[]): string {
	const runs: number[][] = [];
	for (const day of days) {
		const last = runs.at(-1);
		if (last !== undefined && last.at(-1) === day - 1) last.push(day);
		else runs.push([day]);
	}
	return runs
		.flatMap((run) => {
			const [first = 0, last = first] = [run[0], run.at(-1)];
			return run.length > 2 ? [`${DAYS[first] ?? ''}-${DAYS[last] ?? ''}`] : run.map((day) => DAYS[day] ?? '');
		})
		.join(',');
}

const MINUTES_IN_DAY = 1440;

/** Spans without overlaps, as text. */
function merged(spans: readonly DaySpan[]): string {
	const runs: [number, number][] = [];
	for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0])) {
		const last = runs.at(-1);
		if (last && from <= last[1]) last[1] = Math.max(last[1], to);
		else runs.push([from, to]);
	}
	return runs.map(([from, to]) => `${from}-${to}`).join(',');
}

const WHOLE_WEEK: readonly (readonly DaySpan[])[] = DAYS.map(() => [[0, MINUTES_IN_DAY]]);

/** The times of all these opening_hours together: a week, and the nth days of the month. What every form of feed can say. */
function timesKey(all: readonly string[]): string {
	const hours = all.flatMap((text): Hours[] => {
		const parsed = parseOpeningHours(text);
		return 'error' in parsed ? [] : [parsed.hours];
	});
	const weeks = hours.flatMap(({ always, week }) => (always ? [WHOLE_WEEK] : week ? [week] : []));
	const days = DAYS.map((_, day) => merged(weeks.flatMap((week) => week[day] ?? [])));
	const nth = hours.flatMap(({ monthly = [] }) =>
		monthly.filter(({ spans }) => spans.length > 0).map((each) => `${each.nth}:${each.day}:${merged(each.spans)}`)
	);
	return [...days, ...[...new Set(nth)].toSorted()].join('|');
}

/** Whether two lists of opening_hours mean the same week and the same nth days of the month. */
export function sameTimes(a: readonly string[], b: readonly string[]): boolean {
	return timesKey(a) === timesKey(b);
}
