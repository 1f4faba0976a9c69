import type { Hours } from '../../../data/hours.ts';
import type { Card, CardPlace, Detail, Statement } from '../../../data/record.ts';
import type { Published } from '../../../data/terms.ts';
import type { AreaRecord } from '../../schema/places/area.ts';
import type { ServiceRecord } from '../../schema/service.ts';
import { isEmergencyLine, isMarked, isTooOld } from '../../../lib/directory/service/freshness.ts';
import { compileHours, compileLocation, compilePhone, compileSchedule } from './contacts.ts';
import type { Locate, Position } from './positions.ts';
import { compileAssured, SourceList } from './provenance.ts';

export type FrontDoors = ReadonlyMap<string, NonNullable<Card['frontDoor']>>;

/** What a service needs from the rest of the content to be compiled. */
export interface ServiceContext {
	/** Area whose folder the record is in. */
	area: string;
	organizationName: string;
	/** By service id, whose front door it is (`frontDoorsOf`). */
	frontDoors: FrontDoors;
	locate: Locate;
	/** Day of the content, YYYY-MM-DD: what was already old then is marked so. */
	made: string;
}

/** A published service as one card and one detail. Throws where content that passed the checks cannot be compiled. */
export function compileService(record: ServiceRecord & { listing: Published }, context: ServiceContext) {
	const positions = (record.locations ?? []).map((location) =>
		location.confidential ? undefined : positionOf(location, context.locate)
	);
	const card = compileCard(record, context, positions);
	const times = isEmergencyLine(card) ? compileHours : datedHours(record, context.made);
	if (card.hours) card.hours = card.hours.map(({ osm }) => times(osm));
	return { card, detail: compileDetail(record, positions, times) };
}

function positionOf(location: NonNullable<ServiceRecord['locations']>[number], locate: Locate): Position | undefined {
	const found = locate(location);
	if (location.latitude === undefined || location.longitude === undefined) return found;
	return { lat: location.latitude, lon: location.longitude, ...(found?.council && { council: found.council }) };
}

function compileCard(
	record: ServiceRecord & { listing: Published },
	context: ServiceContext,
	positions: (Position | undefined)[]
): Card {
	const hours = new DistinctHours();
	const mainHours = hours.add(mainOpeningHours(record));
	const places = compilePlaces(record, positions, hours);
	const voice = mainPhone(record, 'voice');
	const text = mainPhone(record, 'text');
	const web = record.urls?.find((url) => url.kind === 'website') ?? record.urls?.[0];
	const frontDoor = context.frontDoors.get(record.id);
	const checked = newestDate(everyContact(record));
	const { minimum_age, maximum_age, audiences } = record.eligibility;
	const card: Card = {
		id: record.id,
		name: record.name,
		...(record.alternate_name && { aka: record.alternate_name }),
		org: context.organizationName,
		area: context.area,
		listing: record.listing,
		terms: record.taxonomy_terms,
		text: firstSentence(record.description),
		...(minimum_age !== undefined && { minAge: minimum_age }),
		...(maximum_age !== undefined && { maxAge: maximum_age }),
		...(audiences && { who: audiences }),
		...(record.substances && { substances: record.substances }),
		ways: record.access.ways,
		referral: record.access.referral,
		...(record.access.through && { through: record.access.through }),
		...(record.service_areas !== 'england' && { councils: record.service_areas }),
		...(voice && { phone: voice.number, ...(voice.instruction && { phoneNote: voice.instruction }) }),
		...(text && { textLine: text.number }),
		...(web && { web: web.url }),
		...(hours.list.length > 0 && { hours: hours.list }),
		...(mainHours !== undefined && { mainHours }),
		...(places.length > 0 && { places }),
		...(frontDoor && { frontDoor }),
		...(checked && { checked })
	};
	return isMarked(card, context.made) ? { ...card, old: true } : card;
}

function compileDetail(record: ServiceRecord, positions: (Position | undefined)[], times: typeof compileHours): Detail {
	const sources = new SourceList(record.sources);
	const { eligibility, access, cost } = record;
	const phones = record.phones?.map((phone) => compilePhone(phone, sources, times));
	return {
		id: record.id,
		description: record.description,
		...(record.listing === 'confirm-first' && { listingReason: record.listing_reason }),
		...((eligibility.description || eligibility.not_for) && {
			eligibility: {
				...(eligibility.description && { description: eligibility.description }),
				...(eligibility.not_for && { notFor: eligibility.not_for }),
				sources: sources.positions(eligibility.sources)
			}
		}),
		...((access.description || access.what_happens || access.wait) && {
			access: {
				...(access.description && { description: access.description }),
				...(access.what_happens && { whatHappens: access.what_happens }),
				...(access.wait && { wait: access.wait }),
				sources: sources.positions(access.sources)
			}
		}),
		...(cost && {
			cost: {
				option: cost.option,
				...(cost.description && { description: cost.description }),
				sources: sources.positions(cost.sources)
			}
		}),
		...(record.languages && { languages: compileStatement(record.languages, sources) }),
		...(record.accessibility && { accessibility: compileStatement(record.accessibility, sources) }),
		...(record.privacy && { privacy: compileStatement(record.privacy, sources) }),
		...(record.professionals && { professionals: compileStatement(record.professionals, sources) }),
		...(phones && { phones }),
		...(record.emails && {
			emails: record.emails.map((email) => ({
				address: email.address,
				...(email.label && { label: email.label }),
				sources: sources.positions(email.sources),
				assured: compileAssured(email.assured)
			}))
		}),
		...(record.urls && {
			urls: record.urls.map((url) => ({
				url: url.url,
				kind: url.kind,
				...(url.label && { label: url.label }),
				...(url.hours && { hours: times(url.hours) }),
				sources: sources.positions(url.sources),
				assured: compileAssured(url.assured)
			}))
		}),
		...(record.schedules && { schedules: record.schedules.map((schedule) => compileSchedule(schedule, sources, times)) }),
		...(record.locations && {
			locations: record.locations.map((location, i) => compileLocation(location, sources, positions[i], times))
		}),
		sources: sources.list
	};
}

function compileStatement(value: { description: string; sources: string[] }, sources: SourceList): Statement {
	return { text: value.description, sources: sources.positions(value.sources) };
}

/** Opening hours without repeats, so that a card carries each once. */
class DistinctHours {
	readonly list: Hours[] = [];
	add(openingHours: string | undefined): number | undefined {
		if (openingHours === undefined) return undefined;
		const known = this.list.findIndex((hours) => hours.osm === openingHours);
		if (known >= 0) return known;
		return this.list.push(compileHours(openingHours)) - 1;
	}
}

function allPhones(record: ServiceRecord) {
	return [...(record.phones ?? []), ...(record.locations ?? []).flatMap((location) => location.phones ?? [])];
}

/** The number to ring (or text) first: the first one without a label of its own, else the first. */
function mainPhone(record: ServiceRecord, kind: 'voice' | 'text') {
	const phones = allPhones(record).filter((phone) => phone.kind === kind);
	return phones.find((phone) => !phone.label) ?? phones[0];
}

/** The hours that answer "is it open now?": of the service, else of its line, else of its only place. */
function mainOpeningHours(record: ServiceRecord): string | undefined {
	// Times of a part (its needle exchange, say) never answer for the whole service.
	const whole = (schedules: NonNullable<ServiceRecord['schedules']> | undefined) =>
		schedules?.find((schedule) => !schedule.for)?.opening_hours;
	const onlyPlace = record.locations?.length === 1 ? record.locations[0] : undefined;
	return whole(record.schedules) ?? mainPhone(record, 'voice')?.hours ?? whole(onlyPlace?.schedules);
}

function compilePlaces(
	record: ServiceRecord,
	positions: (Position | undefined)[],
	hours: DistinctHours
): CardPlace[] {
	return (record.locations ?? []).flatMap((location, i) => {
		if (location.confidential) return [];
		const position = positions[i];
		const schedule = location.schedules?.find((each) => !each.for);
		const open = hours.add(schedule?.opening_hours);
		return {
			city: location.city,
			...(location.postal_code && { postcode: location.postal_code }),
			...(position && { lat: position.lat, lon: position.lon, ...(position.approx && { approx: true as const }) }),
			...(open !== undefined && { hours: open })
		};
	});
}

/** What each service takes a first call for, in the order of the areas, by its id. */
export function frontDoorsOf(areas: readonly AreaRecord[]): FrontDoors {
	const doors = new Map<string, NonNullable<Card['frontDoor']>>();
	for (const area of areas)
		for (const [rank, { service, for: who, councils }] of area.front_doors.entries()) {
			const own = doors.get(service) ?? [];
			doors.set(service, own);
			own.push({ area: area.id, for: who, rank, ...(councils && { councils }) });
		}
	return doors;
}

/** Everything that says how, where or when to reach a service. */
function everyContact(record: ServiceRecord) {
	const places = record.locations ?? [];
	return [
		...allPhones(record),
		...(record.emails ?? []),
		...(record.urls ?? []),
		...(record.schedules ?? []),
		...places,
		...places.flatMap((place) => place.schedules ?? [])
	];
}

/** The newest date for which any of these was seen. */
function newestDate(facts: readonly { assured: { date: string } }[]): string | undefined {
	return facts
		.map(({ assured }) => assured.date)
		.filter((date) => date !== 'unknown')
		.sort()
		.at(-1);
}

/** Compiles the hours of a record with the newest day on which it shows them: the same times, said twice, are as fresh as the newer. */
function datedHours(record: ServiceRecord, made: string): typeof compileHours {
	return (openingHours) => {
		const hours = compileHours(openingHours);
		const seen = newestDate(
			everyContact(record).filter(
				(fact) =>
					('hours' in fact && fact.hours === openingHours) ||
					('opening_hours' in fact && fact.opening_hours === openingHours)
			)
		);
		if (seen === undefined || hours.unknown) return hours;
		return { ...hours, seen, ...(isTooOld(seen, made) && { old: true as const }) };
	};
}

/** The first sentence of a text. Sentences end in . ! or ? before a space and a capital letter. */
export function firstSentence(text: string): string {
	return /^.*?[.!?](?=\s+[A-Z]|$)/s.exec(text)?.[0] ?? text;
}
