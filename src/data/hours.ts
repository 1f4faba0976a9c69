/**
 * Opening hours as plain numbers, expanded from OSM `opening_hours` at build time (`src/content/compile`) and read by
 * `src/lib/schedule`. All times are minutes in Europe/London wall-clock time; intervals are half-open [from, to).
 */

/** Minutes from midnight at the start of the day; `to` may pass 1440 when it runs over midnight. */
export type DaySpan = readonly [from: number, to: number];

export interface Hours {
	/** The OSM string it came from, kept for tests, exports and people who check. */
	osm: string;
	/** Open all day, every day. */
	always?: true;
	/** Nothing is known: ring first. */
	unknown?: true;
	/** Only by appointment at these times (or at any time, when there is no week). */
	appointment?: true;
	/** Seven days from Monday, each with its spans. Absent when `always` or `unknown`. */
	week?: DaySpan[][];
	/** Spans on the nth such weekday of each month: `day` 0 is Monday, `nth` 1..5, or -1 for the last. */
	monthly?: { nth: number; day: number; spans: DaySpan[] }[];
	/** Exceptions by date (YYYY-MM-DD, both ends included): spans, or none for closed. The last that fits wins. */
	dates?: { from: string; to: string; spans: DaySpan[] }[];
	/** What happens on a public holiday: closed, as on other days, these spans, or not said. */
	holidays: 'closed' | 'open' | 'unknown' | DaySpan[];
	/** True when the source says term time only, and school holidays are not known to us. */
	termTime?: true;
	/** A remark from the source that a person must see. */
	note?: string;
}
