/**
 * Clock time in London, by arithmetic: the clocks go forward at 01:00 UTC on the last Sunday of March and back at
 * 01:00 UTC on the last Sunday of October (the rule since 1996; a test compares every hour to 2040 with Intl, which is a
 * hundred times slower). A *day* is a count of days since 1 January 1970; a *wall minute* is day * 1440 + minute of the day.
 */

const MS_IN_MINUTE = 60_000;
const MS_IN_HOUR = 3_600_000;
const MS_IN_DAY = 86_400_000;
export const MINUTES_IN_DAY = 1440;
/** 1 January 1970 was a Thursday, and weeks here start on Monday. */
const EPOCH_WEEKDAY = 3;
const SUNDAY = 6;
const MARCH = 2;
const OCTOBER = 9;
const SUMMER_MINUTES = 60;

/** An instant as milliseconds since 1970 (UTC), or a Date. */
export type Instant = number | Date;

/** The wall minute that London clocks show at an instant, seconds cut off. */
export function wallMinute(instant: number): number {
	return Math.floor(instant / MS_IN_MINUTE) + offsetMinutes(instant);
}

/** The next instant after this one when London's clocks go forward or back. */
export function nextClockChange(instant: number): number {
	const year = new Date(instant).getUTCFullYear();
	const changes = [clockChange(year, MARCH), clockChange(year, OCTOBER), clockChange(year + 1, MARCH)];
	return changes.find((change) => change > instant) ?? clockChange(year + 1, OCTOBER);
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: number): number {
	return (((day + EPOCH_WEEKDAY) % 7) + 7) % 7;
}

/** The day as YYYY-MM-DD. */
export function isoDate(day: number): string {
	return new Date(day * MS_IN_DAY).toISOString().slice(0, 10);
}

/** YYYY-MM-DD to its day. */
export function dayOf(iso: string): number {
	return Math.round(Date.parse(`${iso}T00:00:00Z`) / MS_IN_DAY);
}

/** The London day of an instant. */
export function londonDay(instant: number): number {
	return Math.floor(wallMinute(instant) / MINUTES_IN_DAY);
}

/** Which one of its weekday a day is in its month (1..5), and whether it is the last. */
export function placeInMonth(day: number): { nth: number; last: boolean } {
	const date = new Date(day * MS_IN_DAY);
	const ofMonth = date.getUTCDate();
	const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
	return { nth: Math.ceil(ofMonth / 7), last: ofMonth + 7 > length };
}

function offsetMinutes(instant: number): number {
	const year = new Date(instant).getUTCFullYear();
	return instant >= clockChange(year, MARCH) && instant < clockChange(year, OCTOBER) ? SUMMER_MINUTES : 0;
}

const changes = new Map<number, number>();

/** The instant at which the clocks change in a year's March or October. Kept: it is asked for at every evaluation. */
function clockChange(year: number, month: typeof MARCH | typeof OCTOBER): number {
	const key = year * 12 + month;
	let change = changes.get(key);
	if (change === undefined) {
		const lastDay = Date.UTC(year, month + 1, 0) / MS_IN_DAY;
		const lastSunday = lastDay - ((weekdayOf(lastDay) - SUNDAY + 7) % 7);
		change = lastSunday * MS_IN_DAY + MS_IN_HOUR;
		changes.set(key, change);
	}
	return change;
}
