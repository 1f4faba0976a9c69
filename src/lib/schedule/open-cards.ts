import type { Holidays, Hours } from '../../data/hours.ts';
import type { Card } from '../../data/record.ts';
import type { Instant } from './london.ts';
import { openAt } from './state.ts';

/** The text of hours, by which equal ones are known: thousands of services share a few hundred. */
const texts = new WeakMap<Hours, string>();

/**
 * Tells which services are open at an instant, as far as the hours of the service as a whole say. Works each set of
 * hours out once, however many services have it.
 */
export function openCards(now: Instant, holidays: Holidays): (card: Card) => boolean {
	const known = new Map<string, boolean>();
	return ({ hours, mainHours }) => {
		const own = mainHours === undefined ? undefined : hours?.[mainHours];
		if (!own) return false;
		let text = texts.get(own);
		if (text === undefined) texts.set(own, (text = JSON.stringify(own)));
		let open = known.get(text);
		if (open === undefined) known.set(text, (open = openAt(own, now, holidays)));
		return open;
	};
}
