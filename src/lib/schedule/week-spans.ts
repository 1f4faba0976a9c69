import type { DaySpan, Hours } from '../../data/hours.ts';

/** Minutes in a day. */
const WHOLE_DAY = 1440;
/** A whole day ends at the last minute that a clock shows: other programs take 00:00 for its beginning. */
const END_OF_DAY = '23:59';

/** A span of time with all the weekdays that have it, 0 is Monday: how formats without a week of seven days say hours. */
export interface WeekSpan {
	span: DaySpan;
	days: number[];
}

/** The spans of a week, each once, in order of their first day. */
export function weekSpans(week: NonNullable<Hours['week']> = []): WeekSpan[] {
	const found = new Map<string, WeekSpan>();
	week.forEach((spans, day) => {
		for (const span of spans) {
			const known = found.get(span.join());
			if (known) known.days.push(day);
			else found.set(span.join(), { span, days: [day] });
		}
	});
	return [...found.values()];
}

/** A span as two times of a clock, HH:MM; when the second is before the first it is of the next day. */
export function clockTimes([from, to]: DaySpan): { opens: string; closes: string } {
	const isWholeDay = from % WHOLE_DAY === 0 && to - from === WHOLE_DAY;
	return { opens: clock(from), closes: isWholeDay ? END_OF_DAY : clock(to) };
}

function clock(minutes: number): string {
	const inDay = minutes % WHOLE_DAY;
	return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
}
