import type { Holidays, PublicHoliday } from '../../data/hours.ts';
import { dayOf, isoDate, londonDay, type Instant } from './london.ts';

/** How far ahead the list must speak, in days. Content checks warn below it. */
const COVERAGE_DAYS = 365;

const byDay = new WeakMap<Holidays, Map<number, PublicHoliday>>();

/** The public holiday on a day (days since 1970), if any. */
export function holidayOn(day: number, holidays: Holidays): PublicHoliday | undefined {
	let days = byDay.get(holidays);
	if (!days) {
		days = new Map(holidays.days.map((holiday) => [dayOf(holiday.date), holiday]));
		byDay.set(holidays, days);
	}
	return days.get(day);
}

/** False for a day outside the list: then nobody knows whether it is a public holiday. */
export function isCovered(day: number, holidays: Holidays): boolean {
	return day >= dayOf(holidays.from) && day <= dayOf(holidays.to);
}

/**
 * Whether the list still speaks for a year from `asOf`.
 * @returns nothing when it does, else a warning for editors that says which days are missing
 */
export function holidaysCoverage(holidays: Holidays, asOf: Instant): string | undefined {
	const need = londonDay(Number(asOf)) + COVERAGE_DAYS;
	if (dayOf(holidays.from) <= londonDay(Number(asOf)) && dayOf(holidays.to) >= need) return undefined;
	return `public holidays are listed from ${holidays.from} to ${holidays.to}, and are needed to ${isoDate(need)}`;
}
