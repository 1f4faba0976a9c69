import { isDeepStrictEqual } from 'node:util';
import { pharmacyId, unpackPharmacy, type PharmacyRow, type PharmacyRows, type Whole } from '../../../data/files/pharmacy-rows.ts';

/** Packs the records of pharmacies into rows. A record that its row would not give back exactly travels whole. */
export function packPharmacies(records: readonly Whole[]): PharmacyRows {
	const [first] = records.filter(({ card }) => card.phone !== undefined);
	if (!first) throw new Error('No pharmacy of a file has a phone number.');
	// What each row says itself is not said here too.
	const { phone: _phone, places: _places, councils = [], ...card } = first.card;
	const like: Whole = {
		card: { ...card, id: '', name: '', councils: [...councils].sort() },
		detail: {
			...first.detail,
			id: '',
			phones: (first.detail.phones ?? []).slice(0, 1).map((phone) => ({ ...phone, number: '', dial: '' })),
			locations: (first.detail.locations ?? []).slice(0, 1).map(({ sources, assured }) => ({ city: '', sources, assured }))
		}
	};
	const rows: PharmacyRow[] = [];
	const rest: Whole[] = [];
	for (const record of records) {
		const row = rowOf(record);
		if (isDeepStrictEqual(unpackPharmacy(like, row), record)) rows.push(row);
		else rest.push(record);
	}
	return { like, rows, rest };
}

function rowOf({ card, detail }: Whole): PharmacyRow {
	const { address = '', city = '', postcode = '', council = 0, lat = 0, lon = 0, approx } = detail.locations?.[0] ?? {};
	const id = card.id === pharmacyId(card.name, postcode) ? '' : card.id;
	return [id, card.name, address, city, postcode, council, lat, lon, approx ? 1 : 0, card.phone ?? 0];
}
