import type { Holidays, Hours } from '../../../data/hours.ts';
import { dayOf, isoDate, londonDay, MINUTES_IN_DAY, wallMinute, weekdayOf, type Instant } from '../london.ts';
import { shownHours, unknownWords } from '../shown-hours.ts';
import { stateAt, type State } from '../state.ts';
import { dateWords, dayName, spansWords, timeWords } from './times.ts';

/** A closing time is said without its day when it is today, or before this minute of tomorrow (4am tonight). */
const NIGHT_ENDS = 9 * 60;
const DAYS_NAMED_BY_WEEKDAY = 6;
const RING = 'Ring first.';

export interface DescribeOptions {
	/** False when the hours are old or nobody has confirmed them: then nothing reads as certain. */
	sure: boolean;
	/** False where "ring first" is said beside it, or there is no number to ring. */
	ring?: boolean;
}

/**
 * The state in words that a person would use: "Open until 5pm", "Closed until Monday 9am", "Hours not known. Ring first."
 */
export function describe(hours: Hours, now: Instant, holidays: Holidays, options: DescribeOptions): string {
	return describeState(stateAt(hours, now, holidays), hours, now, options);
}

/** As `describe`, for a state that is already worked out. */
export function describeState(state: State, hours: Hours, now: Instant, options: DescribeOptions): string {
	const today = londonDay(Number(now));
	const ring = options.ring ?? true;
	if (state.state === 'unknown' && !state.holiday) {
		const { seen } = shownHours(hours, now).unknown ? hours : {};
		const words = seen === undefined ? 'Hours not known' : unknownWords({ seen });
		return ring ? `${words}. ${RING}` : words;
	}
	const sure = options.sure && (state.certain || hours.termTime === true);
	const main = sure ? sureWords(state, hours, today) : unsureWords(state, hours, today);
	const parts = [main, ...(hours.termTime ? [termWords(sure)] : []), ...holidayWords(state, today, sure)];
	if (!sure && ring) parts.push(RING);
	return parts.map((part, i) => (i < parts.length - 1 ? withStop(part) : part)).join(' ');
}

function sureWords(state: State, hours: Hours, today: number): string {
	const until = state.until === undefined ? '' : ` until ${endWords(state.until, today)}`;
	switch (state.state) {
		case 'always':
			return 'Open all day, every day';
		case 'open':
			return `Open${until}`;
		case 'appointment':
			return `By appointment${until}`;
		case 'unknown':
			return 'Bank holiday today: ring to check';
		case 'closed':
			return closedWords(state, hours, today);
	}
}

function closedWords(state: State, hours: Hours, today: number): string {
	const closed = closedByHoliday(state, today) ? 'Closed for the bank holiday' : 'Closed';
	if (state.opens === undefined) return closed;
	const at = startWords(state.opens, today);
	if (hours.appointment) return `${closed}. By appointment from ${at}`;
	// "Closed until" would deny that it may open on the holiday.
	const until = londonDay(state.opens) - today > 1 && state.holiday?.certain !== false;
	return until ? `${closed} until ${at}` : `${closed}. Opens ${at}`;
}

function unsureWords(state: State, hours: Hours, today: number): string {
	const until = state.until === undefined ? '' : ` until ${endWords(state.until, today)}`;
	switch (state.state) {
		case 'always':
			return 'Should be open all day, every day';
		case 'open':
			return `Should be open${until}`;
		case 'appointment':
			return until ? `Should be by appointment${until}` : 'By appointment';
		case 'unknown':
			return 'Bank holiday today: may be closed';
		case 'closed': {
			if (state.opens === undefined) return 'May be closed';
			const opens = hours.appointment ? 'Should take appointments from' : 'Should open';
			return `May be closed. ${opens} ${startWords(state.opens, today)}`;
		}
	}
}

function termWords(sure: boolean): string {
	return sure ? 'Term time only: ring to check in school holidays' : 'Term time only';
}

/** A public holiday that is near and changes things. What today is has been said already when it closes the doors. */
function holidayWords(state: State, today: number, sure: boolean): string[] {
	const { holiday } = state;
	if (!holiday || state.state === 'always') return [];
	const day = dayOf(holiday.date);
	if (day === today && (state.state === 'unknown' || (sure && closedByHoliday(state, today)))) return [];
	const when = day === today ? 'today' : nearDay(day, today);
	const said = `Bank holiday ${when}`;
	if (!holiday.certain) return [sure ? `${said}: ring to check` : said];
	if (!sure) return [said];
	if (day === today) return ['Bank holiday hours'];
	if (state.state === 'closed' && !holiday.spans.length) return [said];
	return [`${said}: ${holiday.spans.length ? spansWords(holiday.spans) : 'closed'}`];
}

function closedByHoliday(state: State, today: number): boolean {
	const { holiday } = state;
	return (
		state.state === 'closed' &&
		holiday !== undefined &&
		holiday.certain &&
		holiday.spans.length === 0 &&
		dayOf(holiday.date) === today
	);
}

/** When it opens: "today 2pm", "tomorrow 9am", "Monday 9am", "midnight on Friday", "Wednesday 2 December, 7pm". */
function startWords(instant: number, today: number): string {
	const wall = wallMinute(instant);
	const day = Math.floor(wall / MINUTES_IN_DAY);
	const minutes = wall - day * MINUTES_IN_DAY;
	if (minutes === 0) return midnightWords(day - 1, today);
	const time = timeWords(minutes);
	if (day === today) return `today ${time}`;
	if (day === today + 1) return `tomorrow ${time}`;
	if (day - today <= DAYS_NAMED_BY_WEEKDAY) return `${dayName(weekdayOf(day))} ${time}`;
	return `${dayAndDate(day)}, ${time}`;
}

/** Midnight at the end of a day: people take "Saturday midnight" for the end of Saturday, and so it is said. */
function midnightWords(day: number, today: number): string {
	if (day <= today) return 'midnight';
	return day === today + 1 ? 'midnight tomorrow' : `midnight ${nearDay(day, today)}`;
}

/** When it closes: "5pm", "midnight", "4am" (tonight), "tomorrow 5pm", "Monday 9am". */
function endWords(instant: number, today: number): string {
	const minutes = wallMinute(instant) - today * MINUTES_IN_DAY;
	return minutes <= MINUTES_IN_DAY + NIGHT_ENDS ? timeWords(minutes) : startWords(instant, today);
}

function nearDay(day: number, today: number): string {
	if (day === today + 1) return 'tomorrow';
	return day - today <= DAYS_NAMED_BY_WEEKDAY ? `on ${dayName(weekdayOf(day))}` : `on ${dayAndDate(day)}`;
}

function dayAndDate(day: number): string {
	return `${dayName(weekdayOf(day))} ${dateWords(isoDate(day).slice(5))}`;
}

function withStop(text: string): string {
	return text.endsWith('.') ? text : `${text}.`;
}
