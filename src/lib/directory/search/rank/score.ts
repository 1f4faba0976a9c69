import type { Card } from '../../../../data/record.ts';
import type { Scored } from './choose.ts';
import { placeFit } from './nearby.ts';
import type { Postings } from './postings.ts';
import { frontDoorBonus, kindFit, listingFit, personFit, type Wanted } from './rank.ts';
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

/** Scores every card that has anything to do with what is asked; the others are left out. */
export function scoreCards(
	cards: readonly Card[],
	postings: Postings,
	councilsOf: (area: string) => ReadonlySet<string>,
	{ said, wanted, target, browse, nameOnly, options }: Asked
): Scored[] {
	const hits = postings.search(said.text);
	const textWeight = said.emergency ? 0 : browse ? TEXT_BROWSING : wanted.any ? TEXT_BESIDE : TEXT_ALONE;
	const rest = new Set(said.rest.map(({ text }) => text));
	const scored: Scored[] = [];
	// Two thirds of all cards are pharmacies, and few people look for one.
	const noPharmacy = !wanted.pharmacy && !browse && (wanted.any || rest.size === 0) && said.names.length === 0;
	for (const [index, card] of cards.entries()) {
		if (noPharmacy && isPharmacyOnly(card)) continue;
		const hit = hits.get(index);
		const name = said.names.find((each) => each.cards.has(index));
		const restNamed = rest.size && hit ? hit.named.filter((word) => rest.has(word)).length / rest.size : 0;
		const pharmacyUnasked =
			isPharmacyOnly(card) && !wanted.pharmacy && !name && (wanted.any || said.names.length > 0 || restNamed < 1);
		if (pharmacyUnasked && !browse) continue;
		const kind = kindFit(card, wanted);
		if ((kind.score === 0 || nameOnly) && !hit && !name) continue;

		const place = placeFit(card, target, councilsOf, said.emergency !== null);
		const byKind = kind.score && kind.score * personFit(card, said, wanted);
		const byText =
			(hit?.score ?? 0) * textWeight +
			(name ? (BY_NAME + (name.whole ? WHOLE_NAME : 0)) * name.quality : 0) +
			restNamed * REST_IN_NAME;
		if (byKind + byText === 0) continue;
		const isNamed = name !== undefined || restNamed > 0;
		const isElsewhere = place.serves === 'other-area';
		const door = isElsewhere || place.serves === 'other-council' ? 0 : frontDoorBonus(card, said, wanted, target);
		const isMeant = said.emergency !== null && card.terms[0] !== undefined && wanted.essential.includes(card.terms[0]);
		const line = isMeant ? EMERGENCY_LINES.indexOf(card.id) : -1;
		const ring = line < 0 ? 0 : RING_FIRST - RING_STEP * line;
		const open = options.open?.(card) ? OPEN : 0;
		const sum = byKind + byText + door + place.bonus * Math.min(1, byKind + byText) + open + ring;
		// A miss is compared with other misses only.
		const fit = line >= 0 || (isElsewhere && !isNamed) ? 1 : isElsewhere ? NAMED_ELSEWHERE : place.fit;
		scored.push({
			card,
			score: sum * fit * listingFit(card) * (pharmacyUnasked ? PHARMACY_UNASKED : 1),
			term: kind.term,
			isMiss: (isElsewhere && !isNamed) || options.keep?.(card) === false,
			details: {
				place,
				named: hit?.named ?? [],
				byName: name?.words,
				byKind,
				byText,
				frontDoor: door > 0 && place.serves === 'here'
			}
		});
	}
	return scored;
}

function isPharmacyOnly({ terms }: Card): boolean {
	return terms.length === 1 && terms[0] === 'pharmacy';
}
