import type { Holidays } from '../../data/hours.ts';
import type { LocationDetail, PhoneDetail } from '../../data/record.ts';
import type { TaxonomyTerm } from '../../data/terms.ts';
import { termLabel } from '../directory/service/labels.ts';
import type { ServicePage } from '../directory/pages/service-page.ts';
import { openingHours } from './hours.ts';

type Page = Extract<ServicePage, { kind: 'service' }>;
/** A thing of schema.org: values by property. */
type Thing = { '@type': string } & Record<string, unknown>;

/** What schema.org calls the place where such a service is given; a charity's rooms are a plain place. */
const PLACE_TYPES: Partial<Record<TaxonomyTerm, string>> = {
	pharmacy: 'Pharmacy',
	'primary-care': 'MedicalClinic',
	'sexual-health': 'MedicalClinic'
};

/**
 * A service for search engines, in schema.org's words (JSON-LD): who runs it, how to reach it, where and when. A
 * confidential place is not in it, and a point only when it is that of the door's postcode. What is not known is left out.
 */
export function serviceGraph(
	{ card, detail, councils }: Page,
	holidays: Holidays
): { '@context': string; '@graph': Thing[] } {
	const places = (detail.locations ?? []).filter(({ confidential }) => !confidential);
	const hours = openingHours(detail.schedules, holidays);
	const phones = [...(detail.phones ?? []), ...(detail.locations ?? []).flatMap((place) => place.phones ?? [])];
	const areas = card.councils
		? councils.map((name) => ({ '@type': 'AdministrativeArea', name }))
		: [{ '@type': 'Country', name: 'England' }];
	const placeType = (card.terms[0] && PLACE_TYPES[card.terms[0]]) ?? 'Place';
	return {
		'@context': 'https://schema.org',
		'@graph': [
			{
				'@type': 'Service',
				'@id': '#service',
				name: card.name,
				...(card.aka && { alternateName: card.aka }),
				description: detail.description,
				serviceType: card.terms.map(termLabel),
				provider: { '@type': 'Organization', name: card.org },
				areaServed: areas,
				...audience(card.minAge, card.maxAge),
				...(detail.cost?.option === 'free' && { offers: { '@type': 'Offer', price: 0, priceCurrency: 'GBP' } }),
				...(hours.usual.length > 0 && { hoursAvailable: [...hours.usual, ...hours.special] }),
				availableChannel: [
					...phones.map(phoneChannel),
					...(detail.urls ?? []).map(({ url }) => ({ '@type': 'ServiceChannel', serviceUrl: url })),
					...places.map((_, i) => ({ '@type': 'ServiceChannel', serviceLocation: { '@id': placeId(i) } }))
				]
			},
			...places.map((place, i) => placeThing(place, i, placeType, card.name, holidays))
		]
	};
}

const placeId = (i: number) => `#place-${i + 1}`;

function audience(min: number | undefined, max: number | undefined) {
	if (min === undefined && max === undefined) return {};
	return {
		audience: {
			'@type': 'PeopleAudience',
			...(min !== undefined && { suggestedMinAge: min }),
			...(max !== undefined && { suggestedMaxAge: max })
		}
	};
}

function phoneChannel({ number, kind, label }: PhoneDetail): Thing {
	const contact = { '@type': 'ContactPoint', telephone: number, ...(label && { contactType: label }) };
	return { '@type': 'ServiceChannel', [kind === 'text' ? 'serviceSmsNumber' : 'servicePhone']: contact };
}

function placeThing(place: LocationDetail, i: number, type: string, service: string, holidays: Holidays): Thing {
	const { usual, special } = openingHours(place.schedules, holidays);
	const isPoint = place.lat !== undefined && place.lon !== undefined && !place.approx;
	return {
		'@type': type,
		'@id': placeId(i),
		name: place.name ?? service,
		address: {
			'@type': 'PostalAddress',
			...(place.address && { streetAddress: place.address }),
			addressLocality: place.city,
			...(place.postcode && { postalCode: place.postcode }),
			addressCountry: 'GB'
		},
		...(isPoint && { geo: { '@type': 'GeoCoordinates', latitude: place.lat, longitude: place.lon } }),
		...(usual.length > 0 && { openingHoursSpecification: usual }),
		...(special.length > 0 && { specialOpeningHoursSpecification: special })
	};
}
