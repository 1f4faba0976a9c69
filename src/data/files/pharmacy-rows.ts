import type { Card, Detail } from '../record.ts';

/** A record as lists show it, and the rest of its page. */
export interface Whole {
	card: Card;
	detail: Detail;
}

/**
 * Pharmacies of one file, as they travel. Their records are alike but for a few facts: what they share is said once, and
 * each is a row of what is its own. A row gives a card and a detail: there is no file of details.
 */
export interface PharmacyRows {
	/** A record of which each row replaces what is its own. Its councils are all of the area, in order. */
	like: Whole;
	rows: PharmacyRow[];
	/** Records that are not like the others. */
	rest: Whole[];
}

/** What is a pharmacy's own. `id` is '' where name and postcode give it; 0 where nothing is known. */
export type PharmacyRow = readonly [
	id: string,
	name: string,
	address: string,
	city: string,
	postcode: string,
	council: string | 0,
	lat: number,
	lon: number,
	approx: 0 | 1,
	phone: string | 0
];

/** True for what `packPharmacies` (src/content/compile) writes. */
export function isPharmacyRows(value: unknown): value is PharmacyRows {
	return (
		typeof value === 'object' &&
		value !== null &&
		'like' in value &&
		'rows' in value &&
		Array.isArray(value.rows) &&
		'rest' in value &&
		Array.isArray(value.rest)
	);
}

/** Every record of the file. */
export function unpackPharmacies({ like, rows, rest }: PharmacyRows): Whole[] {
	return [...rows.map((row) => unpackPharmacy(like, row)), ...rest];
}

/** The record of one row. */
export function unpackPharmacy(like: Whole, row: PharmacyRow): Whole {
	const [ownId, name, address, city, postcode, council, lat, lon, isApprox, phone] = row;
	const id = ownId || pharmacyId(name, postcode);
	const { phone: _phone, ways, councils = [], ...card } = like.card;
	const { phones: [phoneLike] = [], locations: [placeLike] = [], ...detail } = like.detail;
	const point = { lat, lon, ...(isApprox === 1 && { approx: true as const }) };
	return {
		card: {
			...card,
			id,
			name,
			ways: phone === 0 ? ways.filter((way) => way !== 'phone') : ways,
			// Its own council first, for ranking.
			councils: [...councils].sort((a, b) => Number(b === council) - Number(a === council)),
			...(phone !== 0 && { phone }),
			places: [{ city, postcode, ...point }]
		},
		detail: {
			...detail,
			id,
			...(phone !== 0 &&
				phoneLike && { phones: [{ ...phoneLike, number: phone, dial: phone.replace(/[^\d+]/g, '') }] }),
			...(placeLike && {
				locations: [{ ...placeLike, address, city, postcode, ...(council !== 0 && { council }), ...point }]
			})
		}
	};
}

/** `pharmacy-boots-cm129bs`: the id that nearly all of them have. */
export function pharmacyId(name: string, postcode: string): string {
	const words = name
		.toLowerCase()
		.replace(/[’']/g, '')
		.replaceAll('&', 'and')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
	return `pharmacy-${words}-${postcode.toLowerCase().replace(' ', '')}`;
}
