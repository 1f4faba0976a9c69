import type { BBox, Feature, FeatureCollection, Point } from 'geojson';
import { ATTRIBUTIONS, CONTENT_CAUTION, CONTENT_LICENCE } from '../../data/pages/licence.ts';
import type { LocationDetail } from '../../data/record.ts';
import type { Publication, PublishedService } from './publication.ts';
import { hoursLine, openPlaces, pageOf } from './places.ts';

type Located = LocationDetail & { lat: number; lon: number };
const isLocated = (place: LocationDetail): place is Located => place.lat !== undefined && place.lon !== undefined;

/** RFC 7946 with members of our own, which it allows (section 6.1). */
type Collection = FeatureCollection<Point> & { licence: string; attribution: readonly string[]; caution: string };

/**
 * Every place of a service that has a point, as GeoJSON (RFC 7946: longitude first, WGS 84, no crs). Services without
 * a point, and confidential places, are not in it. `approximate` marks points of a postcode sector or a town.
 */
export function geoJson({ services }: Publication, site?: string): Collection {
	const features = services.flatMap((service) => {
		const places = openPlaces(service).filter(isLocated);
		return places.map((place, i) => featureOf(service, place, i, site));
	});
	return {
		type: 'FeatureCollection',
		licence: CONTENT_LICENCE.url,
		attribution: ATTRIBUTIONS,
		caution: CONTENT_CAUTION,
		...(features.length > 0 && { bbox: boxAround(features) }),
		features
	};
}

function featureOf({ card, detail }: PublishedService, place: Located, i: number, site?: string): Feature<Point> {
	const hours = hoursLine(place.schedules);
	const page = pageOf(card.id, site);
	return {
		type: 'Feature',
		id: i === 0 ? card.id : `${card.id}/${i + 1}`,
		geometry: { type: 'Point', coordinates: [place.lon, place.lat] },
		properties: {
			service: card.id,
			name: card.name,
			organization: card.org,
			kinds: card.terms,
			certainty: card.listing,
			...(detail.listingReason && { certainty_reason: detail.listingReason }),
			...(card.minAge !== undefined && { minimum_age: card.minAge }),
			...(card.maxAge !== undefined && { maximum_age: card.maxAge }),
			...(card.phone && { phone: card.phone }),
			...(card.web && { website: card.web }),
			...(place.name && { place: place.name }),
			...(place.address && { address: place.address }),
			city: place.city,
			...(place.postcode && { postcode: place.postcode }),
			approximate: place.approx ?? false,
			...(hours && { opening_hours: hours }),
			...(card.checked && { last_seen: card.checked }),
			...(page && { page })
		}
	};
}

/** West, south, east, north. */
function boxAround(features: readonly Feature<Point>[]): BBox {
	const lons = features.map(({ geometry }) => geometry.coordinates[0] ?? 0);
	const lats = features.map(({ geometry }) => geometry.coordinates[1] ?? 0);
	return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
