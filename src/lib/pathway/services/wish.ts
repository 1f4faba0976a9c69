import type { AgeBand } from '../../../data/pathway-terms.ts';
import type { ServiceQuery } from '../../../data/pathway.ts';
import type { Card } from '../../../data/record.ts';
import type { Audience, SubstanceGroup } from '../../../data/terms.ts';
import { groupsIn } from './fit.ts';
import { ageFor, comesAs, type Told } from '../person.ts';
import type { DoorFor } from '../place.ts';

/** What a query reads of the answers. */
export interface Wish {
	/** Age of the one whom the service is for; undefined when not known. */
	age: AgeBand | undefined;
	/** Groups for whom a service may be made. */
	wanted: readonly Audience[];
	/** Who comes: people-who-use, or families and the like. */
	base: readonly Audience[];
	/** What it is about; empty when not known. */
	substances: readonly SubstanceGroup[];
	/** Whose front doors count. */
	door: DoorFor;
}

/** A wish with its key: wishes for one query with the same key are granted by the same services. */
export interface KeyedWish {
	wish: Wish;
	key: string;
}

/** What the services that a query may mean are limited to. */
interface Limits {
	audiences: ReadonlySet<Audience>;
	substances: ReadonlySet<SubstanceGroup>;
}

/** Reads queries against what was told. Remembers, since many places and hours ask for the same. */
export class Wishes {
	readonly #cards: readonly Card[];
	readonly #limits = new Map<ServiceQuery, Limits>();
	readonly #known = new WeakMap<Told, Map<ServiceQuery, KeyedWish>>();

	constructor(cards: readonly Card[]) {
		this.#cards = cards;
	}

	/** What a query reads of what was told. */
	of(query: ServiceQuery, told: Told): KeyedWish {
		const wishes = this.#known.get(told) ?? new Map<ServiceQuery, KeyedWish>();
		this.#known.set(told, wishes);
		const known = wishes.get(query) ?? this.#read(query, told);
		wishes.set(query, known);
		return known;
	}

	#read(query: ServiceQuery, told: Told): KeyedWish {
		const wish = makeWish(query, told);
		const limits = this.#limits.get(query) ?? this.#limitsOf(query);
		const key = [
			wish.age,
			wish.door,
			wish.wanted.filter((one) => limits.audiences.has(one)),
			wish.base.filter((one) => limits.audiences.has(one)),
			wish.substances.length > 0 && wish.substances.filter((one) => limits.substances.has(one))
		].join('|');
		return { wish, key };
	}

	#limitsOf(query: ServiceQuery): Limits {
		const cards = this.#cards.filter(({ terms }) => query.terms?.some((term) => terms.includes(term)) ?? true);
		const limits = {
			audiences: new Set(cards.flatMap(({ who }) => who ?? [])),
			substances: new Set(cards.flatMap(({ substances }) => substances ?? []))
		};
		this.#limits.set(query, limits);
		return limits;
	}
}

/** Whose age and group a query is about: front doors for families are for the one who asks. */
export function whoFor({ frontDoor, for: who }: ServiceQuery): 'person' | 'asker' {
	return frontDoor === 'families' ? 'asker' : (who ?? 'person');
}

function makeWish(query: ServiceQuery, told: Told): Wish {
	const who = whoFor(query);
	const more = query.audiences ?? [];
	return {
		age: ageFor(told, who),
		wanted: [...groupsIn(told.audiences), ...more],
		base: [...comesAs(told, who), ...(query.frontDoor === 'families' ? (['families'] as const) : []), ...more],
		substances: query.substances ?? told.substances,
		door: doorFor(query, told)
	};
}

function doorFor(query: ServiceQuery, told: Told): DoorFor {
	const { frontDoor } = query;
	if (frontDoor !== undefined && frontDoor !== 'by-age') return frontDoor;
	if (query.for === 'asker' && comesAs(told, 'asker').includes('families')) return 'families';
	return ageFor(told, whoFor(query)) === 'under-18' ? 'under-18' : 'adults';
}
