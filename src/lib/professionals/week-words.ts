import type { Hours } from '../../data/hours.ts';
import { unknownWords, weekTable } from '../schedule/index.ts';

/** Hours in one line, days that are alike together: "Monday to Friday 9am to 5pm. Saturday to Sunday closed." */
export function weekWords(hours: Hours): string {
	if (hours.unknown) return hours.seen === undefined ? '' : `${unknownWords(hours)}.`;
	if (hours.always) return 'All day, every day.';
	if (!hours.week && !hours.monthly) return hours.appointment ? 'By appointment.' : '';
	const runs: { first: string; last: string; words: string }[] = [];
	for (const { name, words } of weekTable(hours)) {
		const run = runs.at(-1);
		if (run?.words === words) run.last = name;
		else runs.push({ first: name, last: name, words });
	}
	return runs.map(({ first, last, words }) => `${first === last ? first : `${first} to ${last}`} ${words}.`).join(' ');
}
