import type { Hours } from '../../../data/hours.ts';
import { isoDate, londonDay, type Instant } from '../london.ts';
import { DAY_NAMES, dateWords, daysWords, nthWords, spansWords } from './times.ts';

/** One day of the week for the strip on a service's page. */
export interface WeekRow {
	/** 0 is Monday. */
	day: number;
	name: string;
	/** "9am to 5pm", "closed", "all day", "not known", "9am to 5pm, by appointment". */
	words: string;
	closed: boolean;
}

/** Hours to seven rows, Monday first. */
export function weekTable(hours: Hours): WeekRow[] {
	return DAY_NAMES.map((name, day) => ({ day, name, ...rowWords(hours, day) }));
}

/**
 * What a week cannot show: dates that differ (those that are over on the day of `now` are left out), public holidays, term
 * time and the source's own remark. Each a line for people, without a full stop.
 */
export function weekNotes(hours: Hours, now: Instant): string[] {
	const today = isoDate(londonDay(Number(now)));
	const dates = (hours.dates ?? [])
		.filter(({ to }) => to.length < today.length || to >= today)
		.map(({ from, to, days, spans }) => {
			const range = from === to ? dateWords(from) : `${dateWords(from)} to ${dateWords(to)}`;
			return `${range}${days ? `, ${daysWords(days)}` : ''}: ${spansWords(spans)}`;
		});
	return [
		...dates,
		...holidayNote(hours),
		...(hours.termTime ? ['Term time only: ring to check in school holidays'] : []),
		...(hours.note ? [hours.note] : [])
	];
}

function rowWords(hours: Hours, day: number): { words: string; closed: boolean } {
	if (hours.unknown) return { words: 'not known', closed: false };
	if (hours.always) return { words: 'all day', closed: false };
	if (hours.appointment && !hours.week) return { words: 'by appointment', closed: false };
	const spans = hours.week?.[day] ?? [];
	const nths = (hours.monthly ?? []).filter((entry) => entry.day === day);
	const monthly = nths.map((entry) => `${nthWords(entry.nth, day)}: ${spansWords(entry.spans)}`);
	const closed = !spans.length && !nths.some((entry) => entry.spans.length);
	const weekly = spans.length || !monthly.length ? [spansWords(spans)] : [];
	const words = [...weekly, ...monthly].join('; ');
	return { words: hours.appointment && !closed ? `${words}, by appointment` : words, closed };
}

function holidayNote(hours: Hours): string[] {
	if (hours.always || hours.unknown || !hours.week) return [];
	if (hours.holidays === 'unknown') return ['Bank holidays: ring to check'];
	if (hours.holidays === 'closed') return ['Bank holidays: closed'];
	if (hours.holidays === 'open') return ['Bank holidays: as on other days'];
	return [`Bank holidays: ${spansWords(hours.holidays)}`];
}
