import type { Detail } from '../../../data/record.ts';
import type { Publication, PublishedService } from '../publication.ts';
import { uuidOf } from './ids.ts';
import { hsdsPhone, hsdsPlaces } from './location.ts';
import { hsdsSchedules } from './schedule.ts';
import type { Vocabulary } from './taxonomy.ts';
import type { HsdsOrganization, HsdsService, HsdsServiceBasic } from './types.ts';

const COSTS: Readonly<Record<NonNullable<Detail['cost']>['option'], string>> = {
	free: 'Free',
	paid: 'Paid',
	'some-free': 'Some of it is free',
	'call-charge': 'Calls are charged'
};
const FIRST_DAY = '-01-01';

/** A service as lists have it. */
export function hsdsServiceBasic({ card, detail }: PublishedService, organization: HsdsOrganization): HsdsServiceBasic {
	const { eligibility, access, cost } = detail;
	const { organization_identifiers, ...basicOrganization } = organization;
	return {
		id: uuidOf('service', card.id),
		url_id: card.id,
		organization_id: organization.id,
		name: card.name,
		...(card.aka && { alternate_name: card.aka.join('; ') }),
		description: detail.description,
		...(card.web && { url: card.web }),
		...(detail.emails?.[0] && { email: detail.emails[0].address }),
		status: 'active',
		...(card.minAge !== undefined && { minimum_age: card.minAge }),
		...(card.maxAge !== undefined && { maximum_age: card.maxAge }),
		...sentences('eligibility_description', eligibility?.description, eligibility?.notFor),
		...sentences('application_process', access?.description, access?.whatHappens),
		...(access?.wait && { wait_time: access.wait }),
		...(cost && { fees_description: [COSTS[cost.option], cost.description].filter(Boolean).join('. ') }),
		...(card.checked && { assured_date: firstDay(card.checked) }),
		...(card.listing === 'confirm-first' && { alert: detail.listingReason ?? 'Ring first.' }),
		organization: basicOrganization
	};
}

/** A service with all that belongs to it. */
export function hsdsService(
	service: PublishedService,
	organization: HsdsOrganization,
	vocabulary: Vocabulary,
	{ councils, holidays }: Publication
): HsdsService {
	const { card, detail } = service;
	const id = uuidOf('service', card.id);
	const secret = (detail.locations ?? []).filter(({ confidential }) => confidential);
	// A confidential place is not in the export; its phone and its times are, as those of the service.
	const phones = [detail, ...secret].flatMap((each) => each.phones ?? []).map((phone) => hsdsPhone(phone, [card.id]));
	const schedules = hsdsSchedules(
		[detail, ...secret].flatMap((each) => each.schedules ?? []),
		[card.id],
		holidays
	);
	const places = hsdsPlaces(card.id, detail.locations ?? [], councils, holidays);
	const areas = card.councils?.map((code) => ({ code, name: councils.get(code)?.name ?? code })) ?? [
		{ code: 'england', name: 'England' }
	];
	const { cost, languages, accessibility } = detail;
	return {
		...hsdsServiceBasic(service, organization),
		organization,
		...(phones.length > 0 && { phones }),
		...((phones.length > 0 || detail.emails) && { contacts: contactsOf(card.id, phones, detail.emails) }),
		...(detail.urls && {
			urls: detail.urls.map(({ url, kind, label, assured }) => ({ url, kind, ...(label && { label }), assured }))
		}),
		...(schedules.length > 0 && { schedules }),
		service_areas: areas.map((area) => ({ id: uuidOf('service_area', card.id, area.code), service_id: id, ...area })),
		...(places.length > 0 && { service_at_locations: places }),
		...(languages && { languages: [{ id: uuidOf('language', card.id), service_id: id, note: languages.text }] }),
		...(accessibility && { accessibility: { description: accessibility.text } }),
		...(cost && {
			cost_options: [
				{
					id: uuidOf('cost_option', card.id),
					service_id: id,
					option: COSTS[cost.option],
					...(cost.option === 'free' && { currency: 'GBP' as const, amount: 0 }),
					...(cost.description && { amount_description: cost.description })
				}
			]
		}),
		attributes: vocabulary.attributesOf(card),
		sources: detail.sources.map(({ url, document, pageDate, supports }) => ({
			...(url && { url }),
			...(document && { document }),
			page_date: pageDate,
			supports
		}))
	};
}

/** One contact for the phones, and one for each e-mail address. */
function contactsOf(
	service: string,
	phones: NonNullable<HsdsService['phones']>,
	emails: Detail['emails'] = []
): NonNullable<HsdsService['contacts']> {
	const service_id = uuidOf('service', service);
	return [
		...(phones.length ? [{ id: uuidOf('contact', service, 'phone'), service_id, phones }] : []),
		...emails.map(({ address, label, assured }) => ({
			id: uuidOf('contact', service, address, label ?? ''),
			service_id,
			...(label && { name: label }),
			email: address,
			assured
		}))
	];
}

/** Sentences that belong in one field of HSDS. */
function sentences<Key extends string>(key: Key, ...parts: (string | undefined)[]) {
	const text = parts.filter((part) => part !== undefined).join(' ');
	return text === '' ? {} : { [key]: text };
}

/** The first day of a year, a month or a day: no check is made to look newer than it is. */
export function firstDay(date: string): string {
	return `${date}${FIRST_DAY}`.slice(0, 'YYYY-MM-DD'.length);
}
