import type { DaySpan, Holidays } from '../../data/hours.ts';
import type { ScheduleDetail } from '../../data/record.ts';
import { specialDays } from '../schedule/special-days.ts';
import { clockTimes, weekSpans } from '../schedule/week-spans.ts';
import { DAY_NAMES } from '../schedule/words/times.ts';

/** schema.org/OpeningHoursSpecification. Without `opens` it is closed. `closes` before `opens` is on the next day. */
export interface OpeningHours {
	'@type': 'OpeningHoursSpecification';
	dayOfWeek?: string[];
	opens?: string;
	closes?: string;
	validFrom?: string;
	validThrough?: string;
}

/** Both kinds of hours of a place or a service; neither when nothing is known. */
export interface HoursOf {
	usual: OpeningHours[];
	special: OpeningHours[];
}

const dayNames = (days: readonly number[]) => days.flatMap((day) => DAY_NAMES[day] ?? []);
const EVERY_DAY = dayNames([0, 1, 2, 3, 4, 5, 6]);
const WHOLE_DAY: DaySpan = [0, 1440];

/**
 * Hours of the whole service or place. Times of a part of it (its needle exchange), by appointment, in term time or in
 * some weeks of the month would read as its opening times, and are left out.
 */
export function openingHours(schedules: readonly ScheduleDetail[] = [], holidays: Holidays): HoursOf {
	const hours = schedules
		.filter((schedule) => !schedule.for && !schedule.hours.appointment && !schedule.hours.termTime)
		.map((schedule) => schedule.hours)
		.filter((each) => !each.monthly);
	return {
		usual: hours.flatMap((each) =>
			each.always
				? [spanOn(WHOLE_DAY, EVERY_DAY)]
				: weekSpans(each.week).map(({ span, days }) => spanOn(span, dayNames(days)))
		),
		special: hours.flatMap((each) =>
			specialDays(each, holidays).flatMap(({ from, to, days, spans }): OpeningHours[] => {
				const range = { validFrom: from, validThrough: to };
				const on = days && dayNames(days);
				return spans.length
					? spans.map((span) => ({ ...spanOn(span, on), ...range }))
					: [{ '@type': 'OpeningHoursSpecification', ...(on && { dayOfWeek: on }), ...range }];
			})
		)
	};
}

function spanOn(span: DaySpan, dayOfWeek: string[] | undefined): OpeningHours {
	return { '@type': 'OpeningHoursSpecification', ...(dayOfWeek && { dayOfWeek }), ...clockTimes(span) };
}
