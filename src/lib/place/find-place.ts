import type { Places } from '../../data/places/places.ts';
import { agreed, nearAreas } from './candidates.ts';
import { findPostcode, type FoundPlace } from './find-postcode.ts';
import { findName, type NamedPlace } from './names.ts';
import { parsePostcode } from './postcode.ts';

/** Why nothing was found: nothing typed, no such place or postcode, or several names that are as near. */
export interface NotFound {
	place: null;
	reason: 'empty' | 'not-understood' | 'several';
	/** With `several`: the names to choose from. */
	suggestions: string[];
}

/**
 * What somebody typed to where that is: a postcode or part of one in any spelling, a town or village with slips, words
 * around them. Nothing leaves the device. Never throws, whatever is typed.
 */
export function findPlace(typed: string, places: Places): { place: FoundPlace } | NotFound {
	if (!typed.trim()) return { place: null, reason: 'empty', suggestions: [] };
	const postcode = parsePostcode(typed, (outward) => Object.hasOwn(places.sectors, outward));
	if (postcode && (postcode.unit !== undefined || Object.hasOwn(places.sectors, postcode.outward))) {
		return { place: findPostcode(postcode, places) };
	}
	const named = findName(typed, places);
	if (Array.isArray(named)) return { place: null, reason: 'several', suggestions: named };
	if (named) return { place: byName(named, places) };
	if (postcode) return { place: findPostcode(postcode, places) };
	return { place: null, reason: 'not-understood', suggestions: [] };
}

function byName({ name, councils: indexes, lat, lon }: NamedPlace, places: Places): FoundPlace {
	const councils = indexes.flatMap((index) => places.councils[index]?.id ?? []);
	if (!councils.length) {
		return {
			precision: 'outside',
			name,
			councils,
			outside: { nation: 'england', near: nearAreas({ lat, lon }, places) },
			lat,
			lon
		};
	}
	return { precision: 'place', name, ...agreed(councils, undefined, places), councils, lat, lon };
}
