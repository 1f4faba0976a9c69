import type { Hours } from '../../../data/hours.ts';
import { unknownWords } from '../shown-hours.ts';
import { daysWords } from './times.ts';
import { weekTable } from './week-table.ts';

/** "first Wednesday of the month: ..." */
const NAMES_ITS_DAY = /^(first|second|third|fourth|fifth|last) /;

export interface WeekWordsOptions {
	/** False when the hours are old or nobody has confirmed them: then nothing reads as certain. */
	sure: boolean;
	/** What to do when they are not sure: ring, or check where there is no number. */
	first: 'Ring first.' | 'Check first.';
}

/**
 * All the hours in one line, for paper, where no clock runs: "Monday to Friday: 9am to 5pm; Saturday: 10am to midday."
 * Days that are not named are closed. Public holidays and single dates are left to the page of the service.
 */
export function weekInWords(hours: Hours, { sure, first }: WeekWordsOptions): string {
	if (hours.unknown) return `${unknownWords(hours)}. ${first}`;
	const remarks = [...(hours.termTime ? ['In school terms only.'] : []), ...(hours.note ? [withStop(hours.note)] : [])];
	const open = openWords(hours);
	const main = sure ? `${open.charAt(0).toUpperCase()}${open.slice(1)}.` : `Should be ${open}. ${first}`;
	return [main, ...remarks].join(' ');
}

function openWords(hours: Hours): string {
	if (hours.always) return 'open all day, every day';
	if (hours.appointment && !hours.week) return 'by appointment';
	const byWords = new Map<string, number[]>();
	for (const { words, day, closed } of weekTable(hours))
		if (!closed) byWords.set(words, [...(byWords.get(words) ?? []), day]);
	if (byWords.size === 0) return 'closed';
	const parts = [...byWords].map(([words, days]) =>
		NAMES_ITS_DAY.test(words) ? words : `${daysWords(days)}: ${words}`
	);
	return `open ${parts.join('; ')}`;
}

const withStop = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
