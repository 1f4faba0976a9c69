import { loadMap, type MapSource } from '../../map/load-map.ts';
import type { AreaInfo, Card, DataIndex, Detail } from '../../../data/record.ts';
import type { MapExtract } from '../../map/extract.ts';
import { extractFor } from '../../map/view.ts';

/** What a service's page shows. */
export type ServicePage =
	| {
			kind: 'service';
			card: Card;
			detail: Detail;
			area: { id: string; name: string };
			/** Councils it serves by name, or none when it is for all of England. */
			councils: string[];
			/** Names of the services that one goes through first. */
			through: { id: string; name: string }[];
			similar: Card[];
			/** Day of the newest source in the data, YYYY-MM-DD. */
			made: string;
			/** A small map around its places, when they have points. */
			map?: MapExtract;
	  }
	/** The rest of the record is missing from this device, and there is no network. */
	| { kind: 'brief'; card: Card; name: string }
	| { kind: 'moved'; name: string; why: 'closed' | 'superseded'; to?: { id: string; name: string } };

/** What is needed of the data: `DataStore` has it. */
export interface ServiceSource extends MapSource {
	index(): Promise<DataIndex>;
	areas(): Promise<AreaInfo[]>;
	cards(areas: readonly string[]): Promise<Card[]>;
	service(id: string): Promise<{ card: Card; detail?: Detail } | undefined>;
}

/** Similar services shown at most. */
const MOST_SIMILAR = 3;

export function isServicePage(value: unknown): value is ServicePage {
	return (
		typeof value === 'object' &&
		value !== null &&
		'kind' in value &&
		(value.kind === 'service' || value.kind === 'brief' || value.kind === 'moved')
	);
}

/** Gathers what the page of service `id` shows, or undefined when there never was such a service. */
export async function loadServicePage(source: ServiceSource, id: string): Promise<ServicePage | undefined> {
	const found = await source.service(id);
	if (!found) return movedPage(source, id);
	const { card, detail } = found;
	if (!detail) return { kind: 'brief', card, name: card.name };
	const areas = await source.areas();
	const cards = await source.cards([card.area]);
	const names = new Map(areas.flatMap((area) => area.councils.map((council) => [council.id, council.name] as const)));
	const through = await Promise.all((card.through ?? []).map((each) => source.service(each)));
	// Without the map's file (half a copy, no network) the page stands without its map.
	const base = await loadMap(source).catch(() => undefined);
	const map = base && extractFor(base, card.places ?? []);
	return {
		kind: 'service',
		card,
		detail,
		area: { id: card.area, name: areas.find((area) => area.id === card.area)?.name ?? card.area },
		councils: (card.councils ?? []).flatMap((council) => names.get(council) ?? []),
		through: through.flatMap((each) => (each ? { id: each.card.id, name: each.card.name } : [])),
		similar: similarTo(card, cards),
		made: (await source.index()).made,
		...(map && { map })
	};
}

async function movedPage(source: ServiceSource, id: string): Promise<ServicePage | undefined> {
	const moved = (await source.index()).moved[id];
	if (!moved) return undefined;
	const replacement = moved.to === undefined ? undefined : await source.service(moved.to);
	return {
		kind: 'moved',
		name: moved.name,
		why: moved.why,
		...(replacement && { to: { id: replacement.card.id, name: replacement.card.name } })
	};
}

/** Services of the same main kind that serve the same people, nearest first where both have a point. */
export function similarTo(card: Card, cards: readonly Card[]): Card[] {
	const point = card.places?.find((place) => place.lat !== undefined);
	const distance = (other: Card) => {
		const there = other.places?.find((place) => place.lat !== undefined);
		if (point?.lat === undefined || point.lon === undefined || there?.lat === undefined || there.lon === undefined)
			return Infinity;
		return Math.hypot(there.lat - point.lat, (there.lon - point.lon) * Math.cos((point.lat * Math.PI) / 180));
	};
	return cards
		.filter((other) => other.id !== card.id && other.terms[0] === card.terms[0] && sameAges(card, other))
		.sort((a, b) => distance(a) - distance(b) || (a.listing === b.listing ? 0 : a.listing === 'listed' ? -1 : 1))
		.slice(0, MOST_SIMILAR);
}

/** True when somebody could be the right age for both. */
function sameAges(a: Card, b: Card): boolean {
	return (a.minAge ?? 0) <= (b.maxAge ?? Infinity) && (b.minAge ?? 0) <= (a.maxAge ?? Infinity);
}
