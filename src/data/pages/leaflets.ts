import type { Means, ServiceQuery } from '../pathway.ts';
import type { TaxonomyTerm } from '../terms.ts';

/** What printed leaflets say and hold, for whom (data file `leaflets`), from `content/print/leaflets.yaml`. */

/** Whose front door: as in `AreaInfo.frontDoors`. */
export const DOORS = ['adults', 'under-18', 'families'] as const;
export type Door = (typeof DOORS)[number];

export interface LeafletAudience {
	id: string;
	label: string;
	title: string;
	intro: string;
	/** Danger in one line, for a pocket card. */
	short: string;
	means: Means;
	doors: Door[];
	/** Kinds of place to walk into that are shown to this reader. */
	walkIn?: TaxonomyTerm[];
	/** Ids of safety rules and notes: always on the leaflet. */
	safety: string[];
	/** Needs that are chosen to begin with. */
	needs: string[];
}

export interface LeafletNeed {
	id: string;
	label: string;
	/** Audiences to whom it is not offered. */
	notFor?: string[];
	means?: Means;
	safety?: string[];
	services: ServiceQuery[];
}

export interface LeafletContent {
	/** Kinds of line of which those open at night are shown. */
	night: TaxonomyTerm[];
	audiences: LeafletAudience[];
	needs: LeafletNeed[];
}

export function isLeafletContent(value: unknown): value is LeafletContent {
	return (
		typeof value === 'object' &&
		value !== null &&
		'audiences' in value &&
		Array.isArray(value.audiences) &&
		'needs' in value &&
		Array.isArray(value.needs)
	);
}
