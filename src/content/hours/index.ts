import type { Hours } from '../../data/hours.ts';
import { expandRules } from './expand.ts';
import { parseRules } from './rules.ts';
import { HoursError } from './tokens.ts';

/**
 * Opening hours as editors write them (a part of the OSM `opening_hours` syntax, version 0.7.2) to plain numbers.
 *
 * Supported: days, ranges and lists (`Mo-Fr`, `Mo,We`), times and over midnight (`22:00-02:00`), `24/7`, `off`, `closed`,
 * `unknown`, `PH off|open|unknown|times`, `SH off|unknown`, nth weekdays (`We[1]`, `Th[-1]`), dates (`Dec 25-26 off`,
 * `2026 Dec 24 09:00-12:00`, `Jun-Aug Mo-Fr 09:00-19:00`), remarks in quotes, `;` (takes the place) and `,` (adds).
 * Two readings are our own, because they are what people who write hours mean: hours that do not mention `PH` leave
 * public holidays not known, and `PH open` means open as on other days. A span belongs to the day on which it starts.
 *
 * @param osm for example `Mo-Fr 09:00-17:00; PH off`
 * @returns the hours, or an error that says what is wrong and how to mend it. Never throws.
 */
export function parseOpeningHours(osm: string): { hours: Hours } | { error: string } {
	try {
		return { hours: expandRules(osm, parseRules(osm)) };
	} catch (problem) {
		if (problem instanceof HoursError) return { error: problem.message };
		throw problem;
	}
}
