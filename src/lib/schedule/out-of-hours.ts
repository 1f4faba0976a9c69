import type { Holidays } from '../../data/hours.ts';
import { holidayOn } from './holidays.ts';
import { londonDay, MINUTES_IN_DAY, wallMinute, weekdayOf, type Instant } from './london.ts';

/** When most offices answer: Monday to Friday from nine to five, by London's clocks. */
const OPENS = 9 * 60;
const CLOSES = 17 * 60;
const SATURDAY = 5;

/** True at night, at weekends and on public holidays of England: then most services are shut. */
export function isOutOfHours(now: Instant, holidays: Holidays): boolean {
	const instant = Number(now);
	const day = londonDay(instant);
	const minute = wallMinute(instant) - day * MINUTES_IN_DAY;
	return weekdayOf(day) >= SATURDAY || holidayOn(day, holidays) !== undefined || minute < OPENS || minute >= CLOSES;
}
