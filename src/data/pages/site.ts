/** What the people who run this copy of the site have set (content/site.yaml). Part of the code of the one page that shows it. */
export interface Site {
	/** Who looks after the list, and how to reach them. All of it may be missing: then nobody is named. */
	maintainer: {
		name?: string;
		email?: string;
		/** An https address of a page with a form of theirs. */
		form?: string;
	};
}
