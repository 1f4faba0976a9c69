import * as v from 'valibot';
import { ASSURANCES } from '../../data/terms.ts';

/** Building blocks that every record shares: ids, sources, and when a fact was last checked. */

export const Id = v.pipe(
	v.string(),
	v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens, such as open-road-harlow'),
	v.maxLength(80),
	v.description('A stable name in kebab-case. Never reused, never changed: addresses and old copies depend on it.')
);

/** Plain text for people: one paragraph, no markup. The content checks look at its words, its length and its reading age. */
export const Text = (maxLength: number) =>
	v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'), v.maxLength(maxLength));

/** As precise as the source allows: year, year-month or year-month-day. `unknown` where the page shows no date. */
export const PartialDate = v.pipe(
	v.union([v.string(), v.pipe(v.number(), v.integer(), v.transform(String))]),
	v.regex(
		/^(unknown|\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)$/,
		'must be a date such as 2024, 2024-03 or 2024-03-13, or unknown'
	)
);

export const Assured = v.pipe(
	v.strictObject({
		date: v.pipe(PartialDate, v.description('The day that the source speaks for (its page date), or the day of the phone call or visit.')),
		how: v.picklist(ASSURANCES),
		by: v.optional(Text(80))
	}),
	v.description('When, how and by whom this fact was last checked.')
);

export const SourceRefs = v.pipe(
	v.array(Id),
	v.minLength(1, 'needs at least one source'),
	v.description('Names of sources in this record, for example [council-page].')
);

/** What each contact, address and schedule carries. */
export const provenance = { sources: SourceRefs, assured: Assured };

export const HttpUrl = v.pipe(v.string(), v.url(), v.regex(/^https?:\/\//, 'must start with https:// or http://'));

export const Source = v.strictObject({
	url: v.optional(HttpUrl),
	document: v.optional(v.pipe(Text(200), v.description('Title of a document or data file that has no address, with lines if known.'))),
	page_date: v.pipe(Text(120), v.description('The date on the page as it was seen, or undated.')),
	supports: v.pipe(Text(400), v.description('What this source shows.')),
	seen: v.optional(v.pipe(PartialDate, v.description('The day it was read. The first content was read by 2026-11-21.')))
});
