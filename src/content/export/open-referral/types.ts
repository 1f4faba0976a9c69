/**
 * Open Referral UK 3.0 (HSDS-UK) as this export writes it. Empty values are left out: never null, never "".
 *
 * Three kinds of field stand here:
 * - those of the UK profile, checked against its schemas;
 * - those of HSDS 3.0 that the profile drops and people need (phones, eligibility_description, wait_time, contacts[].email,
 *   alternate_name, code …), in HSDS's own shape and checked against HSDS's schemas;
 * - our own, each under a name that neither has: `opening_hours`, `assured`, `sources`, `urls`, `partial_address`,
 *   `approximate`. They make the export lossless where HSDS cannot say what we know. Readers may ignore them.
 *
 * All ids are UUIDs of version 5 made from our own ids (`ids.ts`). Our own id of a service is in `url_id`.
 */

/** How a fact was last checked: `date` is a year, year-month or day, absent where the source shows none. Our own field. */
export interface HsdsAssured {
	date?: string;
	how: string;
}

export interface HsdsPhone {
	id: string;
	/** As people write it: "0330 303 6000", "999". */
	number: string;
	/** HSDS (RFC 6350): what the number takes. */
	type: 'voice' | 'text';
	/** Which line it is and what to press: label and instruction as two sentences. */
	description?: string;
	/** When the line is answered, in OSM syntax. */
	opening_hours?: string;
	/** Our own parts of `description`. */
	label?: string;
	instruction?: string;
	assured: HsdsAssured;
}

/**
 * One line of opening times: HSDS has one span of time in each. Several lines that come from one of our schedules share
 * its `opening_hours` (OSM syntax), from which they were made and which says exactly what they can only say roughly.
 * A line without `opens_at` is closed on these days, or says that nothing is known (`opening_hours: "unknown"`).
 * Times are Europe/London wall-clock times; `closes_at` before `opens_at` is on the next day.
 */
export interface HsdsSchedule {
	id: string;
	freq?: 'WEEKLY' | 'MONTHLY';
	/** MO,TU or, when monthly, 2TU,-1WE. */
	byday?: string;
	opens_at?: string;
	closes_at?: string;
	/** Special days only: the days, both included, on which this stands in place of the other lines. */
	valid_from?: string;
	valid_to?: string;
	description?: string;
	attending_type?: string;
	notes?: string;
	opening_hours: string;
	/** What opens when it is not the whole service. */
	for?: string;
	/** What a person must know about these times, without what `notes` says of dates and holidays. */
	note?: string;
	assured: HsdsAssured;
}

export interface HsdsAddress {
	id: string;
	location_id: string;
	address_1: string;
	city: string;
	/** The council that pays for treatment there; "England" where the place is in none of our areas. */
	state_province: string;
	postal_code: string;
	country: 'GB';
	address_type: 'physical';
}

export interface HsdsLocation {
	id: string;
	location_type: 'physical';
	name?: string;
	/** Where it is, when the address is not wholly known. */
	description?: string;
	/** How to find the door. */
	transportation?: string;
	latitude?: number;
	longitude?: number;
	/** The point stands for the postcode's sector or the town, and not for the door. */
	approximate?: true;
	/** One, or none when street or postcode are not known: HSDS has no place for half an address. */
	addresses?: HsdsAddress[];
	/** What is known of the address when it is not enough for `addresses`. */
	partial_address?: { address_1?: string; city: string; postal_code?: string };
	accessibility?: { id: string; location_id: string; description: string }[];
	assured: HsdsAssured;
}

export interface HsdsTaxonomyTerm {
	id: string;
	/** Our own id of the term: `needle-exchange`. */
	code: string;
	name: string;
	description: string;
	/** Name of the taxonomy. */
	taxonomy: string;
	taxonomy_id: string;
}

export interface HsdsTaxonomy {
	id: string;
	name: string;
	description: string;
}

/** What an attribute says of a service: our field that it comes from. */
export type LinkType = 'service_type' | 'audience' | 'substance' | 'access' | 'referral' | 'front_door';

export interface HsdsAttribute {
	id: string;
	link_id: string;
	link_type: LinkType;
	link_entity: 'service';
	taxonomy_term_id: string;
	taxonomy_term: HsdsTaxonomyTerm;
}

/** An organization as lists have it; in full it also has its identifiers. */
export interface HsdsOrganization {
	id: string;
	/** Our own id. */
	url_id: string;
	name: string;
	description: string;
	website?: string;
	organization_identifiers?: {
		id: string;
		organization_id: string;
		identifier_scheme: string;
		identifier_type: string;
		identifier: string;
	}[];
}

/** A service as lists have it: only what is there once. */
export interface HsdsServiceBasic {
	id: string;
	/** Our own id, which is also in the address of its page: /services/<url_id>/. */
	url_id: string;
	organization_id: string;
	name: string;
	/** Other names, parted by "; ". */
	alternate_name?: string;
	description: string;
	url?: string;
	email?: string;
	/** Only what is published is exported. */
	status: 'active';
	minimum_age?: number;
	maximum_age?: number;
	/** Who it is for and who it is not for. */
	eligibility_description?: string;
	/** What to do first and what happens then. */
	application_process?: string;
	wait_time?: string;
	fees_description?: string;
	/** The first day of the period for which a contact was last seen: never newer than the source. */
	assured_date?: string;
	/** Why to ring first: stands on every record that is not sure. */
	alert?: string;
	organization: HsdsOrganization;
}

export interface HsdsService extends HsdsServiceBasic {
	/** Numbers of the service as a whole; those of a place are in its `service_at_locations`. */
	phones?: HsdsPhone[];
	/** The same numbers and the e-mail addresses again, where the UK changelog has them. */
	contacts?: { id: string; service_id: string; name?: string; email?: string; phones?: HsdsPhone[]; assured?: HsdsAssured }[];
	/** Every address on the web; `url` above is the first. */
	urls?: { url: string; kind: string; label?: string; assured: HsdsAssured }[];
	schedules?: HsdsSchedule[];
	/** One for each council whose residents it serves, or one named England. */
	service_areas: { id: string; service_id: string; name: string; code: string }[];
	service_at_locations?: HsdsServiceAtLocation[];
	languages?: { id: string; service_id: string; note: string }[];
	/** About the whole service; HSDS knows it only of places. */
	accessibility?: { description: string };
	cost_options?: {
		id: string;
		service_id: string;
		option: string;
		currency?: 'GBP';
		amount?: number;
		amount_description?: string;
	}[];
	attributes: HsdsAttribute[];
	/** Where the facts were seen. */
	sources: { url?: string; document?: string; page_date: string; supports: string }[];
}

export interface HsdsServiceAtLocation {
	id: string;
	service_id: string;
	location_id: string;
	location: HsdsLocation;
	phones?: HsdsPhone[];
	schedules?: HsdsSchedule[];
}

/** A list. A static host cannot answer `?page=2`: one page holds everything. */
export interface HsdsPage<T> {
	total_items: number;
	total_pages: number;
	page_number: number;
	size: number;
	first_page: boolean;
	last_page: boolean;
	empty: boolean;
	/** Our own: the terms of use, and whom to name. */
	licence: string;
	attribution: readonly string[];
	caution: string;
	contents: T[];
}
