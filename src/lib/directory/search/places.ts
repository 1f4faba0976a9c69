import { DEGREE_STEPS, type Places } from '../../../data/places/places.ts';
import type { Card } from '../../../data/record.ts';
// Not by the index of that folder, which brings the names of places along.
import { nearest, type Point } from '../../place/distance.ts';
import { findPostcode } from '../../place/find-postcode.ts';
import { parsePostcode } from '../../place/postcode.ts';
import { normalise } from './read/normalise.ts';
import type { SearchPlace, SearchPlaces } from './types.ts';

/** The places of the directory, as search asks for them. */
export function searchPlaces(places: Places): SearchPlaces {
	return {
		names: places.names.map(([name, lat, lon, index]) => {
			const council = places.councils[index];
			return {
				name,
				lat: lat / DEGREE_STEPS,
				lon: lon / DEGREE_STEPS,
				...(council && { councilId: council.id, areaId: council.area })
			};
		}),
		postcode(text) {
			const postcode = parsePostcode(text, (outward) => Object.hasOwn(places.sectors, outward));
			const place = postcode && findPostcode(postcode, places);
			if (!place?.postcode || place.lat === undefined || place.lon === undefined) return undefined;
			return {
				name: place.postcode,
				lat: place.lat,
				lon: place.lon,
				...(place.council && { councilId: place.council }),
				...(place.area && { areaId: place.area })
			};
		}
	};
}

/** Towns that the records themselves name, at the mean of their points: enough to search by when no list is given. */
export function placesOfCards(cards: readonly Card[]): SearchPlaces {
	const towns = new Map<string, SearchPlace & { count: number }>();
	const districts = new Map<string, SearchPlace & { count: number }>();
	for (const card of cards) {
		for (const { city, postcode, lat, lon } of card.places ?? []) {
			if (lat === undefined || lon === undefined || card.area === 'national') continue;
			add(towns, normalise(city), { name: city, lat, lon, areaId: card.area });
			const district = postcode?.split(' ')[0];
			if (district) add(districts, normalise(district), { name: district, lat, lon, areaId: card.area });
		}
	}
	return {
		names: [...towns.values()],
		postcode: (text) => districts.get(/^([a-z]{1,2}\d[a-z\d]?)(?:\s*\d[a-z]{2})?$/.exec(normalise(text))?.[1] ?? '')
	};
}

function add(map: Map<string, SearchPlace & { count: number }>, key: string, place: SearchPlace): void {
	const known = map.get(key);
	if (!known) {
		map.set(key, { ...place, count: 1 });
		return;
	}
	known.lat = (known.lat * known.count + place.lat) / (known.count + 1);
	known.lon = (known.lon * known.count + place.lon) / (known.count + 1);
	known.count++;
}

const KILOMETRES_IN_A_MILE = 1.609344;

/** Kilometres from a point to the nearest place of a card; undefined when it has no point. */
export function kilometresTo(card: Card, from: Point | undefined): number | undefined {
	const miles = from && card.places && nearest(from, card.places);
	return miles === undefined ? undefined : miles * KILOMETRES_IN_A_MILE;
}
