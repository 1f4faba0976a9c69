import type { Holidays } from '../../../data/hours.ts';
import type { ServiceQuery } from '../../../data/pathway.ts';
import type { AreaInfo, Card } from '../../../data/record.ts';
import type { TaxonomyTerm } from '../../../data/terms.ts';
import { distanceMiles, type Point } from '../../place/distance.ts';
import { sinks } from '../../directory/service/freshness.ts';
import { isoDate, londonDay } from '../../schedule/london.ts';
import { shownHours } from '../../schedule/shown-hours.ts';
import { openAt } from '../../schedule/state.ts';
import { fitsAge, fitsAudience, fitsSubstances, isMadeFor, shareOfBand } from './fit.ts';
import { ageFor, type Told } from '../person.ts';
import { frontDoors, servesPlace, type DoorFor, type Place } from '../place.ts';
import { Wishes, type Wish } from './wish.ts';

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
const DOORS = ['adults', 'under-18', 'families'] as const;

/** Chooses services for queries; remembers its answers, since plans ask the same things again and again. */
export class Chooser {
	readonly world: World;
	readonly #byId: Map<string, Card>;
	/** Services that take people from here: yes, or some of them. */
	readonly #serving = new Map<Card, 'yes' | 'some'>();
	readonly #byTerm = new Map<TaxonomyTerm, Card[]>();
	readonly #doors: Readonly<Record<DoorFor, string[]>>;
	readonly #open = new Map<Card, boolean | undefined>();
	readonly #found = {
		now: new Map<ServiceQuery, Map<string, Chosen[]>>(),
		later: new Map<ServiceQuery, Map<string, Chosen[]>>()
	};
	readonly wishes: Wishes;
	readonly #today: string;

	/** @param wishes to share when many choosers look at the same cards */
	constructor(world: World, wishes: Wishes = new Wishes(world.cards)) {
		this.world = world;
		this.wishes = wishes;
		this.#today = isoDate(londonDay(world.now));
		this.#byId = new Map(world.cards.map((card) => [card.id, card]));
		for (const card of this.#byId.values()) {
			const serves = servesPlace(card, world.place);
			if (serves === 'no') continue;
			this.#serving.set(card, serves);
			for (const term of card.terms) this.#byTerm.set(term, [...(this.#byTerm.get(term) ?? []), card]);
		}
		const [adults, young, families] = DOORS.map((who) => frontDoors(world.areas, world.place, who));
		this.#doors = { adults: adults ?? [], 'under-18': young ?? [], families: families ?? [] };
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
		const age = ageFor(told, who);
		return ids.flatMap((id) => {
			const card = this.#byId.get(id);
			return card && this.#serving.has(card) && fitsAge(card, age) ? this.#chosenFrom(card, false) : [];
		});
	}

	/**
	 * The services that a query means here, best first: made for the person's group, front doors, those of their council,
	 * those that take all of their age, sure ones, then (for what is to be done now) those that are open. Of those that are
	 * alike in all of it, the nearest, then those that somebody has checked within a year.
	 * @param urgent true for the steps of `now`
	 */
	choose(query: ServiceQuery, told: Told, urgent: boolean): Chosen[] {
		const { wish, key } = this.wishes.of(query, told);
		const memory = urgent ? this.#found.now : this.#found.later;
		const known = memory.get(query) ?? new Map<string, Chosen[]>();
		memory.set(query, known);
		const found = known.get(key) ?? this.#search(query, wish, urgent);
		known.set(key, found);
		return found;
	}

	#search(query: ServiceQuery, wish: Wish, urgent: boolean): Chosen[] {
		const doors = this.#doors[wish.door];
		const isDoorQuery = query.frontDoor !== undefined;
		const fits = (card: Card) =>
			fitsAge(card, wish.age) &&
			fitsAudience(card, wish.wanted, wish.base) &&
			(query.madeFor?.some((audience) => card.who?.includes(audience)) ?? true) &&
			(fitsSubstances(card, wish.substances) || (isDoorQuery && wish.substances.length === 0)) &&
			(query.way === undefined || card.ways.includes(query.way)) &&
			(query.referral === undefined || card.referral.includes(query.referral)) &&
			(query.from === undefined || (query.from === 'national') === (card.area === 'national'));
		return this.#candidates(query, wish.door)
			.filter(fits)
			.map((card) => ({ card, rank: this.#rank(card, query, wish, doors, urgent) }))
			.sort((a, b) => byRank(a.rank, b.rank) || (a.card.name < b.card.name ? -1 : 1))
			.slice(0, query.limit)
			.map(({ card }) => this.#chosenFrom(card, doors.includes(card.id)));
	}

	/** Services that a query may mean, of those that take people from here. */
	#candidates({ terms, frontDoor }: ServiceQuery, door: DoorFor): Card[] {
		if (frontDoor === undefined) return [...new Set(terms?.flatMap((term) => this.#byTerm.get(term) ?? []))];
		return this.#doors[door].flatMap((id) => this.#byId.get(id) ?? []).filter((card) => this.#serving.has(card));
	}

	/** Numbers to compare from the left: the smaller, the better. */
	#rank(card: Card, query: ServiceQuery, wish: Wish, doors: readonly string[], urgent: boolean): number[] {
		const at = doors.indexOf(card.id);
		return [
			isMadeFor(card, wish.wanted) ? 0 : 1,
			at >= 0 ? at : doors.length,
			(this.#serving.get(card) === 'yes' ? 0 : 1) + (card.area === 'national' ? 2 : 0),
			1 - shareOfBand(card, wish.age ?? 'adult'),
			card.listing === 'listed' ? 0 : 1,
			urgent ? openRank(this.isOpen(card)) : 0,
			query.terms?.some((term) => card.terms[0] === term) ? 0 : 1,
			contactRank(card),
			card.referral.length === 0 || card.referral.some((one) => one === 'self' || one === 'family') ? 0 : 1,
			this.#miles(card),
			sinks(card, this.#today) ? 1 : 0
		];
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

/** Open, then not known (ring first), then closed. */
function openRank(isOpen: boolean | undefined): number {
	if (isOpen === undefined) return 1;
	return isOpen ? 0 : 2;
}

/** A voice comes first, since it can say what a record does not know. */
function contactRank(card: Card): number {
	if (card.phone) return 0;
	if (card.textLine) return 1;
	return card.places?.length && card.ways.includes('walk-in') ? 2 : 3;
}

function byRank(a: readonly number[], b: readonly number[]): number {
	for (const [index, value] of a.entries()) {
		const difference = value - (b[index] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}

function openNow(card: Card, { now, holidays }: World): boolean | undefined {
	const own = card.hours?.[card.mainHours ?? -1];
	const hours = own && shownHours(own, now);
	if (!hours || hours.unknown || hours.appointment) return undefined;
	return openAt(hours, now, holidays);
}
