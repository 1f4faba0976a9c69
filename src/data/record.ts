import type { Assurance, Audience, Published, Referrer, SubstanceGroup, TaxonomyTerm, WayIn } from './terms.ts';
import type { Hours } from './hours.ts';

/**
 * The data contract: what `src/content` compiles and everything else reads, in the browser and in the command line.
 * A `Card` is what lists, search, filters and the map need; a `Detail` is the rest of a service's page.
 * Fields that are not known are left out: never null, never an empty string.
 */

/** When and how a fact was last checked. `date` is a year, year-month or day, or absent when the source shows none. */
export interface Assured {
	date?: string;
	how: Assurance;
}

/** A place where a service is given, as lists and maps need it. Confidential places are never in the data. */
export interface CardPlace {
	/** Town or village, for people. */
	city: string;
	postcode?: string;
	/** Degrees, WGS 84. */
	lat?: number;
	lon?: number;
	/** True when the point stands for the postcode's sector or the town and not for the door. */
	approx?: true;
	/** Index into `Card.hours`. */
	hours?: number;
}

export interface Card {
	id: string;
	name: string;
	/** Other names, for search. */
	aka?: string[];
	/** Name of the organization that runs it. */
	org: string;
	/** Area that it belongs to. */
	area: string;
	listing: Published;
	/** Kinds of service, the main one first. */
	terms: TaxonomyTerm[];
	/** What it does: the first sentence of the description. */
	text: string;
	minAge?: number;
	maxAge?: number;
	who?: Audience[];
	substances?: SubstanceGroup[];
	ways: WayIn[];
	referral: Referrer[];
	/** Ids of services that one goes through first. */
	through?: string[];
	/** Ids of councils whose residents it serves; absent means everyone in England. */
	councils?: string[];
	/** The one number to ring first, as people write it. */
	phone?: string;
	/** What to press, for example "Choose option 2". */
	phoneNote?: string;
	/** The number to text when there is one. */
	textLine?: string;
	/** Its web page, when it has one. */
	web?: string;
	/** Distinct opening hours of the service and its places. */
	hours?: Hours[];
	/** Index into `hours` for the service as a whole (its line, or its only place). */
	mainHours?: number;
	places?: CardPlace[];
	/** This is a front door of `area` for `adults`, `under-18` or `families`, with its rank from 0. */
	frontDoor?: { area: string; for: 'adults' | 'under-18' | 'families'; rank: number; councils?: string[] }[];
	/** The newest date for which any of its contacts was seen; absent when no source shows a date. */
	checked?: string;
	/** `checked` was long enough ago for the mark of an old check already on the day of the content. */
	old?: true;
}

/** A fact with where it came from: indexes into `Detail.sources`. */
export interface Sourced {
	sources: number[];
	assured: Assured;
}

export interface PhoneDetail extends Sourced {
	/** As people write it. */
	number: string;
	/** Digits for a tel: or sms: link. */
	dial: string;
	kind: 'voice' | 'text';
	label?: string;
	instruction?: string;
	hours?: Hours;
}

export interface ScheduleDetail extends Sourced {
	hours: Hours;
	for?: string;
	note?: string;
}

export interface LocationDetail extends Sourced {
	name?: string;
	address?: string;
	city: string;
	postcode?: string;
	/** Id of the council it stands in, when known. */
	council?: string;
	lat?: number;
	lon?: number;
	approx?: true;
	confidential?: true;
	directions?: string;
	accessibility?: string;
	phones?: PhoneDetail[];
	schedules?: ScheduleDetail[];
}

/** A plain statement with its sources. */
export interface Statement {
	text: string;
	sources: number[];
}

export interface SourceDetail {
	url?: string;
	document?: string;
	pageDate: string;
	supports: string;
}

export interface Detail {
	id: string;
	/** In a data file without its first sentence, which is the card's `text`: `DataStore` puts it back. */
	description: string;
	/** Why it is marked "ring first". */
	listingReason?: string;
	eligibility?: { description?: string; notFor?: string; sources: number[] };
	access?: { description?: string; whatHappens?: string; wait?: string; sources: number[] };
	cost?: { option: 'free' | 'paid' | 'some-free' | 'call-charge'; description?: string; sources: number[] };
	languages?: Statement;
	accessibility?: Statement;
	privacy?: Statement;
	professionals?: Statement;
	phones?: PhoneDetail[];
	emails?: (Sourced & { address: string; label?: string })[];
	urls?: (Sourced & {
		url: string;
		kind: 'website' | 'referral-form' | 'chat' | 'information' | 'meetings';
		label?: string;
		hours?: Hours;
	})[];
	schedules?: ScheduleDetail[];
	locations?: LocationDetail[];
	sources: SourceDetail[];
}

export interface AreaInfo {
	id: string;
	name: string;
	about: string;
	councils: { id: string; name: string; upperTier: string }[];
	frontDoors: { service: string; for: 'adults' | 'under-18' | 'families'; councils?: string[] }[];
	missing: { term?: TaxonomyTerm; what: string; instead: string; services?: string[]; councils?: string[] }[];
	neighbours?: { name: string; area?: string; note: string }[];
}

/**
 * `data/index.json`: names every other data file by its content hash. Small, fetched each time there is a network.
 * A file is called `<role>.<hash>.json`; its role says what it holds.
 */
export interface DataIndex {
	/** Raised when the shape changes so that an old app knows that it cannot read new data. */
	schema: number;
	/** Hash of everything below: the version of the content. */
	version: string;
	/** Day of the newest source in the content, YYYY-MM-DD. */
	made: string;
	/** By pack id (`packs.ts`). */
	packs: Record<string, PackIndex>;
	/** Hashes of other files, by role: for everyone (areas, words, places, glossary), or for one area (`journeys.essex`). */
	files: Record<string, string>;
	/** Hashes of files that hold others, for a phone that has nothing yet: `everyone`, and each area (`data-files.ts`). */
	bundles?: Record<string, string>;
	/** Ids that are closed or superseded, with what to show instead. */
	moved: Record<string, { name: string; why: 'closed' | 'superseded'; to?: string }>;
	/**
	 * Only where the directory is too large for every phone: the hash of each area's own part (`AreaIndex`, in
	 * `index.<area>.<hash>.json`). The index then names what is for all of England, and areas are joined to it (`area-index.ts`).
	 */
	areas?: Record<string, string>;
}

/** What an index says of one area, in a file of its own. */
export type AreaIndex = Pick<DataIndex, 'packs' | 'files' | 'bundles' | 'moved'>;

/**
 * The files of a pack: hashes of its card files (`<pack>.cards-<i>`) and detail files (`<pack>.details-<i>`), in order. A pack
 * of pharmacies has no details: its card files hold both (`pharmacy-rows.ts`).
 */
export interface PackIndex {
	cards: string[];
	details: string[];
	/** Where a part has several files: the hash of the one that holds them all, in order, for a phone that has none yet. */
	whole?: Partial<Record<PackPart, string>>;
	records: number;
	bytes: number;
}

export const PACK_PARTS = ['cards', 'details'] as const;
export type PackPart = (typeof PACK_PARTS)[number];

/** The shape that this code writes and reads. */
export const DATA_SCHEMA = 4;
