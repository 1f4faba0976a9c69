import type { Card } from '../../../../data/record.ts';
import type { TaxonomyTerm } from '../../../../data/terms.ts';
import type { Columns, Near } from './columns.ts';
import { placeFit, type PlaceFit, type Serves } from './nearby.ts';
import type { Hits, Postings } from './postings.ts';
import { frontDoorBonus, kindFit, personFit, type Wanted } from './rank.ts';
import type { SearchOptions } from '../types.ts';
import type { Target, Understanding } from '../read/understand.ts';

/** What words in names and texts count for: beside meanings, alone, and when only a place or a person was said. */
const TEXT_BESIDE = 0.3;
const TEXT_ALONE = 0.8;
const TEXT_BROWSING = 0.1;
/** A card whose name was typed as it stands. */
const BY_NAME = 1.8;
/** Its name and nothing else was typed. */
const WHOLE_NAME = 3;
/** Words that mean nothing else, found in its name. */
const REST_IN_NAME = 0.9;
/** A service of another area that was called by its name. */
const NAMED_ELSEWHERE = 0.35;
/** A pharmacy in a list that asks for no pharmacy: after everything else. */
const PHARMACY_UNASKED = 0.05;
/** Open now decides between equals only. */
const OPEN = 0.02;
/** In an emergency these stand before other lines of their kind (rule R14), in this order. */
const EMERGENCY_LINES = ['emergency-999', 'refuge', 'samaritans', 'nhs-111-mental-health', 'shout'];
const RING_FIRST = 1;
const RING_STEP = 0.2;

/** What is asked of every card. */
export interface Asked {
	said: Understanding;
	wanted: Wanted;
	target: Target | undefined;
	/** Nothing was said but where or who. */
	browse: boolean;
	/** Only a name was said: of its services the way in stands first, and others are none of it. */
	nameOnly: boolean;
	options: SearchOptions;
}

/** A card with how well it fits, and why. */
export interface Scored {
	card: Card;
	score: number;
	/** The wanted kind that it fits best. */
	term: TaxonomyTerm | undefined;
	details: {
		place: PlaceFit;
		named: string[];
		byName: string | undefined;
		byKind: number;
		byText: number;
		frontDoor: boolean;
	};
}

/**
 * The score of every card that has anything to do with what is asked. Cards are told by their index. A class and no
 * closures, whose code would be made anew for each search: the loop over all cards is what a keystroke costs.
 */
export class Scores {
	/** By card; only for those in `fitting` and `misses`, and until the next search. */
	readonly score: Float64Array;
	/** Until the next search. */
	readonly fitting: Uint32Array;
	/** Those that fit, but are for another area or hidden by a filter. Until the next search. */
	readonly misses: Uint32Array;
	/** By profile: the wanted kind that it fits best. */
	readonly terms: readonly (TaxonomyTerm | undefined)[];
	readonly near: Near | undefined;
	readonly #asked: Asked;
	readonly #columns: Columns;
	readonly #hits: Hits;
	readonly #textWeight: number;
	/** Words that mean nothing else. */
	readonly #rest: ReadonlySet<string>;
	/** By profile. */
	readonly #byKind: Float64Array;
	/** By reach. */
	readonly #places: readonly { serves: Serves; fit: number }[];
	readonly #nameOf: ReadonlyMap<number, Understanding['names'][number]>;

	constructor(columns: Columns, postings: Postings, councilsOf: (area: string) => ReadonlySet<string>, asked: Asked) {
		const { said, wanted, target, browse } = asked;
		const kinds = columns.profiles.map((card) => kindFit(card, wanted));
		this.score = columns.scores;
		this.terms = kinds.map(({ term }) => term);
		this.near = target?.point && columns.near(target.point);
		this.#asked = asked;
		this.#columns = columns;
		this.#hits = postings.search(said.text);
		this.#textWeight = said.emergency ? 0 : browse ? TEXT_BROWSING : wanted.any ? TEXT_BESIDE : TEXT_ALONE;
		this.#rest = new Set(said.rest.map(({ text }) => text));
		this.#byKind = Float64Array.from(columns.profiles, (card, profile) => {
			const kind = kinds[profile]?.score ?? 0;
			return kind && kind * personFit(card, said, wanted);
		});
		this.#places = columns.reaches.map((card) => placeFit(card, target, councilsOf, said.emergency !== null));
		this.#nameOf = namesByCard(said);
		const { fitting, misses } = this.#scoreAll();
		this.fitting = columns.lists.fitting.subarray(0, fitting);
		this.misses = columns.lists.misses.subarray(0, misses);
	}

	/** Gives how many cards fit, and how many are misses. */
	#scoreAll(): { fitting: number; misses: number } {
		const { said, wanted, browse, nameOnly, options } = this.#asked;
		const { profileOf, reachOf, listing, pharmacyOnly, hasDoor } = this.#columns;
		const { fitting, misses } = this.#columns.lists;
		const score = this.score;
		const found = { fitting: 0, misses: 0 };
		const { open, keep } = options;
		const hit = this.#hits.scores;
		const byKindOf = this.#byKind;
		const placeFits = Float64Array.from(this.#places, ({ fit }) => fit);
		const elsewhere = Uint8Array.from(this.#places, ({ serves }) => Number(serves === 'other-area'));
		const nameOf = this.#nameOf.size > 0 ? this.#nameOf : undefined;
		const bonuses = this.near?.bonus;
		const checks = this.#columns.checks(options.today);
		const rings = ringsFirst(this.#columns, said, wanted);
		const isPharmacyAsked = wanted.pharmacy;
		const isElseAsked = wanted.any || said.names.length > 0;
		// Two thirds of all cards are pharmacies, and few people look for one.
		const noPharmacy = !wanted.pharmacy && !browse && (wanted.any || this.#rest.size === 0) && said.names.length === 0;
		for (const index of noPharmacy ? this.#columns.besidesPharmacies : this.#columns.all) {
			const isHit = hit[index] !== 0;
			const isCalled = nameOf?.has(index) === true;
			const byKind = byKindOf[profileOf[index] ?? 0] ?? 0;
			if ((byKind === 0 || nameOnly) && !isHit && !isCalled) continue;
			const named = isHit ? this.#restNamed(index) : 0;
			const pharmacyUnasked = pharmacyOnly[index] === 1 && !isPharmacyAsked && !isCalled && (isElseAsked || named < 1);
			if (pharmacyUnasked && !browse) continue;
			const byText = isHit || isCalled ? this.#textOf(index, named) : 0;
			if (byKind + byText === 0) continue;

			const reach = reachOf[index] ?? 0;
			const isElsewhere = elsewhere[reach] === 1;
			const isNamed = isCalled || named > 0;
			const line = rings?.get(index);
			const bonus = bonuses?.[index] ?? 0;
			const isOpen = open ? OPEN * Number(this.#is(open, index)) : 0;
			const door = hasDoor[index] === 1 ? this.#doorOf(index) : 0;
			const sum = byKind + byText + door + bonus * Math.min(1, byKind + byText) + isOpen + (line ?? 0);
			// A miss is compared with other misses only.
			const fit =
				line !== undefined || (isElsewhere && !isNamed) ? 1 : isElsewhere ? NAMED_ELSEWHERE : (placeFits[reach] ?? 0);
			score[index] =
				sum * fit * (listing[index] ?? 1) * (checks[index] ?? 1) * (pharmacyUnasked ? PHARMACY_UNASKED : 1);
			if ((isElsewhere && !isNamed) || (keep && !this.#is(keep, index))) misses[found.misses++] = index;
			else fitting[found.fitting++] = index;
		}
		return found;
	}

	#is(what: (card: Card) => boolean, index: number): boolean {
		const card = this.#columns.cards[index];
		return card !== undefined && what(card);
	}

	#textOf(card: number, named: number): number {
		const name = this.#nameOf.get(card);
		return (
			(this.#hits.scores[card] ?? 0) * this.#textWeight +
			(name ? (BY_NAME + (name.whole ? WHOLE_NAME : 0)) * name.quality : 0) +
			named * REST_IN_NAME
		);
	}

	/** Which part of the words that mean nothing else is in its name. */
	#restNamed(card: number): number {
		return this.#rest.size > 0 && this.#hits.scores[card]
			? this.#hits.countNamed(card, this.#rest) / this.#rest.size
			: 0;
	}

	#servesOf(card: number): Serves {
		return this.#places[this.#columns.reachOf[card] ?? 0]?.serves ?? 'unknown';
	}

	#doorOf(card: number): number {
		const given = this.#columns.hasDoor[card] === 1 ? this.#columns.cards[card] : undefined;
		if (!given) return 0;
		const serves = this.#servesOf(card);
		if (serves === 'other-area' || serves === 'other-council') return 0;
		const { said, wanted, target } = this.#asked;
		return frontDoorBonus(given, said, wanted, target);
	}

	/** True when the card is a front door of the place, and of help here. */
	isDoor(card: number): boolean {
		return this.#doorOf(card) > 0 && this.#servesOf(card) === 'here';
	}

	/** The card with all that is known of its score. */
	explain(index: number, final: number): Scored {
		const card = this.#columns.cards[index];
		if (!card) throw new RangeError(`There is no card ${index}.`);
		const profile = this.#columns.profileOf[index] ?? 0;
		const km = this.near?.km[index];
		return {
			card,
			score: final,
			term: this.terms[profile],
			details: {
				place: { serves: this.#servesOf(index), km: km === undefined || Number.isNaN(km) ? undefined : km },
				named: this.#hits.named(index),
				byName: this.#nameOf.get(index)?.words,
				byKind: this.#byKind[profile] ?? 0,
				byText: this.#textOf(index, this.#restNamed(index)),
				frontDoor: this.isDoor(index)
			}
		};
	}
}

/** By card: the first of the names that were said which is its own. */
function namesByCard(said: Understanding): Map<number, Understanding['names'][number]> {
	const found = new Map<number, Understanding['names'][number]>();
	for (const name of said.names) for (const card of name.cards) if (!found.has(card)) found.set(card, name);
	return found;
}

/** In an emergency, what the lines to ring first get beyond their score, by card; undefined where there is none. */
function ringsFirst({ byId, cards }: Columns, said: Understanding, wanted: Wanted): Map<number, number> | undefined {
	if (said.emergency === null) return undefined;
	const rings = new Map<number, number>();
	for (const [line, id] of EMERGENCY_LINES.entries()) {
		const index = byId.get(id);
		const [main] = (index !== undefined && cards[index]?.terms) || [];
		if (index !== undefined && main && wanted.essential.includes(main)) rings.set(index, RING_FIRST - RING_STEP * line);
	}
	return rings;
}
