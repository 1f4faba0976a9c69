/**
 * Opening hours as plain numbers, expanded from OSM `opening_hours` at build time (`src/content/compile`) and read by
 * `src/lib/schedule`. All times are minutes in Europe/London wall-clock time; intervals are half-open [from, to).
 */

/** Minutes from midnight at the start of the day; `to` may pass 1440 when it runs over midnight. */
export type DaySpan = readonly [from: number, to: number];

/** Days that differ. Both ends are included: YYYY-MM-DD, or MM-DD for every year (12-24 to 01-02 runs over New Year). */
export interface DateException {
	from: string;
	to: string;
	/** Only these weekdays, 0 is Monday. Absent means every day. */
	days?: number[];
	spans: DaySpan[];
	/** A season and not a named day: on a public holiday, `holidays` comes first. */
	seasonal?: true;
}

/** A public holiday of England. */
export interface PublicHoliday {
	/** YYYY-MM-DD. */
	date: string;
	name: string;
}

/** The dated list of public holidays (`content/places/holidays.yaml`, compiled): in date order, and for which days it speaks. */
export interface Holidays {
	/** First and last day that the list covers, YYYY-MM-DD. */
	from: string;
	to: string;
	days: PublicHoliday[];
}

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
	/**
	 * All the spans of the nth such weekday of each month, in place of the week's: `day` 0 is Monday, `nth` 1..5, or -1
	 * for the last. The last that fits wins.
	 */
	monthly?: { nth: number; day: number; spans: DaySpan[] }[];
	/** Exceptions by date: spans, or none for closed. The last that fits wins. */
	dates?: DateException[];
	/** What happens on a public holiday: closed, as on other days, these spans, or not said. */
	holidays: 'closed' | 'open' | 'unknown' | DaySpan[];
	/** True when the source says term time only, and school holidays are not known to us. */
	termTime?: true;
	/** A remark from the source that a person must see. */
	note?: string;
	/**
	 * The newest day for which the record's sources show these times: a year, year-month or day. Absent where none does, and
	 * for emergency lines, whose times never grow old.
	 */
	seen?: string;
	/** `seen` was too long ago to show these times (`lib/directory/service/freshness.ts`) already on the day of the content: such hours reach phones as `unknown`. */
	old?: true;
}
