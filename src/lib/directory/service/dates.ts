import { MONTH_NAMES } from '../../schedule/words/times.ts';

/**
 * A date that is as precise as its source, in words: `2024` -> "2024", `2024-03` -> "March 2024",
 * `2024-03-13` -> "13 March 2024". Anything else is given back as it is.
 */
export function dateInWords(date: string): string {
	const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date);
	if (!match) return date;
	const [, year, month, day] = match;
	const name = month === undefined ? undefined : MONTH_NAMES[Number(month) - 1];
	return [day && String(Number(day)), name, year].filter(Boolean).join(' ');
}
