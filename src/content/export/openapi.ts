import { CONTENT_CAUTION, CONTENT_LICENCE } from '../../data/pages/licence.ts';

/** The commit of the UK profile's schemas that the export is checked against. */
const SCHEMAS =
	'https://raw.githubusercontent.com/OpenReferralUK/uk-profile/ecdfabf78944d480d7f580d08b702b08cbec4b09/schema';
const UUID = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } };

const EXTRA =
	'Beside the fields of the UK profile: HSDS 3.0 fields that it drops (phones, contacts[].email, eligibility_description, application_process, wait_time, fees_description, alternate_name, attributes[].taxonomy_term.code), and our own (url_id, urls, schedules[].opening_hours in OpenStreetMap syntax, assured, sources, location.partial_address, location.approximate).';

/** Lists and single records of Open Referral UK: their schema in lists and alone, from the profile's repository. */
const ENTITIES = {
	services: {
		one: 'service',
		list: 'compiled/service_list',
		full: 'compiled/service',
		required: ['id', 'name', 'status', 'organization_id']
	},
	organizations: {
		one: 'organization',
		list: 'compiled/organization_list',
		full: 'compiled/organization',
		required: ['id', 'name', 'description']
	},
	service_at_locations: {
		one: 'service at a location',
		list: 'compiled/service_at_location_list',
		full: 'compiled/service_at_location',
		required: ['id', 'service_id', 'location_id', 'location']
	},
	taxonomies: { one: 'taxonomy', list: 'taxonomy', full: 'taxonomy', required: ['id', 'name', 'description'] },
	taxonomy_terms: {
		one: 'taxonomy term',
		list: 'taxonomy_term',
		full: 'taxonomy_term',
		required: ['id', 'name', 'description']
	}
} as const;

/** OpenAPI 3.1: a description of every file that is given out. `site` as for `exportFiles`. */
export function openApi(made: string, site?: string) {
	return {
		openapi: '3.1.0',
		info: {
			title: 'Fingerpost open data',
			version: made,
			summary: 'Help with drugs and alcohol: who helps, where, when and how to reach them.',
			description: `Static files: no key, no query, no limit. ${CONTENT_CAUTION} Each list is one page that holds everything. Hosts set up as in deploy/ also answer the addresses of Open Referral UK without ".json".`,
			license: { name: CONTENT_LICENCE.name, identifier: CONTENT_LICENCE.spdx }
		},
		// Without the site's address: where this file stands.
		servers: [{ url: site === undefined ? '.' : `${site}/data` }],
		paths: {
			'/open-referral/index.json': get('about', 'The version of the standard, and the terms of use', json({ type: 'object', required: ['version', 'profile'] })),
			...Object.fromEntries(Object.entries(ENTITIES).flatMap(([name, entity]) => pathsOf(name, entity))),
			'/services.geojson': get('geojson', 'Every place that has a point, as GeoJSON (RFC 7946)', {
				'application/geo+json': { schema: { type: 'object', required: ['type', 'features'] } }
			}),
			'/services.csv': get('csv', 'A table: one row for each service at each place (RFC 4180, UTF-8)', {
				'text/csv': { schema: { type: 'string' } }
			}),
			'/meetings.json': get('meetings', 'Mutual aid meetings whose day and time are known, as Meeting Guide JSON', json({
				type: 'array',
				items: { type: 'object', required: ['name', 'slug', 'day', 'time'] }
			})),
			'/licence.txt': get('licence', 'The terms of use and whom to name', { 'text/plain': { schema: { type: 'string' } } }),
			'/openapi.json': get('openapi', 'This description', json({ type: 'object' }))
		},
		components: { schemas: { Page: PAGE }, parameters: { id: UUID } }
	};
}

const PAGE = {
	type: 'object',
	required: ['total_items', 'total_pages', 'page_number', 'size', 'first_page', 'last_page', 'empty', 'contents'],
	properties: {
		total_items: { type: 'integer' },
		total_pages: { type: 'integer', const: 1 },
		page_number: { type: 'integer', const: 1 },
		size: { type: 'integer' },
		first_page: { type: 'boolean', const: true },
		last_page: { type: 'boolean', const: true },
		empty: { type: 'boolean' },
		licence: { type: 'string', format: 'uri' },
		attribution: { type: 'array', items: { type: 'string' } },
		caution: { type: 'string' },
		contents: { type: 'array' }
	}
};

function pathsOf(
	name: string,
	{ one, list, full, required }: (typeof ENTITIES)[keyof typeof ENTITIES]
): [string, object][] {
	const items = entity(list, required);
	return [
		[
			`/open-referral/${name}.json`,
			get(
				`list_${name}`,
				`All: ${name.replaceAll('_', ' ')}`,
				json({ $ref: '#/components/schemas/Page', properties: { contents: { type: 'array', items } } })
			)
		],
		[
			`/open-referral/${name}/{id}.json`,
			{
				parameters: [{ $ref: '#/components/parameters/id' }],
				...get(`get_${name}`, `One ${one} with all that belongs to it`, json(entity(full, required)), EXTRA)
			}
		]
	];
}

/** What every one of them has; the profile's own schema, which it also fits, is named beside it. */
const entity = (schema: string, required: readonly string[]) => ({
	type: 'object',
	required,
	properties: { id: UUID.schema },
	externalDocs: { description: 'Schema of Open Referral UK', url: `${SCHEMAS}/${schema}.json` }
});

const json = (schema: object) => ({ 'application/json': { schema } });

const get = (operationId: string, summary: string, content: object, description?: string) => ({
	get: { operationId, summary, ...(description && { description }), responses: { 200: { description: summary, content } } }
});
