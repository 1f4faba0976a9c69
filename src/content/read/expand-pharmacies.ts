import type { PharmacyFileRecord } from '../schema/pharmacies.ts';
import type { ServiceRecord } from '../schema/service.ts';
import type { Read } from './kinds.ts';
import type { Path } from './problem.ts';

/** The organization of a pharmacy of which only the NHS list is known. */
export const PHARMACY_ORGANIZATION = 'community-pharmacy';

/** The fact file that the rows come from. */
const FACT_FILE = 'pharmacies.csv';
const SOURCE = 'nhs-pharmacy-list';
const OWN_RECORD = 'This pharmacy has a page of its own that says what else it does there.';

type Row = PharmacyFileRecord['pharmacies'][number];

/** Fields of a full record that are written in the row itself; all else stands at the top of the file. */
const ROW_FIELD: Readonly<Record<string, keyof Row>> = {
	id: 'id',
	name: 'name',
	address_1: 'address_1',
	city: 'city',
	postal_code: 'postal_code',
	number: 'phone',
	latitude: 'latitude',
	longitude: 'longitude',
	service_areas: 'council'
};

/** Fields that a row which is not shown decides for itself; for all other rows they stand at the top of the file. */
const DRAFT_FIELDS: ReadonlySet<Path[number]> = new Set(['listing', 'listing_reason']);

/** Of a pharmacy with a record of its own that record is shown, and the row's old address leads there. */
function listingOf(file: PharmacyFileRecord, row: Row): Pick<ServiceRecord, 'listing' | 'listing_reason' | 'replaced_by'> {
	if (row.replaced_by !== undefined) {
		return { listing: 'superseded', listing_reason: OWN_RECORD, replaced_by: row.replaced_by };
	}
	if (row.not_shown !== undefined) return { listing: 'draft', listing_reason: row.not_shown };
	return { listing: file.listing, listing_reason: file.listing_reason };
}

function full(file: PharmacyFileRecord, row: Row, councils: readonly string[]): ServiceRecord {
	const provenance = { sources: [SOURCE], assured: file.assured };
	return {
		id: row.id,
		name: row.name,
		organization: PHARMACY_ORGANIZATION,
		...listingOf(file, row),
		facts: [
			{
				file: file.feed === undefined ? FACT_FILE : `feeds/${file.feed}`,
				name: row.ods_code ?? `${row.listed_as ?? row.name}, ${row.postal_code}`
			}
		],
		taxonomy_terms: ['pharmacy'],
		description: file.description,
		eligibility: {},
		// A pharmacy serves whoever comes in. Its own council first, for ranking; then the rest of the area that its pack covers.
		service_areas: [row.council, ...councils.filter((council) => council !== row.council)],
		access: { ways: row.phone === undefined ? ['walk-in'] : ['walk-in', 'phone'], referral: ['self'] },
		...(row.phone !== undefined && { phones: [{ number: row.phone, kind: 'voice' as const, ...provenance }] }),
		locations: [
			{
				address_1: row.address_1,
				city: row.city,
				postal_code: row.postal_code,
				...(row.latitude !== undefined && { latitude: row.latitude }),
				...(row.longitude !== undefined && { longitude: row.longitude }),
				...provenance
			}
		],
		sources: { [SOURCE]: file.source }
	};
}

/**
 * One full service record for each row of a pharmacies.yaml; a draft for a row that is `not_shown`.
 * @param councils ids of the councils of the file's area
 */
export function expandPharmacies(file: Read<PharmacyFileRecord>, councils: readonly string[]): Read<ServiceRecord>[] {
	return file.record.pharmacies.map((row, index) => ({
		record: full(file.record, row, councils),
		area: file.area,
		file: file.file,
		at: (path: Path) => {
			if (row.replaced_by !== undefined && (path[0] === 'replaced_by' || path[0] === 'listing')) {
				return file.at(['pharmacies', index, 'replaced_by']);
			}
			const field = path.map((key) => ROW_FIELD[key]).findLast((key) => key !== undefined);
			if (field !== undefined) return file.at(['pharmacies', index, field]);
			const [top] = path;
			if (row.not_shown !== undefined && top !== undefined && DRAFT_FIELDS.has(top)) {
				return file.at(['pharmacies', index, 'not_shown']);
			}
			return typeof top === 'string' && top in file.record ? file.at([top]) : file.at(['pharmacies', index]);
		}
	}));
}
