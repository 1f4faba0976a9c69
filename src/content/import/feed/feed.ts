import type { Assurance } from '../../../data/terms.ts';

/**
 * What a feed says of services, whatever its form, in the words of our own records: what `open-referral/`, `tables/` read
 * into, and what `match/` and `write/` work on. What is not said is left out.
 */

export interface FeedPhone {
	/** As people write it: 0330 303 6000. */
	number: string;
	kind: 'voice' | 'text';
	label?: string;
	hours?: string;
}

/** Times in OSM opening_hours syntax. */
export interface FeedSchedule {
	opening_hours: string;
	/** What opens at these times, when it is a part. */
	for?: string;
	note?: string;
}

export interface FeedLocation {
	name?: string;
	address_1?: string;
	city?: string;
	postal_code?: string;
	latitude?: number;
	longitude?: number;
	directions?: string;
	accessibility?: string;
	phones: FeedPhone[];
	schedules: FeedSchedule[];
}

export interface FeedOrganization {
	name: string;
	description?: string;
	website?: string;
	identifiers: { scheme: 'GB-CHC' | 'GB-COH' | 'GB-NHS' | 'GB-LAE'; identifier: string }[];
}

export type UrlKind = 'website' | 'referral-form' | 'chat' | 'information' | 'meetings';

export interface FeedService {
	/** Where it stands, for people who look it up: `services.json contents[3]`, `list.csv:14`. */
	at: string;
	/** It comes from a list that says less than all: what it lacks is not gone. */
	brief: boolean;
	/** Its id in the feed; made from what stands there when the feed has none. */
	id: string;
	/** Other ids that it goes by: our own, in an export of ours. */
	otherIds: string[];
	name: string;
	otherNames: string[];
	description?: string;
	organization?: FeedOrganization;
	/** The feed says that it is no more, or closed for now. */
	ended: boolean;
	minimum_age?: number;
	maximum_age?: number;
	eligibility?: string;
	wait?: string;
	cost?: { option: 'free' | 'paid'; description?: string };
	languages?: string;
	accessibility?: string;
	phones: FeedPhone[];
	emails: { address: string; label?: string }[];
	urls: { url: string; kind: UrlKind; label?: string }[];
	schedules: FeedSchedule[];
	locations: FeedLocation[];
	/** What kind of service it is, in the feed's own words. */
	kinds: string[];
	/** Where people must live, in the feed's own words. */
	areas: string[];
	/** The day for which it was last checked: YYYY-MM-DD, YYYY-MM or YYYY. */
	date?: string;
	/** What a reviewer must know and no field holds. */
	notes: string[];
}

/** Something of the feed that could not be used, and why. */
export interface Trouble {
	at: string;
	what: string;
}

/** Where the facts of a feed come from: stands as a source in each record. */
export interface FeedSource {
	/** Short name, kebab-case: names the source in records, and the feed in `facts`. */
	slug: string;
	name: string;
	url?: string;
	/** The day of the feed, for what carries no date of its own. */
	date?: string;
	how: Assurance;
}

export interface Feed {
	source: FeedSource;
	services: FeedService[];
	trouble: Trouble[];
	/** Fields that nothing of ours is made from, with how often they stood there with a value. */
	unused: ReadonlyMap<string, number>;
}

/** The parts of a `Feed` while it is read. */
export class FeedLog {
	readonly trouble: Trouble[] = [];
	readonly unused = new Map<string, number>();

	note(at: string, what: string): void {
		this.trouble.push({ at, what });
	}

	leave(field: string): void {
		this.unused.set(field, (this.unused.get(field) ?? 0) + 1);
	}
}
