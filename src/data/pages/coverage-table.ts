import { TAXONOMY_TERMS, type TaxonomyTerm } from '../terms.ts';

/**
 * Where help is and where it is not: made by `src/lib/coverage` of what was counted when the content was compiled, shown on
 * /data/coverage/. Counts are of published services of the area itself; lines for all of England are counted apart.
 */

export const COVERAGE_AGES = ['adults', 'under-18'] as const;
export type AgeBand = (typeof COVERAGE_AGES)[number];

/** Needs for which somebody has to travel. */
export const TOWN_NEEDS: readonly TaxonomyTerm[] = [
	'treatment',
	'needle-exchange',
	'naloxone',
	'detox',
	'family-support',
	'young-people',
	'mutual-aid'
];
/** 999 is everywhere the same, and pharmacies are counted on the pages of the areas. */
const LEFT_OUT: readonly TaxonomyTerm[] = ['emergency', 'pharmacy'];
export const COVERAGE_NEEDS = TAXONOMY_TERMS.filter((need) => !LEFT_OUT.includes(need));

export interface CoverageCell {
	age: AgeBand;
	/** Published services of the area that people of this age may use. */
	services: number;
	/** Of these, listed and not "ring first". */
	confirmed: number;
	/** Of these, with a phone, text line, e-mail or web address of their own. */
	contactable: number;
	/** Of these, known to open after 6pm or on a Saturday or Sunday. */
	outOfHours: number;
	/** Share of the area's postcodes, 0 to 100, within 10 miles of a known door; absent when no door is known. */
	near?: number;
	/** Lines and services for all of England. */
	national: number;
	/** When there is none in the area: what to do instead, and whom to ask. */
	instead?: { text: string; services: { id: string; name: string }[] };
}

export interface CoverageRow {
	/** Id of the kind of help (a taxonomy term). */
	need: string;
	label: string;
	cells: CoverageCell[];
}

/** A place that people live around, with the services within 10 miles of where most of its postcodes are. */
export interface CoverageTown {
	name: string;
	/** Number of postcodes (August 2014): what it is weighed by. */
	postcodes: number;
	within: { need: string; count: number }[];
}

export interface CoverageArea {
	id: string;
	name: string;
	rows: CoverageRow[];
	/** What the area's own page says is missing. */
	missing: { what: string; instead: string; term?: string }[];
	towns: CoverageTown[];
}

export interface CoverageTable {
	/** Day of the newest source in the content. */
	made: string;
	miles: number;
	areas: CoverageArea[];
	/** Needs whose distance is told for each town. */
	townNeeds: { need: string; label: string }[];
}
