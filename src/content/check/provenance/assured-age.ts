import { problemAt, type Rule } from '../rule.ts';
import { assuredOf } from '../parts.ts';

/** A listed record whose newest date is older than this many months should be checked again. */
export const MAX_MONTHS = 18;

/** A partial date as months since year 0; a year alone counts as its December, the kindest reading. */
function months(date: string): number {
	const [year = '0', month = '12'] = date.split('-');
	return Number(year) * 12 + Number(month);
}

/** What is simply listed has been seen lately: at least one contact with a date of the last 18 months. */
export const assuredAge: Rule = (content, { made }) =>
	content.services.flatMap((service) => {
		if (service.record.listing !== 'listed') return [];
		const dates = assuredOf(service.record).map(({ value }) => value.assured.date);
		const newest = dates.filter((date) => date !== 'unknown').toSorted((a, b) => months(b) - months(a))[0];
		if (newest !== undefined && months(made) - months(newest) <= MAX_MONTHS) return [];
		return problemAt(service, ['listing'], {
			level: 'warning',
			rule: 'old-and-listed',
			message:
				newest === undefined
					? 'it is listed, and none of its contacts has a date'
					: `it is listed, and its newest date is ${newest}: more than ${MAX_MONTHS} months before ${made}`,
			mend: 'Check it again, or make it confirm-first with a reason.'
		});
	});

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Nothing was seen on a day that is not in the calendar, or after the content was made. */
export const possibleDates: Rule = (content, { made }) =>
	content.services.flatMap((service) =>
		assuredOf(service.record).flatMap(({ value, path }) => {
			const { date } = value.assured;
			const unreal = DAY.test(date) && new Date(`${date}T00:00:00Z`).toJSON()?.slice(0, 10) !== date;
			const later = date !== 'unknown' && date > made.slice(0, date.length);
			if (!unreal && !later) return [];
			return problemAt(service, [...path, 'assured', 'date'], {
				level: 'error',
				rule: 'impossible-date',
				message: unreal ? `${date} is not in the calendar` : `${date} is after ${made}, the day of this content`,
				mend: 'Compare it with the source.'
			});
		})
	);
