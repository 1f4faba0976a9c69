import { stringify } from 'csv-stringify/sync';
import { CONTENT_LICENCE } from '../../data/pages/licence.ts';
import type { LocationDetail } from '../../data/record.ts';
import { hoursLine, openPlaces, pageOf } from './places.ts';
import type { Publication, PublishedService } from './publication.ts';

/** Between several values in one cell. */
const AND = ' | ';

type Row = Record<string, string | number | undefined>;

/**
 * The services as a table: one row for each service at each place, and one for a service that has none.
 * RFC 4180, UTF-8 with a byte order mark (spreadsheets take it for another alphabet without). A cell that a spreadsheet
 * would run as a formula begins with an apostrophe.
 */
export function csv({ services, councils }: Publication, site?: string): string {
	const rows = services.flatMap((service) => {
		const places = openPlaces(service);
		const areas = service.card.councils?.map((id) => councils.get(id)?.name ?? id).join(AND) ?? 'England';
		return (places.length ? places : [undefined]).map((place) => ({
			...serviceCells(service, areas, site),
			...placeCells(place, councils)
		}));
	});
	return csvOf(rows);
}

/** Rows as text; the keys of the first one are the heading. */
export function csvOf(rows: readonly Row[]): string {
	return stringify([...rows], { header: true, bom: true, record_delimiter: 'windows', escape_formulas: true });
}

function serviceCells({ card, detail }: PublishedService, areas: string, site: string | undefined): Row {
	return {
		id: card.id,
		name: card.name,
		other_names: card.aka?.join(AND),
		organization: card.org,
		area: card.area,
		main_kind: card.terms[0],
		kinds: card.terms.join(AND),
		certainty: card.listing,
		certainty_reason: detail.listingReason,
		description: detail.description,
		who_for: detail.eligibility?.description,
		not_for: detail.eligibility?.notFor,
		minimum_age: card.minAge,
		maximum_age: card.maxAge,
		audiences: card.who?.join(AND),
		substances: card.substances?.join(AND),
		ways_in: card.ways.join(AND),
		referral: card.referral.join(AND),
		how_to_start: detail.access?.description,
		what_happens: detail.access?.whatHappens,
		wait: detail.access?.wait,
		cost: detail.cost?.option,
		phone: card.phone,
		phone_note: card.phoneNote,
		text_line: card.textLine,
		all_phones: detail.phones?.map(({ number, label }) => (label ? `${label}: ${number}` : number)).join(AND),
		emails: detail.emails?.map(({ address }) => address).join(AND),
		website: card.web,
		opening_hours: hoursLine(detail.schedules),
		service_areas: areas,
		last_seen: card.checked,
		page: pageOf(card.id, site),
		licence: `${CONTENT_LICENCE.spdx}, see licence.txt`
	};
}

function placeCells(place: LocationDetail | undefined, councils: Publication['councils']): Row {
	return {
		place: place?.name,
		address: place?.address,
		city: place?.city,
		postcode: place?.postcode,
		council: place?.council && councils.get(place.council)?.name,
		latitude: place?.lat,
		longitude: place?.lon,
		point: place?.lat === undefined ? undefined : place.approx ? 'approximate' : 'postcode',
		place_phones: place?.phones?.map(({ number }) => number).join(AND),
		place_opening_hours: hoursLine(place?.schedules),
		place_accessibility: place?.accessibility
	};
}
