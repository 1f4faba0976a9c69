import type { Card } from '../../../../data/record.ts';
import { kilometresTo } from '../places.ts';
import { closeness } from './nearby.ts';
import { checkFit, isPharmacyOnly, listingFit } from './rank.ts';

/** Points whose distances are remembered: while somebody types, the place stays. */
const POINTS = 4;

type Point = { lat: number; lon: number };

/** What being close adds to each card, and kilometres to its nearest place (NaN when it has no point). */
export interface Near {
	km: Float64Array;
	bonus: Float64Array;
}

/**
 * Cards as columns of numbers. Many cards are alike to the ranking: what depends on kind, audience and age is worked out
 * once for each distinct profile, what depends on the place once for each reach (area and councils).
 */
export class Columns {
	readonly cards: readonly Card[];
	/** A card of each profile, and by card the index of its own. */
	readonly profiles: Card[] = [];
	readonly profileOf: Uint32Array;
	/** A card of each reach, and by card the index of its own. */
	readonly reaches: Card[] = [];
	readonly reachOf: Uint32Array;
	readonly organizationOf: Uint32Array;
	readonly listing: Float64Array;
	readonly hasDoor: Uint8Array;
	readonly pharmacyOnly: Uint8Array;
	readonly all: number[] = [];
	readonly besidesPharmacies: number[] = [];
	readonly byId = new Map<string, number>();
	/** Space for the scores of one search, used again by the next. */
	readonly scores: Float64Array;
	/** The same for the scores of those that follow the varied ones. */
	readonly finals: Float64Array;
	/** The same for lists of cards: a list that grows to all cards costs more than to score them. */
	readonly lists: { fitting: Uint32Array; misses: Uint32Array };
	readonly #near = new Map<string, Near>();
	#checks: { today: string | undefined; fit: Float64Array } | undefined;

	constructor(cards: readonly Card[]) {
		this.cards = cards;
		this.profileOf = new Uint32Array(cards.length);
		this.reachOf = new Uint32Array(cards.length);
		this.organizationOf = new Uint32Array(cards.length);
		this.listing = new Float64Array(cards.length);
		this.scores = new Float64Array(cards.length);
		this.finals = new Float64Array(cards.length);
		const list = () => new Uint32Array(cards.length);
		this.lists = { fitting: list(), misses: list() };
		this.hasDoor = new Uint8Array(cards.length);
		this.pharmacyOnly = new Uint8Array(cards.length);
		const profiles = new Map<string, number>();
		const reaches = new Map<string, number>();
		const organizations = new Map<string, number>();
		const number = (known: Map<string, number>, key: string, isNew: () => void) => {
			const before = known.get(key);
			if (before !== undefined) return before;
			isNew();
			known.set(key, known.size);
			return known.size - 1;
		};
		for (const [index, card] of cards.entries()) {
			const { terms, who, substances, minAge, maxAge, area, councils, org } = card;
			const profile = JSON.stringify([terms, who, substances, minAge, maxAge]);
			this.profileOf[index] = number(profiles, profile, () => this.profiles.push(card));
			const reach = `${area} ${councils?.join(' ') ?? '*'}`;
			this.reachOf[index] = number(reaches, reach, () => this.reaches.push(card));
			this.organizationOf[index] = number(organizations, org, () => undefined);
			this.listing[index] = listingFit(card);
			this.hasDoor[index] = card.frontDoor ? 1 : 0;
			this.pharmacyOnly[index] = isPharmacyOnly(card) ? 1 : 0;
			this.all.push(index);
			if (!isPharmacyOnly(card)) this.besidesPharmacies.push(index);
			this.byId.set(card.id, index);
		}
	}

	/** What the age of its last check leaves of the score of each card, on a day. */
	checks(today: string | undefined): Float64Array {
		if (this.#checks?.today !== today || !this.#checks)
			this.#checks = { today, fit: Float64Array.from(this.cards, (card) => checkFit(card, today)) };
		return this.#checks.fit;
	}

	/** How near each card is to a point. */
	near(point: Point): Near {
		const key = `${point.lat} ${point.lon}`;
		const known = this.#near.get(key);
		if (known) return known;
		const near = { km: new Float64Array(this.cards.length), bonus: new Float64Array(this.cards.length) };
		for (const [index, card] of this.cards.entries()) {
			const km = kilometresTo(card, point);
			near.km[index] = km ?? NaN;
			near.bonus[index] = closeness(km);
		}
		if (this.#near.size >= POINTS) this.#near.clear();
		this.#near.set(key, near);
		return near;
	}
}
