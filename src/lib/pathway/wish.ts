import type { AgeBand } from '../../data/pathway-terms.ts';
import type { ServiceQuery } from '../../data/pathway.ts';
import type { Audience, SubstanceGroup } from '../../data/terms.ts';
import { groupsIn } from './fit.ts';
import { ageFor, comesAs, type Told } from './person.ts';
import type { DoorFor } from './place.ts';

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

const known = new WeakMap<Told, Map<ServiceQuery, Wish>>();

/** What a query reads of what was told. Remembers, since many places and hours ask for the same. */
export function wishOf(query: ServiceQuery, told: Told): Wish {
	const wishes = known.get(told) ?? new Map<ServiceQuery, Wish>();
	known.set(told, wishes);
	const wish = wishes.get(query) ?? makeWish(query, told);
	wishes.set(query, wish);
	return wish;
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
