import { DEGREE_STEPS, type Places } from '../../data/places.ts';
import { findPlace } from '../place/index.ts';
import type { SearchPlace, SearchPlaces } from './search/index.ts';

/** The place tables as search reads them: names that may be typed, and postcodes whole or in part. */
export function searchPlaces(places: Places): SearchPlaces {
	return {
		names: places.names.map(([name, lat, lon, council]) =>
			searchPlace(name, lat / DEGREE_STEPS, lon / DEGREE_STEPS, places.councils[council])
		),
		postcode: (text) => {
			const { place } = findPlace(text, places);
			if (place?.postcode === undefined || place.lat === undefined || place.lon === undefined) return undefined;
			const council = places.councils.find(({ id }) => id === place.council);
			return {
				...searchPlace(place.postcode, place.lat, place.lon, council),
				...(place.area && { areaId: place.area })
			};
		}
	};
}

function searchPlace(
	name: string,
	lat: number,
	lon: number,
	council: Places['councils'][number] | undefined
): SearchPlace {
	return { name, lat, lon, ...(council && { councilId: council.id, areaId: council.area }) };
}
