import type { Places } from '../../../data/places/places.ts';
import { findPlace } from '../../../lib/place/index.ts';
import type { PlaceTables } from '../../read/place-tables.ts';
import { isElsewhere } from '../../schema/places/places.ts';
import { councilId } from '../places.ts';

/** Where a place is, in degrees (WGS 84). `approx` when the point stands for the sector or town and not for the door. */
export interface Position {
	lat: number;
	lon: number;
	approx?: true;
	/** Id of the council the point lies in, when known. */
	council?: string;
}

/** Finds the point of an address: its postcode, else the postcode's sector, else the town. */
export type Locate = (address: { postal_code?: string; city: string }) => Position | undefined;

/**
 * Points for addresses.
 * @param tables for the postcodes with their own position (service-postcodes.csv)
 * @param places for everything else: sectors and towns, whose points are `approx`
 */
export function locator(tables: PlaceTables, places: Places): Locate {
	const points = new Map(tables.servicePostcodes.map((row) => [row.postcode, row]));
	return ({ postal_code, city }) => {
		const row = postal_code === undefined ? undefined : points.get(postal_code);
		if (row) {
			const council = isElsewhere(row.council) ? {} : { council: councilId(row.council) };
			return { lat: row.latitude, lon: row.longitude, ...council };
		}
		return (postal_code === undefined ? undefined : ofPostcode(postal_code, places)) ?? ofTown(city, places);
	};
}

function ofPostcode(postcode: string, places: Places): Position | undefined {
	const { place } = findPlace(postcode, places);
	if (place?.postcode === undefined || place.lat === undefined || place.lon === undefined) return undefined;
	return { lat: place.lat, lon: place.lon, approx: true, ...(place.council && { council: place.council }) };
}

/** A town by its own name only: a guess at a spelling is no position. Its council is not that of the address for sure. */
function ofTown(city: string, places: Places): Position | undefined {
	const { place } = findPlace(city, places);
	if (place?.name?.toLowerCase() !== city.toLowerCase() || place.lat === undefined || place.lon === undefined) return undefined;
	return { lat: place.lat, lon: place.lon, approx: true };
}
