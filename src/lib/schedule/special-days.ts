import type { DaySpan, Holidays, Hours } from '../../data/hours.ts';

/** Days, both ends included, on which times stand in place of the week's. No spans means closed. */
export interface SpecialDays {
	/** YYYY-MM-DD. */
	from: string;
	to: string;
	/** Only these weekdays, 0 is Monday. Absent means every day. */
	days?: number[];
	spans: readonly DaySpan[];
	/** Name of the public holiday. */
	holiday?: string;
}

const HAS_YEAR = /^\d{4}-/;

/**
 * The dated exceptions of hours, for formats that know no rules: days of every year are written out for the years that
 * the list of holidays speaks for, and so are public holidays on which the hours are known to differ.
 */
export function specialDays(hours: Hours, holidays: Holidays): SpecialDays[] {
	if (hours.always || hours.unknown) return [];
	const dated = (hours.dates ?? []).flatMap(({ from, to, days, spans }) =>
		(HAS_YEAR.test(from) ? [{ from, to }] : everyYear(from, to, holidays)).map((range) => ({
			...range,
			...(days && { days }),
			spans
		}))
	);
	return [...dated, ...holidayDays(hours, holidays)];
}

/** Years from the first of the list to its last; a range over New Year ends in the year after. */
function everyYear(from: string, to: string, { from: first, to: last }: Holidays): { from: string; to: string }[] {
	const years = Array.from({ length: yearOf(last) - yearOf(first) + 1 }, (_, i) => yearOf(first) + i);
	return years.map((year) => ({ from: `${year}-${from}`, to: `${from <= to ? year : year + 1}-${to}` }));
}

const yearOf = (date: string) => Number(date.slice(0, 4));

function holidayDays(hours: Hours, { days }: Holidays): SpecialDays[] {
	if (hours.holidays === 'open' || hours.holidays === 'unknown') return [];
	const spans = hours.holidays === 'closed' ? [] : hours.holidays;
	return days.map(({ date, name }) => ({ from: date, to: date, spans, holiday: name }));
}
