import type { Card } from '../../../../data/record.ts';
import type { TaxonomyTerm } from '../../../../data/terms.ts';
import type { Columns, Near } from './columns.ts';
import { placeFit, type PlaceFit } from './nearby.ts';
import type { Postings } from './postings.ts';
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

/** The score of every card that has anything to do with what is asked. Cards are told by their index. */
export interface Scores {
	/** By card; only for those in `fitting` and `misses`, and until the next search. */
	score: Float64Array;
	fitting: number[];
	/** Those that fit, but are for another area or hidden by a filter. */
	misses: number[];
	/** By profile: the wanted kind that it fits best. */
	terms: readonly (TaxonomyTerm | undefined)[];
	near: Near | undefined;
	/** True when the card is a front door of the place, and of help here. */
	isDoor(card: number): boolean;
	/** The card with all that is known of its score. */
	explain(card: number, score: number): Scored;
}

/** Scores every card that has anything to do with what is asked; the others are left out. */
export function scoreCards(
	columns: Columns,
	postings: Postings,
	councilsOf: (area: string) => ReadonlySet<string>,
	{ said, wanted, target, browse, nameOnly, options }: Asked
): Scores {
	const { cards, profileOf, reachOf, listing, pharmacyOnly } = columns;
	const hits = postings.search(said.text);
	const textWeight = said.emergency ? 0 : browse ? TEXT_BROWSING : wanted.any ? TEXT_BESIDE : TEXT_ALONE;
	const rest = new Set(said.rest.map(({ text }) => text));
	const kinds = columns.profiles.map((card) => kindFit(card, wanted));
	const byKindOf = columns.profiles.map((card, profile) => {
		const kind = kinds[profile]?.score ?? 0;
		return kind && kind * personFit(card, said, wanted);
	});
	const places = columns.reaches.map((card) => placeFit(card, target, councilsOf, said.emergency !== null));
	const near = target?.point && columns.near(target.point);
	const nameOf = namesByCard(said);
	const checks = columns.checks(options.today);
	const rings = ringsFirst(columns, said, wanted);
	const score = columns.scores;
	const [fitting, misses]: [number[], number[]] = [[], []];

	const textOf = (card: number, named: number): number => {
		const name = nameOf.get(card);
		return (
			(hits.scores[card] ?? 0) * textWeight +
			(name ? (BY_NAME + (name.whole ? WHOLE_NAME : 0)) * name.quality : 0) +
			named * REST_IN_NAME
		);
	};
	const restNamed = (card: number) => (rest.size && hits.scores[card] ? hits.countNamed(card, rest) / rest.size : 0);
	const doorOf = (card: number): number => {
		const given = columns.hasDoor[card] ? cards[card] : undefined;
		const serves = places[reachOf[card] ?? 0]?.serves;
		return !given || serves === 'other-area' || serves === 'other-council'
			? 0
			: frontDoorBonus(given, said, wanted, target);
	};

	// Two thirds of all cards are pharmacies, and few people look for one.
	const noPharmacy = !wanted.pharmacy && !browse && (wanted.any || rest.size === 0) && said.names.length === 0;
	for (const index of noPharmacy ? columns.besidesPharmacies : columns.all) {
		const isHit = hits.scores[index] !== 0;
		const isCalled = nameOf.size > 0 && nameOf.has(index);
		const byKind = byKindOf[profileOf[index] ?? 0] ?? 0;
		if ((byKind === 0 || nameOnly) && !isHit && !isCalled) continue;
		const named = isHit ? restNamed(index) : 0;
		const pharmacyUnasked =
			pharmacyOnly[index] === 1 && !wanted.pharmacy && !isCalled && (wanted.any || said.names.length > 0 || named < 1);
		if (pharmacyUnasked && !browse) continue;
		const byText = isHit || isCalled ? textOf(index, named) : 0;
		if (byKind + byText === 0) continue;

		const place = places[reachOf[index] ?? 0];
		const isElsewhere = place?.serves === 'other-area';
		const isNamed = isCalled || named > 0;
		const line = rings.size === 0 ? undefined : rings.get(index);
		const bonus = near?.bonus[index] ?? 0;
		const open = options.open && cards[index] && options.open(cards[index]) ? OPEN : 0;
		const sum = byKind + byText + doorOf(index) + bonus * Math.min(1, byKind + byText) + open + (line ?? 0);
		// A miss is compared with other misses only.
		const fit = line !== undefined || (isElsewhere && !isNamed) ? 1 : isElsewhere ? NAMED_ELSEWHERE : (place?.fit ?? 0);
		score[index] = sum * fit * (listing[index] ?? 1) * (checks[index] ?? 1) * (pharmacyUnasked ? PHARMACY_UNASKED : 1);
		const isHidden = options.keep !== undefined && cards[index] !== undefined && !options.keep(cards[index]);
		((isElsewhere && !isNamed) || isHidden ? misses : fitting).push(index);
	}

	const isDoor = (card: number) => doorOf(card) > 0 && places[reachOf[card] ?? 0]?.serves === 'here';
	return {
		score,
		fitting,
		misses,
		terms: kinds.map(({ term }) => term),
		near,
		isDoor,
		explain(index, final) {
			const card = cards[index];
			if (!card) throw new RangeError(`There is no card ${index}.`);
			const profile = profileOf[index] ?? 0;
			const km = near?.km[index];
			return {
				card,
				score: final,
				term: kinds[profile]?.term,
				details: {
					place: {
						serves: places[reachOf[index] ?? 0]?.serves ?? 'unknown',
						km: km === undefined || Number.isNaN(km) ? undefined : km
					},
					named: hits.named(index),
					byName: nameOf.get(index)?.words,
					byKind: byKindOf[profile] ?? 0,
					byText: textOf(index, restNamed(index)),
					frontDoor: isDoor(index)
				}
			};
		}
	};
}

/** By card: the first of the names that were said which is its own. */
function namesByCard(said: Understanding): Map<number, Understanding['names'][number]> {
	const found = new Map<number, Understanding['names'][number]>();
	for (const name of said.names) for (const card of name.cards) if (!found.has(card)) found.set(card, name);
	return found;
}

/** In an emergency, what the lines to ring first get beyond their score, by card. */
function ringsFirst({ byId, cards }: Columns, said: Understanding, wanted: Wanted): Map<number, number> {
	const rings = new Map<number, number>();
	if (said.emergency === null) return rings;
	for (const [line, id] of EMERGENCY_LINES.entries()) {
		const index = byId.get(id);
		const [main] = (index !== undefined && cards[index]?.terms) || [];
		if (index !== undefined && main && wanted.essential.includes(main)) rings.set(index, RING_FIRST - RING_STEP * line);
	}
	return rings;
}
