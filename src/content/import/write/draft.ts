import { TAXONOMY_TERMS, type TaxonomyTerm, type WayIn } from '../../../data/terms.ts';
import { findPlace } from '../../../lib/place/index.ts';
import type { Places } from '../../../data/places/places.ts';
import { parseOpeningHours } from '../../hours/index.ts';
import type { Content } from '../../read/index.ts';
import type { ServiceInput } from '../../schema/service.ts';
import type { OrganizationRecord } from '../../schema/places/area.ts';
import { freeId, slug } from '../../write/service-yaml.ts';
import { MOST_DESCRIPTION, UNDESCRIBED } from '../compare/compare.ts';
import { cutText } from '../feed/fields.ts';
import type { FeedLocation, FeedService, FeedSource } from '../feed/feed.ts';
import { feedFact, plainName } from '../match/known.ts';

/** What a draft is made with, besides the service of the feed. */
export interface DraftContext {
	source: FeedSource;
	/** The area whose folder it goes to. */
	area: string;
	content: Content;
	places: Places;
	/** Today, YYYY-MM-DD. */
	asOf: string;
}

const MOST_NOTES = 1500;
/** Kinds of one word that a name does not hold by chance. */
const PLAIN_KINDS = ['detox', 'gambling', 'naloxone', 'pharmacy', 'rehab'];
const MOST_NAME = 100;

type Provenance = Pick<NonNullable<ServiceInput['phones']>[number], 'sources' | 'assured'>;

/** Sources and date that every fact of a service of a feed carries. */
export function provenanceOf(feed: FeedService, source: FeedSource): Provenance {
	return { sources: [source.slug], assured: { date: feed.date ?? source.date ?? 'unknown', how: source.how } };
}

/** The feed as a source of one record. */
export function sourceOf(
	feed: FeedService,
	source: FeedSource,
	supports: string,
	asOf: string
): ServiceInput['sources'][string] {
	return {
		...(source.url === undefined ? {} : { url: source.url }),
		document: cutText(`${source.name} (${feed.at})`, 200),
		page_date: feed.date ?? source.date ?? 'undated',
		supports: cutText(supports, 400),
		seen: asOf
	};
}

/** Makes drafts with ids and organizations that are free; remembers what it gave out. */
export class DraftMaker {
	private readonly ids: Set<string>;
	private readonly organizations: Map<string, OrganizationRecord>;
	private readonly organizationIds: Set<string>;
	private readonly termOf: ReadonlyMap<string, TaxonomyTerm>;
	/** Organizations that no file has yet. */
	readonly newOrganizations: OrganizationRecord[] = [];

	private readonly ownerOf = new Map<string, FeedService>();

	/** The services for which new organizations were made: for this one, or for all. */
	owners(id?: string): FeedService[] {
		return [...this.ownerOf].filter(([made]) => id === undefined || made === id).map(([, feed]) => feed);
	}

	constructor(private readonly context: DraftContext) {
		const { content } = context;
		this.ids = new Set(content.services.map(({ record }) => record.id));
		this.organizationIds = new Set(content.organizations.map(({ record }) => record.id));
		this.organizations = new Map(
			content.organizations.flatMap(({ record }) => organizationMarks(record).map((mark) => [mark, record]))
		);
		this.termOf = termWords(content);
	}

	/**
	 * A service of the feed as a draft.
	 * @param spare without the feed's own texts, for when they break a rule of our content
	 */
	make(feed: FeedService, spare = false): ServiceInput {
		const { source, asOf } = this.context;
		const provenance = provenanceOf(feed, source);
		const id = freeId(slug(feed.name), this.ids);
		this.ids.add(id);
		const locations = feed.locations.map((location) => this.location(location, provenance, spare));
		const lost = locations.flatMap((location) => (typeof location === 'string' ? [location] : []));
		const kept = locations.filter((location) => typeof location !== 'string');
		const terms = this.terms(feed);
		const councils = this.councils(feed);
		const text = (value: string | undefined, most: number) =>
			value === undefined || spare ? undefined : cutText(value, most);
		const eligibility = text(feed.eligibility, 300);
		const wait = text(feed.wait, 200);
		const languages = text(feed.languages, 240);
		const accessibility = text(feed.accessibility, 240);
		const hasEligibility =
			eligibility !== undefined || feed.minimum_age !== undefined || feed.maximum_age !== undefined;
		const { sources } = provenance;
		const notes = [
			...(spare
				? ['Texts of the feed are left out, since they break a rule of our content: read them there.']
				: ['The description is copied from the feed: say it in our own words.']),
			...(councils.said ? [] : ['The feed does not say where people must live.']),
			...(terms.length > 0 ? [] : ['What kind of service it is must be chosen.']),
			...(feed.kinds.length > 0 && !spare ? [`The feed calls it: ${feed.kinds.join('; ')}.`] : []),
			...(feed.ended ? ['The feed says that it is closed.'] : []),
			...lost,
			...(spare ? [] : feed.notes)
		];
		return {
			id,
			name: cutText(feed.name, MOST_NAME),
			...(feed.otherNames.length > 0 &&
				!spare && { alternate_name: feed.otherNames.map((name) => cutText(name, MOST_NAME)) }),
			organization: this.organization(feed, id, spare),
			listing: 'draft',
			listing_reason: cutText(`Came from ${source.name} by import on ${asOf}. Nobody has looked at it yet.`, 400),
			facts: [{ file: feedFact(source.slug), name: cutText(feed.id, 200) }],
			taxonomy_terms: terms,
			description: text(feed.description, MOST_DESCRIPTION) ?? UNDESCRIBED,
			eligibility: {
				...(eligibility !== undefined && { description: eligibility }),
				...(feed.minimum_age !== undefined && { minimum_age: feed.minimum_age }),
				...(feed.maximum_age !== undefined && { maximum_age: feed.maximum_age }),
				...(hasEligibility && { sources })
			},
			service_areas: councils.ids,
			access: { ways: waysOf(feed), referral: [], ...(wait !== undefined && { wait }), sources },
			...(feed.cost && {
				cost: { option: feed.cost.option, ...optionalText('description', text(feed.cost.description, 240)), sources }
			}),
			...(languages !== undefined && { languages: { description: languages, sources } }),
			...(accessibility !== undefined && { accessibility: { description: accessibility, sources } }),
			...(feed.phones.length > 0 && { phones: feed.phones.map((phone) => phoneOf(phone, provenance, spare)) }),
			...(feed.emails.length > 0 && { emails: feed.emails.map(({ address }) => ({ address, ...provenance })) }),
			...(feed.urls.length > 0 && { urls: feed.urls.map(({ url, kind }) => ({ url, kind, ...provenance })) }),
			...(feed.schedules.length > 0 && {
				schedules: feed.schedules.map((schedule) => ({ ...schedule, ...provenance }))
			}),
			...(kept.length > 0 && { locations: kept }),
			sources: { [source.slug]: sourceOf(feed, source, supportsOf(feed), asOf) },
			notes: cutText(notes.join(' '), MOST_NOTES)
		};
	}

	private location(
		location: FeedLocation,
		provenance: Provenance,
		spare: boolean
	): NonNullable<ServiceInput['locations']>[number] | string {
		const { name, address_1, postal_code, latitude, longitude, directions, accessibility, phones, schedules } =
			location;
		const city = location.city ?? this.townIn(address_1);
		if (city === undefined) {
			return `A place without a town: ${[name, address_1, postal_code].filter((part) => part !== undefined).join(', ')}.`;
		}
		const text = (key: 'name' | 'directions' | 'accessibility', value: string | undefined, most: number) =>
			spare ? {} : optionalText(key, value === undefined ? undefined : cutText(value, most));
		return {
			...text('name', name, 100),
			...(address_1 !== undefined && { address_1: cutText(address_1, 160) }),
			city: cutText(city, 60),
			...(postal_code !== undefined && { postal_code }),
			...text('directions', directions, 200),
			...text('accessibility', accessibility, 240),
			...(phones.length > 0 && { phones: phones.map((phone) => phoneOf(phone, provenance, spare)) }),
			...(schedules.length > 0 && { schedules: schedules.map((schedule) => ({ ...schedule, ...provenance })) }),
			...(latitude !== undefined && longitude !== undefined && { latitude, longitude }),
			...provenance
		};
	}

	/** The last part of an address that is a town we know. */
	private townIn(address: string | undefined): string | undefined {
		const parts = (address ?? '').split(',').map((part) => part.trim());
		return parts.findLast((part) =>
			this.context.places.names.some(([name]) => name.toLowerCase() === part.toLowerCase())
		);
	}

	/** Ids of councils: as the feed says, else those of its places, else all of the area. */
	private councils(feed: FeedService): { ids: ServiceInput['service_areas']; said: boolean } {
		const { area, content, places } = this.context;
		const all = content.areas.flatMap(({ record }) =>
			record.councils.map((council) => ({ ...council, area: record.id }))
		);
		const said = feed.areas.map(plainName);
		if (said.some((name) => /^(?:england|uk|united kingdom|national|great britain)$/.test(name)))
			return { ids: 'england', said: true };
		const named = all.filter(
			({ name, upper_tier }) =>
				said.includes(plainName(name)) || said.includes(plainName(upper_tier).replace(/ county council$/, ''))
		);
		if (named.length > 0) return { ids: named.map(({ id }) => id), said: true };
		const near = feed.locations.flatMap(({ postal_code }) => {
			const found = postal_code === undefined ? undefined : findPlace(postal_code, places).place?.council;
			return found === undefined ? [] : [found];
		});
		if (near.length > 0) return { ids: [...new Set(near)], said: false };
		const own = all.filter((council) => council.area === area).map(({ id }) => id);
		return { ids: own.length > 0 ? own : 'england', said: false };
	}

	/** Id of the organization that runs it; a new one when we have none with its number or name. */
	private organization(feed: FeedService, id: string, spare: boolean): string {
		const said = (spare ? undefined : feed.organization) ?? { name: feed.name, identifiers: [] };
		const marks = organizationMarks(said);
		const known = marks.map((mark) => this.organizations.get(mark)).find((found) => found !== undefined);
		if (known) return known.id;
		const made: OrganizationRecord = {
			id: freeId(said === feed.organization ? slug(said.name) : id, this.organizationIds),
			name: cutText(said.name, MOST_NAME),
			...('website' in said && said.website !== undefined && { website: said.website }),
			...(said.identifiers.length > 0 && {
				identifiers: said.identifiers.map((each) => ({ ...each, identifier: each.identifier.slice(0, 20) }))
			})
		};
		this.organizationIds.add(made.id);
		for (const mark of marks) this.organizations.set(mark, made);
		this.newOrganizations.push(made);
		this.ownerOf.set(made.id, feed);
		return made.id;
	}

	/** Kinds of ours that the feed's words name; never guessed. */
	private terms(feed: FeedService): TaxonomyTerm[] {
		const said = feed.kinds.flatMap((kind) => this.termOf.get(plainName(kind)) ?? []);
		const named = [...this.termOf]
			.filter(([words]) => words.includes(' ') || PLAIN_KINDS.includes(words))
			.filter(([words]) => ` ${plainName(feed.name)} `.includes(` ${words} `))
			.map(([, term]) => term);
		return [...new Set([...said, ...named])];
	}
}

function optionalText<Key extends string>(key: Key, value: string | undefined): { [K in Key]?: string } {
	const field: { [K in Key]?: string } = {};
	if (value !== undefined) field[key] = value;
	return field;
}

function phoneOf(
	{ number, kind, label, hours }: FeedService['phones'][number],
	provenance: Provenance,
	spare: boolean
) {
	const isReadable = hours !== undefined && !('error' in parseOpeningHours(hours));
	return {
		number,
		...(kind === 'text' && { kind }),
		...(spare ? {} : optionalText('label', label === undefined ? undefined : cutText(label, 80))),
		...(isReadable && { hours }),
		...provenance
	};
}

function waysOf(feed: FeedService): WayIn[] {
	const phones = [...feed.phones, ...feed.locations.flatMap((location) => location.phones)];
	const ways: (WayIn | false)[] = [
		phones.some(({ kind }) => kind === 'voice') && 'phone',
		phones.some(({ kind }) => kind === 'text') && 'text',
		feed.emails.length > 0 && 'email',
		feed.urls.length > 0 && 'online'
	];
	return ways.filter((way) => way !== false);
}

function supportsOf(feed: FeedService): string {
	const parts: [string, boolean][] = [
		['name', true],
		['phone', feed.phones.length > 0 || feed.locations.some(({ phones }) => phones.length > 0)],
		['e-mail', feed.emails.length > 0],
		['web address', feed.urls.length > 0],
		['address', feed.locations.length > 0],
		['times', feed.schedules.length > 0 || feed.locations.some(({ schedules }) => schedules.length > 0)],
		['ages', feed.minimum_age !== undefined || feed.maximum_age !== undefined]
	];
	return parts
		.filter(([, isThere]) => isThere)
		.map(([part]) => part)
		.join(', ');
}

function organizationMarks({
	name,
	identifiers = []
}: {
	name: string;
	identifiers?: OrganizationRecord['identifiers'];
}): string[] {
	return [...identifiers.map(({ scheme, identifier }) => `${scheme} ${identifier}`), plainName(name)];
}

/** What our kinds are called: by id, by label, by what professionals say. */
function termWords(content: Content): Map<string, TaxonomyTerm> {
	const words = new Map<string, TaxonomyTerm>(TAXONOMY_TERMS.map((term) => [plainName(term), term]));
	for (const { record } of content.taxonomies) {
		for (const { id, label, professional } of record.taxonomy_terms) {
			const term = TAXONOMY_TERMS.find((known) => known === id);
			if (term === undefined) continue;
			words.set(plainName(label), term);
			if (professional !== undefined) words.set(plainName(professional), term);
		}
	}
	return words;
}
