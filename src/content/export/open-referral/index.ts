import { ATTRIBUTIONS, CONTENT_CAUTION, CONTENT_LICENCE } from '../../../data/pages/licence.ts';
import type { Publication } from '../publication.ts';
import { hsdsOrganizations } from './organization.ts';
import { hsdsService, hsdsServiceBasic } from './service.ts';
import { hsdsVocabulary } from './taxonomy.ts';
import type { HsdsPage, HsdsServiceAtLocation, HsdsServiceBasic } from './types.ts';

export type * from './types.ts';

/** The profile that the files follow, and where it is kept. */
const VERSION = 'HSDS-UK-3.0';
const PROFILE = 'https://github.com/OpenReferralUK/uk-profile';

/**
 * The nine endpoints of Open Referral UK 3.0, and HSDS's two for organizations, as files: `services.json` is the list,
 * `services/<uuid>.json` one service in full, `index.json` the root. A host can answer the plain addresses from them
 * (deploy/README.md). `types.ts` says what is in each.
 * @param site address of the site, https and without a slash at its end; without one the root cannot name the OpenAPI file
 * @returns values to be written as JSON, by path
 */
export function openReferral(publication: Publication, site?: string): Map<string, unknown> {
	const organizations = hsdsOrganizations(publication);
	const vocabulary = hsdsVocabulary(publication.taxonomy);
	const services = publication.services.map((each) => {
		const organization = organizations.get(each.organization.id);
		if (!organization) throw new Error(`${each.card.id}: its organization is not among those published`);
		return {
			basic: hsdsServiceBasic(each, organization),
			full: hsdsService(each, organization, vocabulary, publication)
		};
	});
	const places = services.flatMap(({ basic, full }) => {
		const { service_at_locations = [], ...service } = full;
		return service_at_locations.map((place) => ({ list: listed(place, basic), full: { ...place, service } }));
	});
	const basicOrganizations = [...organizations.values()].map(({ organization_identifiers, ...basic }) => basic);
	return new Map<string, unknown>([
		['index.json', root(site)],
		['services.json', page(services.map(({ basic }) => basic))],
		...each('services', services.map(({ full }) => full)),
		['organizations.json', page(basicOrganizations)],
		...each('organizations', [...organizations.values()]),
		['service_at_locations.json', page(places.map(({ list }) => list))],
		...each('service_at_locations', places.map(({ full }) => full)),
		['taxonomies.json', page(vocabulary.taxonomies)],
		...each('taxonomies', vocabulary.taxonomies),
		['taxonomy_terms.json', page(vocabulary.terms)],
		...each('taxonomy_terms', vocabulary.terms)
	]);
}

const each = (folder: string, entities: readonly { id: string }[]): [string, unknown][] =>
	entities.map((entity) => [`${folder}/${entity.id}.json`, entity]);

/** A service at a location as lists have it: no addresses, phones or times. */
function listed({ id, service_id, location_id, location }: HsdsServiceAtLocation, service: HsdsServiceBasic) {
	const { addresses, accessibility, ...basicLocation } = location;
	return { id, service_id, location_id, location: basicLocation, service };
}

function page<T>(contents: T[]): HsdsPage<T> {
	return {
		total_items: contents.length,
		total_pages: 1,
		page_number: 1,
		size: contents.length,
		first_page: true,
		last_page: true,
		empty: contents.length === 0,
		...terms(),
		contents
	};
}

function root(site: string | undefined) {
	return {
		version: VERSION,
		profile: PROFILE,
		...(site !== undefined && { openapi_url: `${site}/data/openapi.json` }),
		...terms()
	};
}

const terms = () => ({ licence: CONTENT_LICENCE.url, attribution: ATTRIBUTIONS, caution: CONTENT_CAUTION });
