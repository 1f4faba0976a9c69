import type { ServiceQuery } from '../../data/pathway.ts';
import type { Holidays, Hours } from '../../data/hours.ts';
import type { AreaInfo, Card } from '../../data/record.ts';
import type { Audience, TaxonomyTerm } from '../../data/terms.ts';
import { distanceMiles, type Point } from '../place/distance.ts';
import { openAt } from '../schedule/state.ts';
import { fitsAge, fitsAudience, fitsSubstances, groupsIn, isMadeFor, shareOfBand } from './fit.ts';
import { ageFor, comesAs, type Told } from './person.ts';
import { frontDoors, servesPlace, type DoorFor, type Place } from './place.ts';

/** What plans are made from: the data, where the person is as far as they told, and the time. */
export interface World {
	/** Published services of the area and of all England. */
	cards: readonly Card[];
	areas: readonly AreaInfo[];
	place: Place;
	holidays: Holidays;
	/** Milliseconds since 1970. */
	now: number;
	/** Where the person is, when they chose to say: nearer places come first among equals. */
	point?: Point;
}

/** A service that a plan shows. */
export interface Chosen {
	card: Card;
	/** It takes a first call here. */
	isFrontDoor: boolean;
	/** Undefined when its hours are not known. */
	isOpen: boolean | undefined;
}

/** Beyond any distance in England, for services without a place. */
const FAR_MILES = 1000;

/** Chooses services for queries; remembers its answers, since plans ask the same things again and again. */
export class Chooser {
	readonly world: World;
	readonly #serving: Card[];
	readonly #byId: Map<string, Card>;
	readonly #byTerm = new Map<TaxonomyTerm, Card[]>();
	readonly #open = new Map<Card, boolean | undefined>();
	readonly #chosen = new Map<ServiceQuery, Map<string, Chosen[]>>();
	readonly #doors = new Map<DoorFor, string[]>();

	constructor(world: World) {
		this.world = world;
		this.#byId = new Map(world.cards.map((card) => [card.id, card]));
		this.#serving = [...this.#byId.values()].filter((card) => servesPlace(card, world.place) !== 'no');
		for (const card of this.#serving) {
			for (const term of card.terms) this.#byTerm.set(term, [...(this.#byTerm.get(term) ?? []), card]);
		}
	}

	/** A published service by id, wherever it is. */
	card(id: string): Card | undefined {
		return this.#byId.get(id);
	}

	/** Whether it is open now; undefined when its hours are not known or it takes appointments. */
	isOpen(card: Card): boolean | undefined {
		if (!this.#open.has(card)) this.#open.set(card, openNow(card, this.world));
		return this.#open.get(card);
	}

	/** Services with these ids that serve the place and fit the age, in the order of the ids. */
	named(ids: readonly string[], told: Told, who: 'person' | 'asker'): Chosen[] {
		return ids.flatMap((id) => {
			const card = this.#byId.get(id);
			if (!card || !fitsAge(card, ageFor(told, who)) || servesPlace(card, this.world.place) === 'no') return [];
			return this.#chosenFrom(card, false);
		});
	}

	/**
	 * The services that a query means here, best first: made for the person's group, front doors, those of their council,
	 * those that take all of their age, sure ones, then (for what is to be done now) those that are open.
	 * @param urgent true for the steps of `now`
	 */
	choose(query: ServiceQuery, told: Told, urgent: boolean): Chosen[] {
		const key = keyOf(told, urgent);
		const known = this.#chosen.get(query) ?? new Map<string, Chosen[]>();
		this.#chosen.set(query, known);
		const found = known.get(key) ?? this.#search(query, told, urgent);
		known.set(key, found);
		return found;
	}

	#search(query: ServiceQuery, told: Told, urgent: boolean): Chosen[] {
		const who = query.for ?? 'person';
		const age = ageFor(told, query.frontDoor === 'families' ? 'asker' : who);
		const wanted = [...groupsIn(told.audiences), ...(query.audiences ?? [])];
		const base: Audience[] =
			query.frontDoor === 'families' ? [...comesAs(told, 'asker'), 'families'] : comesAs(told, who);
		const door = doorFor(query, told);
		const doors = this.#doorsFor(door);
		const substances = query.substances ?? told.substances;
		const fits = (card: Card) =>
			fitsAge(card, age) &&
			fitsAudience(card, wanted, [...base, ...(query.audiences ?? [])]) &&
			(fitsSubstances(card, substances) || (query.frontDoor !== undefined && substances.length === 0)) &&
			(query.way === undefined || card.ways.includes(query.way)) &&
			(query.referral === undefined || card.referral.includes(query.referral)) &&
			(query.from === undefined || (query.from === 'national') === (card.area === 'national'));
		const rank = (card: Card): number[] => {
			const at = doors.indexOf(card.id);
			return [
				isMadeFor(card, wanted) ? 0 : 1,
				at >= 0 ? at : doors.length,
				PLACE_RANK[servesPlace(card, this.world.place)] + (card.area === 'national' ? 2 : 0),
				1 - shareOfBand(card, age ?? 'adult'),
				card.listing === 'listed' ? 0 : 1,
				urgent ? OPEN_RANK(this.isOpen(card)) : 0,
				query.terms?.some((term) => card.terms[0] === term) ? 0 : 1,
				contactRank(card),
				card.referral.length === 0 || card.referral.some((one) => one === 'self' || one === 'family') ? 0 : 1,
				this.#miles(card)
			];
		};
		return this.#candidates(query, doors)
			.filter(fits)
			.map((card) => ({ card, rank: rank(card) }))
			.sort((a, b) => byRank(a.rank, b.rank) || (a.card.name < b.card.name ? -1 : 1))
			.slice(0, query.limit)
			.map(({ card }) => this.#chosenFrom(card, doors.includes(card.id)));
	}

	#candidates({ terms, frontDoor }: ServiceQuery, doors: readonly string[]): Card[] {
		if (frontDoor !== undefined) return doors.flatMap((id) => this.#byId.get(id) ?? []);
		return [...new Set(terms?.flatMap((term) => this.#byTerm.get(term) ?? []))];
	}

	#doorsFor(who: DoorFor): string[] {
		const doors = this.#doors.get(who) ?? frontDoors(this.world.areas, this.world.place, who);
		this.#doors.set(who, doors);
		return doors;
	}

	#chosenFrom(card: Card, isFrontDoor: boolean): Chosen {
		return { card, isFrontDoor, isOpen: this.isOpen(card) };
	}

	#miles(card: Card): number {
		const { point } = this.world;
		if (!point) return 0;
		const miles = (card.places ?? []).flatMap(({ lat, lon }) =>
			lat === undefined || lon === undefined ? [] : distanceMiles(point, { lat, lon })
		);
		return Math.min(FAR_MILES, ...miles);
	}
}

/** What the choice of services reads of the answers, as one text. */
function keyOf(told: Told, urgent: boolean): string {
	const known = KEYS.get(told) ?? [told.age, told.askerAge, told.substances, told.audiences].join('|');
	KEYS.set(told, known);
	return urgent ? `${known}|urgent` : known;
}
/** Keys of what was told, made once. */
const KEYS = new WeakMap<Told, string>();

const PLACE_RANK = { yes: 0, some: 1, no: 2 } as const;
/** Open, then not known (ring first), then closed. */
const OPEN_RANK = (isOpen: boolean | undefined) => (isOpen === true ? 0 : isOpen === undefined ? 1 : 2);

/** A voice comes first, since it can say what a record does not know. */
function contactRank(card: Card): number {
	if (card.phone) return 0;
	if (card.textLine) return 1;
	return card.places?.length && card.ways.includes('walk-in') ? 2 : 3;
}

/** Which front doors count for a query: by age, or those for families when the one who asks is family. */
export function doorFor({ frontDoor, for: who }: ServiceQuery, told: Told): DoorFor {
	if (frontDoor !== undefined && frontDoor !== 'by-age') return frontDoor;
	if (who === 'asker' && comesAs(told, 'asker').includes('families')) return 'families';
	return ageFor(told, who ?? 'person') === 'under-18' ? 'under-18' : 'adults';
}

function byRank(a: readonly number[], b: readonly number[]): number {
	for (const [index, value] of a.entries()) {
		const difference = value - (b[index] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}

function openNow(card: Card, { now, holidays }: World): boolean | undefined {
	const hours: Hours | undefined = card.hours?.[card.mainHours ?? -1];
	if (!hours || hours.unknown || hours.appointment) return undefined;
	return openAt(hours, now, holidays);
}
