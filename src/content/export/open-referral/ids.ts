import { v5 } from 'uuid';

/**
 * The namespace of our UUIDs (RFC 9562, version 5): made once, at random, and never to be changed, for every id in every
 * copy of the data that somebody holds would change with it.
 */
const NAMESPACE = '4e269db7-ef81-4c2d-9a80-97a60453809a';

/** What an id stands for: part of the name that it is made from, so that no two kinds share one. */
export type Entity =
	| 'service'
	| 'organization'
	| 'organization_identifier'
	| 'location'
	| 'address'
	| 'accessibility'
	| 'service_at_location'
	| 'schedule'
	| 'phone'
	| 'contact'
	| 'service_area'
	| 'cost_option'
	| 'language'
	| 'attribute'
	| 'taxonomy'
	| 'taxonomy_term';

/** The UUID for our own id of something: the same for the same words, in every build. */
export const uuidOf = (entity: Entity, ...id: (string | number)[]): string => v5(`${entity}:${id.join('/')}`, NAMESPACE);
