/** What kind of thing was corrected. */
export const CHANGE_KINDS = ['number', 'closed', 'address', 'hours'] as const;

/** One correction, for the page about them. Part of the app's code, made from content. */
export interface Change {
	/** YYYY-MM-DD. */
	date: string;
	kind: (typeof CHANGE_KINDS)[number];
	what: string;
	/** The services to use. */
	services: { id: string; name: string }[];
	/** Where it was seen: a name that can be cited, where to look it up, and the date that the page shows. */
	sources: { id: string; url?: string; document?: string; pageDate: string }[];
}
