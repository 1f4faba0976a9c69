import type { DaySpan, Holidays, Hours } from '../../../data/hours.ts';
import type { ScheduleDetail } from '../../../data/record.ts';
import { specialDays } from '../../../lib/schedule/special-days.ts';
import { clockTimes, weekSpans } from '../../../lib/schedule/week-spans.ts';
import { weekNotes } from '../../../lib/schedule/words/week-table.ts';
import { uuidOf } from './ids.ts';
import type { HsdsSchedule } from './types.ts';

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const EVERY_DAY = DAYS.join(',');
const WHOLE_DAY: DaySpan = [0, 1440];

type Line = Pick<
	HsdsSchedule,
	'freq' | 'byday' | 'opens_at' | 'closes_at' | 'valid_from' | 'valid_to' | 'description'
>;

/**
 * The schedules of one service or place as lines of HSDS.
 * @param owner our id of what they belong to
 */
export function hsdsSchedules(
	schedules: readonly ScheduleDetail[],
	owner: readonly string[],
	holidays: Holidays
): HsdsSchedule[] {
	return schedules.flatMap((schedule, i) => {
		const { hours } = schedule;
		const notes = [schedule.note, ...weekNotes(hours, 0)].filter((note) => note !== undefined);
		return linesOf(hours, holidays).map((line, j) => ({
			id: uuidOf('schedule', ...owner, i, j),
			...line,
			...described(schedule.for, line.description),
			...(hours.appointment && { attending_type: 'By appointment' }),
			...(notes.length > 0 && { notes: `${notes.join('. ')}.` }),
			opening_hours: hours.osm,
			...(schedule.for && { for: schedule.for }),
			...(schedule.note && { note: schedule.note }),
			assured: schedule.assured
		}));
	});
}

function described(what: string | undefined, line: string | undefined): { description?: string } {
	const words = [what, line].filter((each) => each !== undefined);
	return words.length ? { description: words.join(': ') } : {};
}

function linesOf(hours: Hours, holidays: Holidays): Line[] {
	if (hours.unknown) return [{ description: 'Opening times are not known. Ring first.' }];
	if (hours.always) {
		return [{ freq: 'WEEKLY', byday: EVERY_DAY, ...times(WHOLE_DAY), description: 'Open all day, every day' }];
	}
	const lines = [...weekLines(hours.week), ...monthLines(hours), ...specialLines(hours, holidays)];
	return lines.length ? lines : [{ description: 'Times are by appointment' }];
}

/** One line for each span of time, with all the days that have it. */
function weekLines(week: Hours['week']): Line[] {
	return weekSpans(week).map(({ span, days }) => ({ freq: 'WEEKLY', byday: byDay(days), ...times(span) }));
}

const byDay = (days: readonly number[]) => days.map((day) => DAYS[day]).join(',');

function monthLines({ monthly = [], week }: Hours): Line[] {
	return monthly.flatMap(({ nth, day, spans }): Line[] => {
		const byday = `${nth}${DAYS[day] ?? ''}`;
		// HSDS cannot take one Wednesday out of every Wednesday: the words must say it.
		const instead = week?.[day]?.length ? { description: 'In place of the other times of that weekday' } : {};
		if (spans.length === 0) return [{ freq: 'MONTHLY', byday, description: 'Closed' }];
		return spans.map((span) => ({ freq: 'MONTHLY', byday, ...times(span), ...instead }));
	});
}

function specialLines(hours: Hours, holidays: Holidays): Line[] {
	return specialDays(hours, holidays).flatMap(({ from, to, days, spans, holiday }): Line[] => {
		const range = {
			freq: 'WEEKLY' as const,
			byday: days ? byDay(days) : EVERY_DAY,
			valid_from: from,
			valid_to: to
		};
		if (spans.length === 0) return [{ ...range, description: holiday ? `Closed: ${holiday}` : 'Closed' }];
		return spans.map((span) => ({ ...range, ...times(span), ...(holiday && { description: holiday }) }));
	});
}

/** A span in HSDS's times: HH:MM, Europe/London. */
function times(span: DaySpan): { opens_at: string; closes_at: string } {
	const { opens, closes } = clockTimes(span);
	return { opens_at: opens, closes_at: closes };
}
