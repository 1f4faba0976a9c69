import type { Card } from '../../data/record.ts';
import type { TaxonomyTerm } from '../../data/terms.ts';

/** After so many months a check is marked as old, then counts less in a list, then its opening times are no longer shown. */
export const MARK_MONTHS = 6;
export const SINK_MONTHS = 12;
export const HIDE_MONTHS = 18;

/** Lines that must be found and rung at once, whatever their age: 999 does not change, and hiding its hours helps nobody. */
const EMERGENCY_LINES: readonly TaxonomyTerm[] = ['emergency', 'crisis-line'];

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

/** Whether it is an emergency line, which never sinks and keeps its times. */
export function isEmergencyLine({ terms }: Pick<Card, 'terms'>): boolean {
	return EMERGENCY_LINES.some((term) => terms[0] === term);
}

/** Whether times seen on `date` are too old to be shown. */
export function hidesTimes(card: Pick<Card, 'terms'>, date: string | undefined, today: string): boolean {
	return !isEmergencyLine(card) && freshness(date, today) === 'hide';
}

/** Whether a card counts less in a list because of its age. */
export function sinks(card: Pick<Card, 'terms' | 'checked'>, today: string): boolean {
	const age = freshness(card.checked, today);
	return !isEmergencyLine(card) && (age === 'sink' || age === 'hide');
}

/** "Last checked over a year ago", or nothing when it is fresh or nobody knows. */
export function ageMark(date: string | undefined, today: string): string | undefined {
	switch (freshness(date, today)) {
		case 'mark':
			return 'Checked over 6 months ago';
		case 'sink':
		case 'hide':
			return 'Checked over a year ago';
		default:
			return undefined;
	}
}
