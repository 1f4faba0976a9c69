import type { DaySpan } from '../../../data/hours.ts';

/** Times, days and dates in the words that a person would use. All pure: minutes and numbers in, English out. */

export const DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
export const MONTH_NAMES = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December'
] as const;
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'] as const;

const MINUTES_IN_DAY = 1440;
const NOON = 720;

/** Minutes from midnight (0..2880) to "9am", "9:30am", "midday" or "midnight". */
export function timeWords(minutes: number): string {
	const inDay = minutes % MINUTES_IN_DAY;
	if (inDay === 0) return 'midnight';
	if (inDay === NOON) return 'midday';
	const hour = Math.floor(inDay / 60) % 12 || 12;
	const minute = inDay % 60;
	return `${hour}${minute ? `:${String(minute).padStart(2, '0')}` : ''}${inDay < NOON ? 'am' : 'pm'}`;
}

/** One span to "9am to 5pm"; a whole day to "all day". */
export function spanWords([from, to]: DaySpan): string {
	return from === 0 && to === MINUTES_IN_DAY ? 'all day' : `${timeWords(from)} to ${timeWords(to)}`;
}

/** Spans of one day to "9am to midday and 1pm to 5pm"; none to "closed". */
export function spansWords(spans: readonly DaySpan[]): string {
	return spans.length ? listWords(spans.map(spanWords)) : 'closed';
}

/** ["a", "b", "c"] to "a, b and c". */
export function listWords(words: readonly string[]): string {
	return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}

/** Weekdays (0 is Monday) to "Monday to Friday", "Saturday and Sunday" or "every day". */
export function daysWords(days: readonly number[]): string {
	const sorted = [...new Set(days)].sort((a, b) => a - b);
	if (sorted.length === 7) return 'every day';
	const runs: number[][] = [];
	for (const day of sorted) {
		const run = runs[runs.length - 1];
		if (run && run[run.length - 1] === day - 1) run.push(day);
		else runs.push([day]);
	}
	return listWords(
		runs.flatMap((run) =>
			run.length > 2 ? [`${dayName(run[0])} to ${dayName(run[run.length - 1])}`] : run.map((day) => dayName(day))
		)
	);
}

/** 0..6 to "Monday".."Sunday". */
export function dayName(day: number | undefined): string {
	return DAY_NAMES[day ?? 0] ?? '';
}

/** (1, 2) to "first Wednesday of the month", (-1, 3) to "last Thursday of the month". */
export function nthWords(nth: number, day: number): string {
	return `${nth < 0 ? 'last' : (ORDINALS[nth - 1] ?? '')} ${dayName(day)} of the month`;
}

/** "2026-12-24" to "24 December 2026", "12-24" to "24 December". */
export function dateWords(date: string): string {
	const parts = date.split('-').map(Number);
	const [year, month = 1, day = 1] = parts.length === 3 ? parts : [undefined, ...parts];
	return `${day} ${MONTH_NAMES[month - 1] ?? ''}${year === undefined ? '' : ` ${year}`}`;
}
