import * as v from 'valibot';
import { HttpUrl, Text } from '../facts.ts';

/** A day of the calendar, YYYY-MM-DD. */
const Day = v.pipe(v.string(), v.isoDate('must be a day such as 2026-12-25'));

/** Public holidays of England (content/places/holidays.yaml): every day from `from` to `to` that is one. */
export const HolidayFile = v.pipe(
	v.strictObject({
		source: v.strictObject({ what: Text(300), compare_with: HttpUrl, made: Day }),
		from: v.pipe(Day, v.description('The first day that this list speaks for.')),
		to: v.pipe(Day, v.description('The last day that this list speaks for.')),
		holidays: v.array(v.strictObject({ date: Day, name: Text(60) }))
	}),
	v.check(({ from, to }) => from < to, '`from` must be before `to`'),
	v.check(
		({ from, to, holidays }) => holidays.every(({ date }) => date >= from && date <= to),
		'every holiday must lie between `from` and `to`'
	),
	v.check(
		({ holidays }) => holidays.every(({ date }, i) => i === 0 || date > (holidays[i - 1]?.date ?? '')),
		'holidays must be in order of date, each once'
	)
);
export type HolidayFileRecord = v.InferOutput<typeof HolidayFile>;
