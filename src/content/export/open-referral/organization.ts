import type { OrganizationRecord } from '../../schema/places/area.ts';
import type { Publication } from '../publication.ts';
import { uuidOf } from './ids.ts';
import type { HsdsOrganization } from './types.ts';

/** Lists of who an identifier is from (org-id.guide) in words. */
const SCHEMES: Readonly<Record<NonNullable<OrganizationRecord['identifiers']>[number]['scheme'], string>> = {
	'GB-CHC': 'Charity number (England and Wales)',
	'GB-COH': 'Company number',
	'GB-NHS': 'NHS organisation code',
	'GB-LAE': 'Local authority code (England)'
};
/** A list of all pharmacies would not help anybody. */
const MOST_NAMED = 5;

/** Organizations by our id. HSDS wants a description: where no source gives one, it says what we know, which is what it runs. */
export function hsdsOrganizations({ organizations, services }: Publication): Map<string, HsdsOrganization> {
	return new Map(
		organizations.map((record) => {
			const runs = services.filter(({ organization }) => organization === record).map(({ card }) => card.name);
			return [record.id, hsdsOrganization(record, runs)] as const;
		})
	);
}

function hsdsOrganization(record: OrganizationRecord, runs: readonly string[]): HsdsOrganization {
	const id = uuidOf('organization', record.id);
	const more = runs.length > MOST_NAMED ? ' and others' : '';
	return {
		id,
		url_id: record.id,
		name: record.name,
		description: record.description ?? `Runs ${runs.slice(0, MOST_NAMED).join(', ')}${more}.`,
		...(record.website && { website: record.website }),
		...(record.identifiers && {
			organization_identifiers: record.identifiers.map(({ scheme, identifier }) => ({
				id: uuidOf('organization_identifier', record.id, scheme, identifier),
				organization_id: id,
				identifier_scheme: scheme,
				identifier_type: SCHEMES[scheme],
				identifier
			}))
		})
	};
}
