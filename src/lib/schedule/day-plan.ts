import type { DateException, DaySpan, Holidays, Hours, PublicHoliday } from '../../data/hours.ts';
import { holidayOn } from './holidays.ts';
import { isoDate, placeInMonth, weekdayOf } from './london.ts';

const WHOLE_DAY: DaySpan[] = [[0, 1440]];
const NONE: DaySpan[] = [];

/** What hours say about one day: the spans that start on it. */
export interface DayPlan {
	spans: DaySpan[];
	/** True on a public holiday about which the hours say nothing: the spans are those of an ordinary day. */
	doubt: boolean;
	/** The public holiday that this day is. */
	holiday?: PublicHoliday;
	/** False when the plan is the same as it would be without the holiday. */
	special: boolean;
}

/** Works out one day (days since 1970). A dated exception comes first, then the holiday, the nth weekday, the week. */
export function dayPlan(hours: Hours, day: number, holidays: Holidays): DayPlan {
	if (hours.always) return { spans: WHOLE_DAY, doubt: false, special: false };
	const holiday = holidayOn(day, holidays);
	const exception = hours.dates && exceptionOn(hours.dates, day);
	if (!holiday) return { spans: exception?.spans ?? ordinarySpans(hours, day), doubt: false, special: false };
	if (exception && !exception.seasonal) return { spans: exception.spans, doubt: false, holiday, special: true };
	const ordinary = exception?.spans ?? ordinarySpans(hours, day);
	if (hours.holidays === 'open') return { spans: ordinary, doubt: false, holiday, special: false };
	if (hours.holidays === 'unknown') return { spans: ordinary, doubt: true, holiday, special: ordinary.length > 0 };
	const spans = hours.holidays === 'closed' ? NONE : hours.holidays;
	return { spans, doubt: false, holiday, special: spans.length > 0 || ordinary.length > 0 };
}

function ordinarySpans(hours: Hours, day: number): DaySpan[] {
	const weekday = weekdayOf(day);
	const nths = hours.monthly?.filter((entry) => entry.day === weekday);
	if (nths?.length) {
		const place = placeInMonth(day);
		const fitting = nths.filter(({ nth }) => nth === place.nth || (nth === -1 && place.last));
		const last = fitting[fitting.length - 1];
		if (last) return last.spans;
	}
	return hours.week?.[weekday] ?? NONE;
}

function exceptionOn(exceptions: DateException[], day: number): DateException | undefined {
	const iso = isoDate(day);
	const weekday = weekdayOf(day);
	for (let i = exceptions.length - 1; i >= 0; i--) {
		const exception = exceptions[i];
		if (exception && covers(exception, iso) && (exception.days?.includes(weekday) ?? true)) return exception;
	}
	return undefined;
}

function covers({ from, to }: DateException, iso: string): boolean {
	const yearly = from.length < iso.length;
	const date = yearly ? iso.slice(5) : iso;
	return yearly && to < from ? date >= from || date <= to : date >= from && date <= to;
}
