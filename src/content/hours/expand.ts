import type { DateException, DaySpan, Hours } from '../../data/hours.ts';
import { dateWords, daysWords, nthWords, spansWords } from '../../lib/schedule/words/times.ts';
import type { Rule } from './rules.ts';
import { mergeSpans, sameSpans } from './spans.ts';
import { HoursError } from './tokens.ts';

/** Works out what a list of rules means together: the week, the monthly days, the dates and the holidays. */

const WHOLE_DAY: DaySpan = [0, 1440];
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];
const TERM_TIME = /\bterm[- ]time\b/i;
const APPOINTMENT = /^(by|with an?) (prior )?appointment( only)?$|^appointments?( only)?$/i;

/**
 * A weekday of a month is the 1st, 2nd, 3rd, 4th with a fifth to come, 4th and last, or 5th and last. Every nth that can
 * be written names some of these six. The seventh column is the weekday as rules without an nth leave it.
 */
const COLUMNS: Record<string, readonly number[]> = { 1: [0], 2: [1], 3: [2], 4: [3, 4], 5: [5], '-1': [4, 5] };
const PLAIN = 6;
const ALL_COLUMNS = [0, 1, 2, 3, 4, 5, PLAIN];

/** Rules to hours. `osm` is kept as it was written. Throws HoursError. */
export function expandRules(osm: string, rules: Rule[]): Hours {
	const alone = standsAlone(osm, rules);
	if (alone) return alone;
	checkOrder(rules);
	const openers = rules.filter((rule) => rule.modifier !== 'off' && rule.modifier !== 'unknown' && !rule.schoolHolidays);
	const byAppointment = openers.length > 0 && openers.every(isAppointment);
	const grid = EVERY_DAY.map(() => ALL_COLUMNS.map((): DaySpan[] => []));
	const hours: Hours = { osm, holidays: 'unknown' };
	if (byAppointment) hours.appointment = true;
	if (openers.some((rule) => TERM_TIME.test(rule.comment ?? ''))) hours.termTime = true;
	const dates: DateException[] = [];
	for (const rule of rules) {
		const spans = ruleSpans(rule, byAppointment);
		if (rule.dates.length) {
			dates.push(...exceptions(rule, spans));
			continue;
		}
		if (rule.schoolHolidays) hours.termTime = true;
		if (rule.publicHolidays) setHolidays(hours, rule, spans, dates);
		if (rule.days.length || !(rule.publicHolidays || rule.schoolHolidays)) setWeek(grid, rule, spans);
	}
	hours.week = grid.map((columns) => columns[PLAIN] ?? []);
	const monthly = monthlyOf(grid);
	if (monthly.length) hours.monthly = monthly;
	if (dates.length) hours.dates = dates;
	const note = notes(rules, openers, byAppointment);
	if (note) hours.note = note;
	return simplify(hours);
}

/** Hours that are one word: 24/7, unknown, off, or a remark alone. */
function standsAlone(osm: string, rules: Rule[]): Hours | undefined {
	const [rule] = rules;
	const selects = rules.some((r) => r.days.length || r.dates.length || r.publicHolidays || r.schoolHolidays);
	if (!rule || rules.length > 1 || selects) {
		const odd = rules.find((r) => r.modifier === 'unknown' && !r.publicHolidays && !r.schoolHolidays);
		if (odd) throw new HoursError(`${odd.text}: unknown stands alone. Leave those days out, or put a note in quotes.`);
		return undefined;
	}
	const appointment = isAppointment(rule);
	const note = rule.comment !== undefined && !appointment ? { note: rule.comment } : {};
	if (rule.modifier === 'off') {
		throw new HoursError('Hours of off alone say that it never opens. Write unknown, or close the record.');
	}
	if (appointment && !rule.spans.length) return { osm, appointment: true, holidays: 'unknown' };
	if (rule.modifier === '24/7') return { osm, always: true, holidays: 'open', ...note };
	if (rule.modifier === 'open') throw new HoursError('open alone is not clear. Write 24/7, or the days and times.');
	if (rule.modifier === 'unknown' || !rule.spans.length) return { osm, unknown: true, holidays: 'unknown', ...note };
	return undefined;
}

/** A later rule takes the place of an earlier one, so a week that follows a holiday or a date would undo it. */
function checkOrder(rules: Rule[]): void {
	let special: Rule | undefined;
	for (const rule of rules) {
		const narrow = rule.dates.length > 0 || ((rule.publicHolidays || rule.schoolHolidays) && !rule.days.length);
		if (!narrow && special) {
			throw new HoursError(`${special.text} comes before ${rule.text}, which undoes it. Put PH, SH and dates last.`);
		}
		if (rule.dates.length && rule.days.some((day) => day.nth)) {
			throw new HoursError(`${rule.text}: an nth weekday within dates is not supported. Write the dates themselves.`);
		}
		if (rule.dates.length && (rule.publicHolidays || rule.schoolHolidays)) {
			throw new HoursError(`${rule.text}: PH and SH cannot be limited to dates. Write the dates alone.`);
		}
		if (rule.adds && (narrow || rule.publicHolidays)) {
			throw new HoursError(`Put ";" and not "," before ${rule.text}, and write all the times of those days.`);
		}
		if (rule.adds && rule.modifier) throw new HoursError(`Put ";" and not "," before ${rule.text}.`);
		if (!rule.dates.length && !rule.days.length && !rule.publicHolidays && !rule.schoolHolidays && rule !== rules[0]) {
			throw new HoursError(`${rule.text} says no day. Write its days before it, or put the remark after the times it is about.`);
		}
		if (rule.schoolHolidays && rule.modifier !== 'off' && rule.modifier !== 'unknown') {
			throw new HoursError('School holidays are not known to us: write SH off or SH unknown, and the times in a note.');
		}
		if (narrow) special ??= rule;
	}
}

/** The spans that a rule opens. A rule by appointment beside open ones opens nothing: a person cannot just walk in. */
function ruleSpans(rule: Rule, byAppointment: boolean): DaySpan[] {
	if (isAppointment(rule) && !byAppointment) return [];
	if (rule.modifier === '24/7' || (rule.modifier === 'open' && !rule.publicHolidays)) return [WHOLE_DAY];
	return mergeSpans(rule.spans);
}

function setWeek(grid: DaySpan[][][], rule: Rule, spans: DaySpan[]): void {
	const days = rule.days.length ? rule.days : EVERY_DAY.map((day) => ({ day, nth: undefined }));
	for (const { day, nth } of days) {
		const columns = grid[day];
		if (!columns) continue;
		for (const column of nth === undefined ? ALL_COLUMNS : (COLUMNS[nth] ?? [])) {
			columns[column] = rule.adds ? mergeSpans([...(columns[column] ?? []), ...spans]) : spans;
		}
	}
}

function setHolidays(hours: Hours, rule: Rule, spans: DaySpan[], earlier: DateException[]): void {
	if (rule.modifier === 'off') hours.holidays = 'closed';
	else if (rule.modifier === 'open') hours.holidays = 'open';
	else if (rule.modifier === 'unknown' || !spans.length) hours.holidays = 'unknown';
	else hours.holidays = spans;
	for (const exception of earlier) exception.seasonal = true;
}

function exceptions(rule: Rule, spans: DaySpan[]): DateException[] {
	const days = [...new Set(rule.days.map((selector) => selector.day))].sort();
	return rule.dates.map((range) => ({ ...range, ...(days.length ? { days, seasonal: true as const } : {}), spans }));
}

/** The fewest nth entries that give each column its spans, when the last entry that fits wins. */
function monthlyOf(grid: DaySpan[][][]): NonNullable<Hours['monthly']> {
	return grid.flatMap((columns, day) => {
		const plain = columns[PLAIN] ?? [];
		const found: NonNullable<Hours['monthly']> = [];
		for (const nth of [1, 2, 3]) {
			const spans = columns[nth - 1] ?? [];
			if (!sameSpans(spans, plain)) found.push({ nth, day, spans });
		}
		const [fourth = [], fourthLast = [], fifth = []] = columns.slice(3, 6);
		const entries = [
			{ nth: 4, day, spans: fourth, fits: [0, 1] },
			{ nth: -1, day, spans: fourthLast, fits: [1, 2] },
			{ nth: 5, day, spans: fifth, fits: [2] }
		];
		const choices = [[], [0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]];
		const fitting = choices
			.map((choice) => entries.filter((_, i) => choice.includes(i)))
			.find((chosen) =>
				[fourth, fourthLast, fifth].every((wanted, slot) =>
					sameSpans(chosen.filter((entry) => entry.fits.includes(slot)).pop()?.spans ?? plain, wanted)
				)
			);
		return [...found, ...(fitting ?? []).map(({ nth, spans }) => ({ nth, day, spans }))];
	});
}

/** Remarks that a person must see, each with its days when it is not about all of the hours. */
function notes(rules: Rule[], openers: Rule[], byAppointment: boolean): string {
	const shared = openers.length > 0 && openers.every((rule) => rule.comment === openers[0]?.comment);
	const said: string[] = [];
	for (const rule of rules) {
		if (rule.comment === undefined || (byAppointment && isAppointment(rule))) continue;
		// A remark in place of times is about its own days.
		const whole = shared && openers.includes(rule) && (rule.spans.length > 0 || rule.modifier === '24/7');
		const text = whole ? rule.comment : `${when(rule)}: ${rule.comment}`;
		if (!said.includes(text)) said.push(text);
	}
	return said.join('. ');
}

/** The days and times of a rule in words, to start a remark. */
function when(rule: Rule): string {
	const plain = rule.days.filter((selector) => selector.nth === undefined).map((selector) => selector.day);
	const parts = [
		...rule.dates.map((range) => (range.from === range.to ? dateWords(range.from) : `${dateWords(range.from)} to ${dateWords(range.to)}`)),
		...(plain.length ? [daysWords(plain)] : []),
		...rule.days.flatMap(({ day, nth }) => (nth === undefined ? [] : [nthWords(nth, day)])),
		...(rule.publicHolidays ? ['public holidays'] : []),
		...(rule.schoolHolidays ? ['school holidays'] : [])
	];
	const times = rule.spans.length ? ` ${spansWords(mergeSpans(rule.spans))}` : '';
	const words = `${parts.length ? parts.join(', ') : 'every day'}${times}`;
	return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** A week that is open all day, every day, and holidays too, is `always`; one that never opens is not known. */
function simplify(hours: Hours): Hours {
	const { week = [], monthly, dates, holidays, appointment, termTime, ...rest } = hours;
	const whole = week.every((spans) => sameSpans(spans, [WHOLE_DAY]));
	if (whole && !monthly && !dates && !appointment && !termTime && (holidays === 'open' || holidays === 'unknown')) {
		return { ...rest, always: true, holidays: 'open' };
	}
	const opens =
		week.some((spans) => spans.length) ||
		monthly?.some((entry) => entry.spans.length) ||
		dates?.some((entry) => entry.spans.length) ||
		Array.isArray(holidays);
	if (opens) return hours;
	if (appointment) return { ...rest, appointment, holidays };
	if (rest.note) return { ...rest, unknown: true, holidays: 'unknown' };
	throw new HoursError('These hours never open. Write the days and times when it is open, or unknown.');
}

function isAppointment(rule: Rule): boolean {
	return rule.comment !== undefined && APPOINTMENT.test(rule.comment);
}
