import { bareUrl, emailAddress, numbersIn, partialDate, webAddress, wholePostcode } from '../feed/contacts.ts';
import { distinct } from '../feed/distinct.ts';
import type { FeedLocation, FeedLog, FeedOrganization, FeedPhone, FeedService, UrlKind } from '../feed/feed.ts';
import { Fields } from '../feed/fields.ts';
import { readTimes } from '../feed/times.ts';
import type { ServiceRow } from './tables.ts';

/** What `readService` needs besides the row. */
export interface ReadContext {
	log: FeedLog;
	/** Today, YYYY-MM-DD: nothing was checked after it, and times that ended before are not used. */
	asOf: string;
}

const SCHEDULES = ['schedules', 'schedule', 'regular_schedules', 'regular_schedule'] as const;
const ENDED = /^(inactive|defunct|temporarily[ _-]?closed|closed|deleted)$/i;
const OLDEST = 120;
/** What a single answer has and a list may leave out. */
const PARTS = [
	'phones',
	'contacts',
	'service_at_locations',
	'schedules',
	'regular_schedules',
	'service_areas',
	'attributes',
	'locations'
];
/** Attributes that say for whom and how, not what. */
const NOT_KINDS = /audience|substance|access|referral|front_door|eligib|cost|language/i;

/** A service of HSDS 3.0, ORUK 1.0 or ORUK 3.0 in our own words; undefined when it has no name. */
export function readService({ raw, at }: ServiceRow, { log, asOf }: ReadContext): FeedService | undefined {
	const service = new Fields(raw, 'service', at, log);
	const name = service.text('name');
	if (name === undefined) {
		log.note(at, 'a service without a name is not used');
		return undefined;
	}
	const organization = service.one('organization', 'organization');
	const contacts = service.many('contact', 'contacts', 'contact');
	const places = service.many('service_at_location', 'service_at_locations', 'service_at_location');
	const times = readTimes(service.many('schedule', ...SCHEDULES), asOf, log);
	const ages = service.many('eligibility', 'eligibilitys', 'eligibilities', 'eligibility');
	const costs = service.many('cost_option', 'cost_options');
	const attributes = service.many(
		'attribute',
		'attributes',
		'service_taxonomys',
		'service_taxonomies',
		'other_attributes'
	);
	const areas = service.many('service_area', 'service_areas');
	const languages = service.many('language', 'languages', 'language');
	const notes = [...times.notes];
	const say = (what: string, ...texts: (string | undefined)[]) => {
		for (const text of texts) if (text !== undefined) notes.push(`${what}: ${text}`);
	};
	say('Alert', service.text('alert'));
	say('How to apply', service.text('application_process'));
	say('Accreditations', service.text('accreditations'));
	const eligibility = [
		service.text('eligibility_description'),
		...ages.map((each) => each.text('eligibility', 'eligibility_description'))
	];

	const found: FeedService = {
		at,
		brief: !Object.keys(raw).some((key) => PARTS.includes(key)),
		id: service.text('id') ?? at,
		otherIds: service.texts('url_id', 'external_identifier', 'local_identifier'),
		name,
		otherNames: service.texts('alternate_name').flatMap((names) => names.split(/\s*;\s*/)),
		...optional('description', service.text('description')),
		...optional('organization', organization && readOrganization(organization)),
		ended: ENDED.test(service.text('status') ?? ''),
		...optional('minimum_age', age(service.number('minimum_age') ?? least(ages, 'minimum_age'), at, log)),
		...optional('maximum_age', age(service.number('maximum_age') ?? least(ages, 'maximum_age'), at, log)),
		...optional(
			'eligibility',
			eligibility.find((text) => text !== undefined)
		),
		...optional('wait', service.text('wait_time')),
		...optional('cost', readCost(costs, service.text('fees_description', 'fees'), notes)),
		...optional('languages', textsOf(languages, 'name', 'language', 'note', 'code').join(', ') || undefined),
		phones: readPhones([service, ...contacts], log),
		emails: readEmails([service, ...contacts], log),
		urls: readUrls(service, log),
		schedules: times.schedules,
		locations: [],
		kinds: [
			...attributes.flatMap((each) => {
				const terms = each.many('taxonomy_term', 'taxonomy_term', 'taxonomy');
				const words = [...textsOf(terms, 'code'), ...textsOf(terms, 'name', 'term'), ...each.texts('value', 'label')];
				return NOT_KINDS.test(each.text('link_type') ?? '') ? [] : words;
			}),
			...service.texts('taxonomies', 'taxonomy_terms', 'categories', 'category', 'type')
		],
		areas: textsOf(areas, 'name', 'service_area', 'description'),
		...optional('date', checkedDay(service, asOf, log)),
		notes
	};
	for (const contact of contacts) {
		say(
			'Contact',
			[contact.text('name'), contact.text('title'), contact.text('department')].filter(Boolean).join(', ') || undefined
		);
	}
	found.locations = [
		...places.map((place) => readPlace(place, found, { log, asOf })),
		...service.many('location', 'locations', 'location').map((location) => readLocation(location, { log, asOf }, notes))
	].filter((location) => Object.values(location).some((value) => !Array.isArray(value) || value.length > 0));
	if (
		organization &&
		found.phones.length + found.emails.length === 0 &&
		found.locations.every(({ phones }) => phones.length === 0)
	) {
		// The organization's own line, when the service has none.
		const shared = [organization, ...organization.many('contact', 'contacts')];
		found.phones = readPhones(shared, log).map((phone) => ({ ...phone, label: `Main number of the organisation` }));
		found.emails = readEmails(shared, log);
	}
	organization?.skip('url_id', 'parent_organization_id', 'logo', 'email', 'phones', 'contacts');
	service.skip(
		'sources',
		'accessibility',
		'url_id',
		'organization_id',
		'program_id',
		'assurer_email',
		'licenses',
		'deliverable_type',
		'attending_type',
		'attending_access'
	);
	for (const each of [service, organization, ...contacts, ...ages, ...costs, ...attributes, ...areas, ...languages]) {
		each?.skip(
			'assured',
			'service_id',
			'link_id',
			'link_type',
			'link_entity',
			'taxonomy_term_id',
			'extent',
			'extent_type',
			'uri',
			'code',
			'minimum_age',
			'maximum_age'
		);
		each?.done();
	}
	return found;
}

/** A field only when it has a value. */
function optional<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
	const field: { [K in Key]?: Value } = {};
	if (value !== undefined) field[key] = value;
	return field;
}

const textsOf = (parts: readonly Fields[], ...names: string[]) => parts.flatMap((part) => part.text(...names) ?? []);

const least = (parts: readonly Fields[], name: string) =>
	parts
		.map((part) => part.number(name))
		.filter((value) => value !== undefined)
		.toSorted((a, b) => a - b)[0];

function age(years: number | undefined, at: string, log: FeedLog): number | undefined {
	if (years === undefined) return undefined;
	if (Number.isInteger(years) && years >= 0 && years <= OLDEST) return years;
	log.note(at, `an age of ${years} years is not possible`);
	return undefined;
}

function checkedDay(service: Fields, asOf: string, log: FeedLog): string | undefined {
	const written = [service.text('assured_date'), service.text('last_modified', 'last_updated', 'updated_at')];
	for (const text of written) {
		const date = text === undefined ? undefined : partialDate(text);
		if (text !== undefined && date === undefined) log.note(service.at, `"${text}" is no date`);
		if (date === undefined) continue;
		if (date <= asOf.slice(0, date.length)) return date;
		log.note(service.at, `the date ${date} is still to come`);
	}
	return undefined;
}

const SCHEMES = ['GB-CHC', 'GB-COH', 'GB-NHS', 'GB-LAE'] as const;

function readOrganization(organization: Fields): FeedOrganization | undefined {
	const name = organization.text('name');
	if (name === undefined) return undefined;
	const website = webAddress(organization.text('website', 'url') ?? '');
	const identifiers = organization
		.many('organization_identifier', 'organization_identifiers', 'identifiers')
		.flatMap((each) => {
			const written = each.text('identifier_scheme', 'scheme', 'identifier_type') ?? '';
			const scheme =
				SCHEMES.find((known) => known === written.toUpperCase()) ??
				(/charit/i.test(written) ? 'GB-CHC' : /compan/i.test(written) ? 'GB-COH' : undefined);
			const identifier = each.text('identifier')?.replace(/^GB-[A-Z]{3}-/, '');
			return scheme === undefined || identifier === undefined ? [] : [{ scheme, identifier }];
		});
	return {
		name,
		...optional('description', organization.text('description')),
		...optional('website', website),
		identifiers
	};
}

function readPhones(holders: readonly Fields[], log: FeedLog): FeedPhone[] {
	const phones = holders.flatMap((holder) => [
		...holder.many('phone', 'phones', 'phone').flatMap((phone) => {
			const type = phone.text('type')?.toLowerCase() ?? '';
			const kind = /text|sms/.test(type) && !/textphone/.test(type) ? ('text' as const) : ('voice' as const);
			const label = phone.text('label', 'description', 'name');
			const written = phone.text('number', 'phone_number');
			const languages = phone.many('language', 'languages');
			phone.skip(
				'assured',
				'description',
				'instruction',
				'language',
				'extension',
				'contact_id',
				'service_id',
				'location_id',
				'organization_id',
				'service_at_location_id'
			);
			const hours = phone.text('hours', 'opening_hours');
			phone.done();
			for (const language of languages) language.skip('name', 'code', 'note');
			if (written === undefined) return [];
			if (/fax|pager/.test(type)) {
				log.leave(`phone (${type})`);
				return [];
			}
			return readNumber(written, kind, { ...optional('label', label), ...optional('hours', hours) }, phone.at, log);
		}),
		...holder.texts('telephone', 'phone_number', 'tel').flatMap((text) => readNumber(text, 'voice', {}, holder.at, log))
	]);
	return distinct(phones, ({ kind, number }) => `${kind} ${number.replaceAll(/\D/g, '')}`);
}

function readNumber(
	written: string,
	kind: FeedPhone['kind'],
	more: Omit<FeedPhone, 'number' | 'kind'>,
	at: string,
	log: FeedLog
): FeedPhone[] {
	const numbers = numbersIn(written, kind);
	if (numbers.length === 0) log.note(at, `"${written}" is no phone number that can be dialled in the UK`);
	return numbers.map((number) => ({ number, kind, ...more }));
}

function readEmails(holders: readonly Fields[], log: FeedLog): FeedService['emails'] {
	const emails = holders.flatMap((holder) =>
		holder.texts('email', 'emails').flatMap((written) => {
			const address = emailAddress(written);
			if (address === undefined) log.note(holder.at, `"${written}" is no e-mail address`);
			return address === undefined ? [] : [{ address }];
		})
	);
	return distinct(emails, ({ address }) => address.toLowerCase());
}

const URL_KINDS: readonly UrlKind[] = ['website', 'referral-form', 'chat', 'information', 'meetings'];

function readUrls(service: Fields, log: FeedLog): FeedService['urls'] {
	const more = service.many('url', 'urls').map((each) => ({
		written: each.text('url') ?? '',
		kind: URL_KINDS.find((kind) => kind === each.text('kind')) ?? 'website',
		label: each.text('label')
	}));
	const plain = service
		.texts('url', 'website')
		.map((written) => ({ written, kind: 'website' as const, label: undefined }));
	const urls = [...more, ...plain].flatMap(({ written, kind, label }) => {
		const url = webAddress(written);
		if (url === undefined) log.note(service.at, `"${written}" is no web address`);
		return url === undefined ? [] : [{ url, kind, ...optional('label', label) }];
	});
	return distinct(urls, ({ url }) => bareUrl(url));
}

/** A place where the service is given: its own times and phones stand beside those of the building. */
function readPlace(place: Fields, service: FeedService, context: ReadContext): FeedLocation {
	const notes = service.notes;
	const location = place.one('location', 'location');
	const found = location ? readLocation(location, context, notes) : { phones: [], schedules: [] };
	const times = readTimes(place.many('schedule', ...SCHEDULES), context.asOf, context.log);
	const contacts = place.many('contact', 'contacts');
	notes.push(...times.notes);
	const description = place.text('description');
	if (description !== undefined) notes.push(`At this place: ${description}`);
	place.skip('service_id', 'location_id', 'service');
	const phones = readPhones([place, ...contacts], context.log);
	for (const contact of contacts) contact.skip('name', 'title', 'department');
	for (const each of [place, ...contacts]) each.done();
	return {
		...found,
		phones: distinct([...phones, ...found.phones], ({ kind, number }) => `${kind} ${number.replaceAll(/\D/g, '')}`),
		schedules: times.schedules.length > 0 ? times.schedules : found.schedules
	};
}

function readLocation(location: Fields, { log, asOf }: ReadContext, notes: string[]): FeedLocation {
	const addresses = location.many(
		'address',
		'addresses',
		'physical_addresses',
		'physical_address',
		'address',
		'partial_address'
	);
	// A place to send letters to is no door.
	const address = addresses.find((each) => each.text('address_type')?.toLowerCase() !== 'postal') ?? addresses[0];
	const times = readTimes(location.many('schedule', ...SCHEDULES), asOf, log);
	const access = location.many('accessibility', 'accessibility', 'accessibility_for_disabilities');
	const position = readPosition(location, log);
	const written = address?.text('postal_code', 'postcode', 'post_code');
	const postcode = written === undefined ? undefined : wholePostcode(written);
	if (written !== undefined && postcode === undefined) log.note(location.at, `"${written}" is no postcode of the UK`);
	notes.push(...times.notes);
	const lines = [address?.text('address_1', 'address1', 'street'), address?.text('address_2', 'address2')].filter(
		(line) => line !== undefined
	);
	const found: FeedLocation = {
		...optional('name', location.text('name')),
		...optional('address_1', lines.join(', ') || undefined),
		...optional('city', address?.text('city', 'town')),
		...optional('postal_code', postcode),
		...position,
		...optional('directions', location.text('transportation')),
		...optional('accessibility', textsOf(access, 'description', 'accessibility', 'details').join(' ') || undefined),
		phones: readPhones([location, ...location.many('contact', 'contacts')], log),
		schedules: times.schedules
	};
	address?.skip('attention', 'region', 'state_province', 'country', 'location_id');
	location.skip(
		'approximate',
		'assured',
		'location_type',
		'organization_id',
		'url',
		'description',
		'external_identifier',
		'external_identifier_type',
		'alternate_name'
	);
	for (const each of access) each.skip('details', 'url', 'accessibility', 'location_id');
	for (const each of [location, address, ...access]) each?.done();
	return found;
}

/** England and its surroundings; anything else is a slip (0, 0; latitude and longitude the wrong way round). */
function readPosition(location: Fields, log: FeedLog): Pick<FeedLocation, 'latitude' | 'longitude'> {
	const latitude = location.number('latitude', 'lat');
	const longitude = location.number('longitude', 'lon', 'lng');
	if (latitude === undefined || longitude === undefined) return {};
	if (latitude >= 49 && latitude <= 61 && longitude >= -9 && longitude <= 3) return { latitude, longitude };
	log.note(location.at, `the point ${latitude}, ${longitude} is not in the UK`);
	return {};
}

const FREE = /^(free\b|no (charge|cost|fee)s?\b|£?0(\.00)?$)/i;

function readCost(options: readonly Fields[], fees: string | undefined, notes: string[]): FeedService['cost'] {
	const said = options.map((option) => ({
		amount: option.number('amount'),
		words: [option.text('option'), option.text('amount_description'), option.text('cost_description')].filter(
			(text) => text !== undefined
		)
	}));
	for (const option of options) option.skip('valid_from', 'valid_to', 'currency');
	const words = [...(fees === undefined ? [] : [fees]), ...said.flatMap((each) => each.words)].join('; ');
	if (said.some(({ amount }) => amount !== undefined && amount > 0)) {
		return { option: 'paid', ...(words !== '' && { description: words }) };
	}
	if (FREE.test(words.trim()) || (said.length > 0 && said.every(({ amount }) => amount === 0)))
		return { option: 'free' };
	if (words !== '') notes.push(`Cost: ${words}`);
	return undefined;
}
