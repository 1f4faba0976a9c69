import { FeedError } from '../feed/feed-error.ts';
import type { FeedLog } from '../feed/feed.ts';
import { isRaw, type Raw } from '../feed/fields.ts';
import type { FeedValue } from '../feed/json.ts';

/**
 * Everything that a feed holds, by kind, however it is spread: one service, a page of them, an organization with its
 * services, a folder of pages, or flat tables whose rows name each other by id. Gives services with all their parts inside.
 */

export interface ServiceRow {
	at: string;
	raw: Raw;
}

/** Kinds of HSDS 3.0 and ORUK, with the names they go by in either version. The first name is that of the list in a parent. */
const NAMES = {
	service: ['services', 'service'],
	organization: ['organizations', 'organization', 'organisations', 'organisation'],
	service_at_location: ['service_at_locations', 'service_at_location'],
	location: ['locations', 'location'],
	// Parts of parts stand below what they are put into.
	contact: ['contacts', 'contact'],
	phone: ['phones', 'phone'],
	address: ['addresses', 'address', 'physical_addresses', 'physical_address', 'postal_addresses', 'postal_address'],
	schedule: ['schedules', 'schedule', 'regular_schedules', 'regular_schedule'],
	holiday_schedule: ['holiday_schedules', 'holiday_schedule'],
	service_area: ['service_areas', 'service_area'],
	language: ['languages', 'language'],
	accessibility: ['accessibility', 'accessibility_for_disabilities'],
	cost_option: ['cost_options', 'cost_option'],
	eligibility: ['eligibilitys', 'eligibilities', 'eligibility'],
	attribute: [
		'attributes',
		'attribute',
		'service_taxonomys',
		'service_taxonomies',
		'service_taxonomy',
		'other_attributes'
	],
	organization_identifier: ['organization_identifiers', 'organization_identifier'],
	funding: ['funding', 'fundings'],
	taxonomy_term: ['taxonomy_terms', 'taxonomy_term'],
	taxonomy: ['taxonomies', 'taxonomy', 'taxonomys']
} as const;
type Kind = keyof typeof NAMES;

const isKind = (text: string): text is Kind => Object.hasOwn(NAMES, text);
const KIND_OF = new Map<string, Kind>(
	Object.entries(NAMES).flatMap(([kind, names]) =>
		names.flatMap((name) => (isKind(kind) ? [[name, kind] as const] : []))
	)
);

/** What the list of a page is called. */
const PAGE_KEYS = ['contents', 'content', 'items', 'data', 'results', 'records', 'value'];

/** What only a service has. */
const OF_SERVICE = [
	'status',
	'service_at_locations',
	'service_areas',
	'eligibilitys',
	'eligibilities',
	'regular_schedules',
	'cost_options',
	'service_taxonomys',
	'minimum_age',
	'maximum_age',
	'assured_date',
	'interpretation_services',
	'deliverable_type',
	'attending_type',
	'accreditations',
	'wait_time'
];
const OF_ORGANIZATION = ['organization_identifiers', 'legal_status', 'year_incorporated', 'tax_status', 'logo'];
const OF_TERM = ['parent_id', 'term_uri', 'taxonomy_id', 'vocabulary', 'taxonomy'];

const has = (raw: Raw, ...names: string[]) => names.some((name) => Object.hasOwn(raw, name));

/** What a row is by its fields, when they leave no doubt. */
function kindByShape(raw: Raw): Kind | undefined {
	if (isRaw(raw['service'])) return 'service_at_location';
	if (has(raw, 'location_type', 'addresses', 'physical_addresses') && !has(raw, 'status')) return 'location';
	if (Array.isArray(raw['services']) || has(raw, ...OF_ORGANIZATION)) return 'organization';
	if (has(raw, ...OF_SERVICE) || isRaw(raw['organization'])) return 'service';
	return has(raw, ...OF_TERM) && !has(raw, 'url', 'email') ? 'taxonomy_term' : undefined;
}

/** What the rows of a file are by its name, else by its folder: `services_page_2.json`, `organizations/<id>.json`. */
function kindByFile(file: string): Kind | undefined {
	const parts = file.toLowerCase().replaceAll('-', '_').split(/[\\/]/);
	return kindByName((parts.at(-1) ?? '').replace(/\.[^.]*$/, '')) ?? KIND_OF.get(parts.at(-2) ?? '');
}

function kindByName(stem: string): Kind | undefined {
	const names = [...KIND_OF.keys()]
		.filter((name) => stem === name || stem.startsWith(`${name}_`))
		.toSorted((a, b) => b.length - a.length);
	return KIND_OF.get(names[0] ?? '');
}

interface Row {
	at: string;
	raw: Record<string, unknown>;
}

const idOf = (value: unknown): string | undefined =>
	typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;

/** Which parent a row of a flat table belongs to: the nearest that it names. */
const PARENTS: readonly [key: string, kind: Kind][] = [
	['service_at_location_id', 'service_at_location'],
	['contact_id', 'contact'],
	['location_id', 'location'],
	['service_id', 'service'],
	['link_id', 'service'],
	['organization_id', 'organization']
];

class Tables {
	private readonly rows = new Map<Kind, Map<string, Row>>();

	constructor(private readonly log: FeedLog) {}

	table(kind: Kind): Map<string, Row> {
		const found = this.rows.get(kind) ?? new Map<string, Row>();
		this.rows.set(kind, found);
		return found;
	}

	/** Adds a row. One that is there already is made fuller and never poorer: lists may hold less than single answers. */
	add(kind: Kind, raw: Raw, at: string): Row {
		const id = idOf(raw['id']) ?? `at ${at}`;
		const known = this.table(kind).get(id);
		if (known) {
			for (const [name, value] of Object.entries(raw)) {
				if (!Object.hasOwn(known.raw, name) || isFuller(value, known.raw[name]))
					Object.defineProperty(known.raw, name, own(value));
			}
			return known;
		}
		const row = { at, raw: { ...raw } };
		this.table(kind).set(id, row);
		return row;
	}

	/** Whatever a document or a part of one holds. */
	read(value: unknown, at: string, hint: Kind | undefined): void {
		if (Array.isArray(value)) {
			value.forEach((each, index) => this.read(each, `${at}[${index}]`, hint));
			return;
		}
		if (!isRaw(value)) {
			if (value !== undefined) this.log.note(at, 'is no group of fields');
			return;
		}
		const page = PAGE_KEYS.find((key) => Array.isArray(value[key]) || isRaw(value[key]));
		if (page !== undefined && !has(value, 'name', 'status')) {
			this.read(value[page], step(at, page), hint);
			return;
		}
		const flat = Object.keys(value).filter((key) => KIND_OF.has(key) && Array.isArray(value[key]));
		if (flat.length > 0 && !has(value, 'id', 'name')) {
			for (const key of flat) this.read(value[key], step(at, key), KIND_OF.get(key));
			return;
		}
		this.entity(value, at, kindByShape(value) ?? hint ?? (has(value, 'name') ? 'service' : undefined));
	}

	private entity(raw: Raw, at: string, kind: Kind | undefined): void {
		// The root of an Open Referral API says which version it is, and has no services.
		if (kind === undefined && has(raw, 'version', 'openapi_url')) return;
		if (kind === undefined) {
			this.log.note(at, 'holds nothing that looks like a service');
			return;
		}
		const { service, services, ...rest } = raw;
		if (kind === 'service_at_location' && isRaw(service)) {
			const row = this.add('service', service, step(at, 'service'));
			push(row, 'service_at_locations', rest);
			return;
		}
		if (kind === 'organization' && Array.isArray(services)) {
			services.forEach((each: unknown, index) => {
				if (isRaw(each)) this.entity({ organization: rest, ...each }, `${step(at, 'services')}[${index}]`, 'service');
			});
			this.add('organization', rest, at);
			return;
		}
		this.add(kind, raw, at);
	}

	/** Puts rows of flat tables inside those that they belong to. */
	join(): void {
		for (const row of this.table('attribute').values()) {
			const term = this.table('taxonomy_term').get(idOf(row.raw['taxonomy_term_id'] ?? row.raw['taxonomy_id']) ?? '');
			if (term && !has(row.raw, 'taxonomy_term', 'taxonomy')) row.raw['taxonomy_term'] = term.raw;
		}
		for (const kind of Object.keys(NAMES).filter(isKind).toReversed()) {
			if (kind === 'service' || kind === 'organization' || kind === 'location') continue;
			for (const row of this.table(kind).values()) {
				const [key, parent] =
					PARENTS.find(([name, of]) => of !== kind && this.table(of).has(idOf(row.raw[name]) ?? '')) ?? [];
				const found = parent === undefined ? undefined : this.table(parent).get(idOf(row.raw[key ?? '']) ?? '');
				const place =
					kind === 'service_at_location' ? this.table('location').get(idOf(row.raw['location_id']) ?? '') : undefined;
				if (place && !has(row.raw, 'location')) row.raw['location'] = place.raw;
				const owner =
					kind === 'service_at_location' ? this.table('service').get(idOf(row.raw['service_id']) ?? '') : found;
				if (owner) push(owner, NAMES[kind][0], row.raw);
			}
		}
		for (const row of this.table('service').values()) {
			const organization = this.table('organization').get(idOf(row.raw['organization_id']) ?? '');
			if (organization && !isRaw(row.raw['organization'])) row.raw['organization'] = organization.raw;
		}
	}
}

/** A property of its own, whatever its name: `__proto__` of a feed is a field like any other. */
const own = (value: unknown) => ({ value, enumerable: true, configurable: true, writable: true });

const step = (at: string, key: string) => (/[\])a-z]$/.test(at) && at.includes(' ') ? `${at}.${key}` : `${at} ${key}`);

const weight = (value: unknown) => JSON.stringify(value)?.length ?? 0;
const isFuller = (value: unknown, than: unknown) => typeof value === 'object' && weight(value) > weight(than);

function push(row: Row, list: string, value: Raw): void {
	const before = row.raw[list];
	const values = Array.isArray(before) ? before : before === undefined ? [] : [before];
	const id = idOf(value['id']);
	const index = values.findIndex((each) => id !== undefined && isRaw(each) && idOf(each['id']) === id);
	const known: unknown = values[index];
	row.raw[list] = isRaw(known) ? values.with(index, { ...value, ...known }) : [...values, value];
}

/**
 * Every service of the documents of a feed, with its parts inside.
 * @throws FeedError when there is none
 */
export function servicesIn(values: readonly FeedValue[], log: FeedLog): ServiceRow[] {
	const tables = new Tables(log);
	for (const { file, at, value } of values) tables.read(value, at === '' ? file : `${file} ${at}`, kindByFile(file));
	tables.join();
	const services = [...tables.table('service').values()];
	if (services.length === 0) {
		throw new FeedError(
			values[0]?.file ?? 'the feed',
			'',
			'holds no service',
			'An Open Referral feed has services, each with a name: see README.'
		);
	}
	return services;
}
