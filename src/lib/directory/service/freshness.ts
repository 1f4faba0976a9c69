import type { Card } from '../../../data/record.ts';
import type { TaxonomyTerm } from '../../../data/terms.ts';
import { dateInWords } from './dates.ts';

/** After so many months a check is marked as old, then counts less in a list, then its opening times are no longer shown. */
export const MARK_MONTHS = 6;
export const SINK_MONTHS = 12;
export const HIDE_MONTHS = 18;

/** Lines to ring at once. Those of all England and 999 do not change, and hiding their hours helps nobody. */
const CRISIS: readonly TaxonomyTerm[] = ['crisis-line', 'mental-health-crisis'];
const EMERGENCY_NUMBERS: readonly string[] = ['999', '111'];

/** How old a check is: `undated` where no source shows a day. */
export type Freshness = 'fresh' | 'mark' | 'sink' | 'hide' | 'undated';

/**
 * Whole months from a check to a day. A date that is a year or a month alone counts as its last day, the kindest reading.
 * @param date year, year-month or day
 * @param today YYYY-MM-DD
 */
export function monthsOld(date: string, today: string): number {
	const [year = '0', month = '12', day = '31'] = date.split('-');
	const [yearNow = '0', monthNow = '1', dayNow = '1'] = today.split('-');
	const months = (Number(yearNow) - Number(year)) * 12 + Number(monthNow) - Number(month);
	// A month is whole on the same day of the month; a month alone ends with the month.
	const isWhole = date.length < 'YYYY-MM-DD'.length ? true : Number(dayNow) >= Number(day);
	return Math.max(0, months - (isWhole ? 0 : 1));
}

/** How fresh something checked on `date` is on a day. */
export function freshness(date: string | undefined, today: string): Freshness {
	if (date === undefined) return 'undated';
	const months = monthsOld(date, today);
	if (months >= HIDE_MONTHS) return 'hide';
	if (months >= SINK_MONTHS) return 'sink';
	return months >= MARK_MONTHS ? 'mark' : 'fresh';
}

/** 999, 111 and the crisis lines of all England: no mark of age, and their times are always shown. */
export function isEmergencyLine({ terms, area, phone = '' }: Pick<Card, 'terms' | 'area' | 'phone'>): boolean {
	return (
		terms[0] === 'emergency' ||
		EMERGENCY_NUMBERS.includes(phone) ||
		(area === 'national' && CRISIS.some((term) => terms.includes(term)))
	);
}

/** Whether times seen on `date` are too old to be shown on a day. */
export function isTooOld(date: string | undefined, today: string): boolean {
	return freshness(date, today) === 'hide';
}

/**
 * Whether a card stands after others that fit as well, because nobody has checked it for a year, or no source shows when
 * anybody did. Never a crisis line.
 */
export function sinks(card: Pick<Card, 'terms' | 'area' | 'phone' | 'checked'>, today: string): boolean {
	const age = freshness(card.checked, today);
	if (age === 'fresh' || age === 'mark') return false;
	return !isEmergencyLine(card) && !CRISIS.some((term) => card.terms[0] === term);
}

/** Whether a card carries the mark of an old check. */
export function isMarked(card: Pick<Card, 'terms' | 'area' | 'phone' | 'checked'>, today: string): boolean {
	const age = freshness(card.checked, today);
	return age !== 'fresh' && age !== 'undated' && !isEmergencyLine(card);
}

/**
 * "Not checked since March 2024", or nothing when it is fresh or no source shows a day.
 * @param today YYYY-MM-DD; without a clock, what was old on the day of the content
 */
export function ageMark(
	card: Pick<Card, 'terms' | 'area' | 'phone' | 'checked' | 'old'>,
	today: string | undefined
): string | undefined {
	const isOld = card.old === true || (today !== undefined && isMarked(card, today));
	return isOld && card.checked !== undefined ? notCheckedSince(card.checked) : undefined;
}

/** "Not checked since March 2024": the day says more than anyone needs. */
export function notCheckedSince(date: string): string {
	return `Not checked since ${dateInWords(date.slice(0, 'YYYY-MM'.length))}`;
}
