/**
 * Which council a postcode or a town lies in: compiled by `src/content/compile/places.ts` from `content/places`, read by
 * `src/lib/place`. Written to be small: positions are whole ten-thousandths of a degree, councils are numbers.
 */

import type { NameRank } from './map.ts';

/** Index into `Places.councils`; -1 is outside the five areas. */
export type CouncilIndex = number;
export const ELSEWHERE: CouncilIndex = -1;

/** Degrees times this are the whole numbers in `Places`: about ten metres. */
export const DEGREE_STEPS = 10_000;

export interface Council {
	/** kebab-case, as in `Card.councils` and area.yaml. */
	id: string;
	name: string;
	/** Id of its treatment system. */
	area: string;
	/** The council that pays for drug and alcohol treatment there. */
	upperTier: string;
	lat: number;
	lon: number;
}

/**
 * One postcode sector: its digit (LE16 8 is 8 of LE16), mean position, the council that most of it is in, and the units
 * that are in another one, as pairs of letters in order ("THTJ" is 8TH and 8TJ) by council index.
 */
export type Sector = readonly [
	digit: number,
	lat: number,
	lon: number,
	council: CouncilIndex,
	exceptions?: Readonly<Record<string, string>>
];

/** A town or village. `rank` says how far out maps show it, where that is not the usual (`map.ts`). */
export type PlaceName = readonly [name: string, lat: number, lon: number, council: CouncilIndex, rank?: NameRank];

export interface Places {
	councils: Council[];
	/** Sectors by outward code. In a part of the table for one area, those that lie in it, with all councils that they touch. */
	sectors: Record<string, Sector[]>;
	names: PlaceName[];
}

/** The same sector with other numbers for its councils. */
export function renumber(
	[digit, lat, lon, council, units]: Sector,
	to: (council: CouncilIndex) => CouncilIndex
): Sector {
	if (!units) return [digit, lat, lon, to(council)];
	const exceptions = Object.fromEntries(Object.entries(units).map(([index, pairs]) => [to(Number(index)), pairs]));
	return [digit, lat, lon, to(council), exceptions];
}

/** True for what `compilePlaces` writes; its inside is trusted, because files are named by the hash of their bytes. */
export function isPlaces(value: unknown): value is Places {
	return (
		typeof value === 'object' &&
		value !== null &&
		'councils' in value &&
		Array.isArray(value.councils) &&
		'names' in value &&
		Array.isArray(value.names) &&
		'sectors' in value &&
		typeof value.sectors === 'object' &&
		value.sectors !== null
	);
}
