import type { DaySpan } from '../../data/hours.ts';
import { HoursError, tokenize, type Placed } from './tokens.ts';

/** Reads opening_hours as a list of rules. What the rules mean together is worked out in `expand.ts`. */

/** Days of a rule: a weekday (0 is Monday), and which ones of the month when not all. */
export interface DaySelector {
	day: number;
	nth?: number;
}

/** YYYY-MM-DD, or MM-DD for every year; both ends included. */
export interface DateRange {
	from: string;
	to: string;
}

export interface Rule {
	/** Joined to the rule before it by `,` (adds) and not by `;` (takes its place). */
	adds: boolean;
	dates: DateRange[];
	days: DaySelector[];
	publicHolidays: boolean;
	schoolHolidays: boolean;
	spans: DaySpan[];
	modifier?: 'off' | 'open' | 'unknown' | '24/7';
	comment?: string;
	/** As it was written, for messages. */
	text: string;
}

const MINUTES_IN_DAY = 1440;

/** The whole string to its rules, in order. Throws HoursError. */
export function parseRules(osm: string): Rule[] {
	const reader = new Reader(tokenize(osm));
	if (reader.done) throw new HoursError('There are no hours here. Write unknown when they are not known.');
	const rules = [readRule(reader, false)];
	while (!reader.done) {
		const joint = reader.take();
		if (joint.text !== ';' && joint.text !== ',') throw unexpected(joint);
		if (reader.done && joint.text === ';') break;
		rules.push(readRule(reader, joint.text === ','));
	}
	return rules;
}

class Reader {
	#tokens: Placed[];
	#at = 0;

	constructor(tokens: Placed[]) {
		this.#tokens = tokens;
	}
	get done(): boolean {
		return this.#at >= this.#tokens.length;
	}
	get at(): number {
		return this.#at;
	}
	peek(ahead = 0): Placed | undefined {
		return this.#tokens[this.#at + ahead];
	}
	take(): Placed {
		const token = this.#tokens[this.#at++];
		if (!token) throw new HoursError('The hours stop half-way. Write them as Mo-Fr 09:00-17:00.');
		return token;
	}
	/** Takes the sign when it is next. */
	sign(text: string): boolean {
		const next = this.peek();
		if (next?.kind !== 'sign' || next.sign !== text) return false;
		this.#at++;
		return true;
	}
	/** True when a comma is next and then a token of one of these kinds. */
	listGoesOn(...kinds: Placed['kind'][]): boolean {
		const after = this.peek(1);
		return this.peek()?.text === ',' && after !== undefined && kinds.includes(after.kind);
	}
	textSince(at: number): string {
		return this.#tokens
			.slice(at, this.#at)
			.map((token) => token.text)
			.join(' ');
	}
}

function readRule(reader: Reader, adds: boolean): Rule {
	const start = reader.at;
	const rule: Rule = {
		adds,
		dates: readDates(reader),
		days: [],
		publicHolidays: false,
		schoolHolidays: false,
		spans: [],
		text: ''
	};
	if (rule.dates.length) reader.sign(':');
	readDays(reader, rule);
	rule.spans = readSpans(reader);
	const next = reader.peek();
	if (next?.kind === 'always') {
		rule.modifier = '24/7';
		reader.take();
	} else if (next?.kind === 'modifier') {
		rule.modifier = next.as;
		reader.take();
	}
	const last = reader.peek();
	if (last?.kind === 'comment') {
		rule.comment = last.remark;
		reader.take();
	}
	rule.text = reader.textSince(start).replace(/ ?([-,[\]]) ?/g, '$1');
	if (!rule.spans.length && !rule.modifier && rule.comment === undefined) {
		if (!rule.text) throw unexpected(reader.take());
		throw new HoursError(`${rule.text} has no times. Write them after it, as ${rule.text} 09:00-17:00, or off, or unknown.`);
	}
	if (rule.spans.length && rule.modifier === 'open') delete rule.modifier;
	if (rule.spans.length && rule.modifier) {
		throw new HoursError(`${rule.text} gives times and ${rule.modifier} together. Keep one of the two.`);
	}
	return rule;
}

// -- weekdays, PH and SH

function readDays(reader: Reader, rule: Rule): void {
	let next = reader.peek();
	while (next?.kind === 'day' || next?.kind === 'holiday') {
		reader.take();
		if (next.kind === 'day') rule.days.push(...readDayRange(reader, next.day));
		else if (next.of === 'PH') rule.publicHolidays = true;
		else rule.schoolHolidays = true;
		if (!reader.listGoesOn('day', 'holiday')) break;
		reader.take();
		next = reader.peek();
	}
	const odd = reader.peek();
	if (odd?.kind === 'day' || odd?.kind === 'holiday') {
		throw new HoursError(`Put a comma or a semicolon before ${odd.text}.`);
	}
}

function readDayRange(reader: Reader, first: number): DaySelector[] {
	if (reader.sign('[')) return readNth(reader).map((nth) => ({ day: first, nth }));
	if (!reader.sign('-')) return [{ day: first }];
	const last = reader.take();
	if (last.kind !== 'day') throw new HoursError(`${last.text} is not a day. Write a range of days as Mo-Fr.`);
	const length = ((last.day - first + 7) % 7) + 1;
	return Array.from({ length }, (_, i) => ({ day: (first + i) % 7 }));
}

function readNth(reader: Reader): number[] {
	const nths: number[] = [];
	do {
		const minus = reader.sign('-');
		const from = wholeNumber(reader);
		const to = !minus && reader.sign('-') ? wholeNumber(reader) : from;
		if (from < 1 || to > 5 || to < from || (minus && from !== 1)) {
			throw new HoursError('In brackets write 1 to 5, or -1 for the last: We[1], Th[-1], Mo[1,3].');
		}
		for (let nth = from; nth <= to; nth++) nths.push(minus ? -1 : nth);
	} while (reader.sign(','));
	if (!reader.sign(']')) throw new HoursError('A closing ] is missing, as in We[1].');
	return nths;
}

function wholeNumber(reader: Reader): number {
	const token = reader.take();
	if (token.kind !== 'number') throw new HoursError(`${token.text} is not a number. Write We[1], Th[-1] or Dec 25.`);
	return token.value;
}

// -- times

function readSpans(reader: Reader): DaySpan[] {
	const spans: DaySpan[] = [];
	if (reader.peek()?.kind !== 'time') return spans;
	do {
		const from = reader.take();
		if (!reader.sign('-')) throw new HoursError(`${from.text} has no end. Write ${from.text}-17:00.`);
		const to = reader.take();
		if (from.kind !== 'time' || to.kind !== 'time') throw new HoursError(`${to.text} is not a time. Write 09:00-17:00.`);
		if (from.minutes === MINUTES_IN_DAY) throw new HoursError('A start of 24:00 is the next day: write 00:00 on that day.');
		if (from.minutes === to.minutes) {
			throw new HoursError(`${from.text}-${to.text} starts and ends at once. For a whole day write 00:00-24:00.`);
		}
		spans.push([from.minutes, to.minutes > from.minutes ? to.minutes : to.minutes + MINUTES_IN_DAY]);
	} while (reader.listGoesOn('time') && reader.take());
	return spans;
}

// -- dates

interface Day {
	year?: number;
	month: number;
	/** Absent for a whole month. */
	day?: number;
}

function readDates(reader: Reader): DateRange[] {
	const ranges: DateRange[] = [];
	if (reader.peek()?.kind !== 'year' && reader.peek()?.kind !== 'month') return ranges;
	let from = readDay(reader);
	for (;;) {
		const to = reader.sign('-') ? readEnd(reader, from) : from;
		ranges.push(dateRange(from, to));
		if (!reader.listGoesOn('month', 'year', 'number')) return ranges;
		reader.take();
		from = reader.peek()?.kind === 'number' ? { ...to, day: wholeNumber(reader) } : readDay(reader);
	}
}

function readDay(reader: Reader): Day {
	const first = reader.take();
	const month = first.kind === 'year' ? reader.take() : first;
	if (month.kind !== 'month') throw new HoursError(`${month.text} is not a month. Write dates as 2026 Dec 24 or Dec 25.`);
	const day: Day = { month: month.month };
	if (first.kind === 'year') day.year = first.year;
	if (reader.peek()?.kind === 'number') day.day = wholeNumber(reader);
	return day;
}

function readEnd(reader: Reader, from: Day): Day {
	if (reader.peek()?.kind === 'number') return { ...from, day: wholeNumber(reader) };
	const to = readDay(reader);
	if ((from.day === undefined) !== (to.day === undefined)) {
		throw new HoursError('A range of dates needs a day at both ends or at neither: Dec 24-Jan 02, or Jun-Aug.');
	}
	if (from.year !== undefined && to.year === undefined && to.month >= from.month) return { ...to, year: from.year };
	if ((from.year === undefined) !== (to.year === undefined)) {
		throw new HoursError('Give the year at both ends: 2026 Dec 24-2027 Jan 02.');
	}
	return to;
}

function dateRange(from: Day, to: Day): DateRange {
	const first = isoDay(from, 1);
	const last = isoDay(to, daysInMonth(to));
	if (from.year !== undefined && last < first) throw new HoursError(`The dates ${first} to ${last} run backwards.`);
	if (from.month === to.month && last < first) throw new HoursError(`The days ${first} to ${last} run backwards.`);
	return { from: first, to: last };
}

function isoDay(date: Day, whole: number): string {
	const day = date.day ?? whole;
	if (day < 1 || day > daysInMonth(date)) throw new HoursError(`There is no day ${day} in that month.`);
	const monthDay = `${String(date.month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
	return date.year === undefined ? monthDay : `${date.year}-${monthDay}`;
}

/** A year that is not said counts as a leap year, so that Feb 29 can be written. */
function daysInMonth(date: Day): number {
	return new Date(Date.UTC(date.year ?? 2024, date.month, 0)).getUTCDate();
}

function unexpected(token: Placed): HoursError {
	return new HoursError(`${token.text} is not expected there. Put ";" between rules, as Mo-Fr 09:00-17:00; PH off.`);
}
