import type { Card } from '../../../../data/record.ts';
import type { TaxonomyTerm } from '../../../../data/terms.ts';
import { kilometresTo } from '../places.ts';
import type { Lexicon } from '../read/lexicon.ts';
import type { Token } from '../read/phrases.ts';
import { closeness, placeFit } from './nearby.ts';
import type { fieldsOf } from './postings.ts';
import { checkFit, frontDoorBonus, isPharmacyOnly, kindFit, listingFit, personFit } from './rank.ts';
import type { Asked } from './score.ts';

/**
 * The ranking as it was first written: card by card, sorting everything. Slow and easy to follow. Only tests use it:
 * `score.ts` and `choose.ts` must give the same.
 */

const IN_NAMES = 1.5;
const LINES = ['emergency-999', 'refuge', 'samaritans', 'nhs-111-mental-health', 'shout'];

export interface PlainScored {
	card: Card;
	score: number;
	term: TaxonomyTerm | undefined;
	isMiss: boolean;
	km: number | undefined;
	isDoor: boolean;
	named: string[];
}

type Hit = { score: number; named: string[] };

/** What the words of a query found, by index of card. */
export function plainHits(
	tokens: readonly Token[],
	fields: readonly ReturnType<typeof fieldsOf>[],
	lexicon: Lexicon,
	stop: ReadonlySet<string>
): Map<number, Hit> {
	const hits = new Map<number, Hit>();
	let whole = 0;
	for (const { text, candidates } of tokens) {
		const words = candidates.map(({ word, quality }) => ({ text: lexicon.word(word), quality }));
		let count = 0;
		const best = new Map<number, number>();
		for (const [card, lists] of fields.entries()) {
			for (const word of words) {
				if (stop.has(word.text)) continue;
				const weights = lists.filter(([, own]) => own.includes(word.text)).map(([weight]) => weight);
				if (weights.length === 0) continue;
				count++;
				best.set(card, Math.max(best.get(card) ?? 0, Math.fround(Math.max(...weights)) * word.quality));
			}
		}
		const rarity = Math.log(1 + fields.length / Math.max(1, count));
		whole += rarity;
		for (const [card, weight] of best) {
			const hit = hits.get(card) ?? { score: 0, named: [] };
			hits.set(card, {
				score: hit.score + weight * rarity,
				named: weight > IN_NAMES ? [...hit.named, text] : hit.named
			});
		}
	}
	return new Map([...hits].map(([card, { score, named }]) => [card, { score: score / whole, named }]));
}

/** Scores every card that has anything to do with what is asked. */
export function plainScores(
	cards: readonly Card[],
	hits: ReadonlyMap<number, Hit>,
	councilsOf: (area: string) => ReadonlySet<string>,
	{ said, wanted, target, browse, nameOnly, options }: Asked
): PlainScored[] {
	const textWeight = said.emergency ? 0 : browse ? 0.1 : wanted.any ? 0.3 : 0.8;
	const rest = new Set(said.rest.map(({ text }) => text));
	const scored: PlainScored[] = [];
	const noPharmacy = !wanted.pharmacy && !browse && (wanted.any || rest.size === 0) && said.names.length === 0;
	for (const [index, card] of cards.entries()) {
		if (noPharmacy && isPharmacyOnly(card)) continue;
		const hit = hits.get(index);
		const name = said.names.find((each) => each.cards.includes(index));
		const restNamed = rest.size && hit ? hit.named.filter((word) => rest.has(word)).length / rest.size : 0;
		const unasked =
			isPharmacyOnly(card) && !wanted.pharmacy && !name && (wanted.any || said.names.length > 0 || restNamed < 1);
		if (unasked && !browse) continue;
		const kind = kindFit(card, wanted);
		if ((kind.score === 0 || nameOnly) && !hit && !name) continue;
		const place = placeFit(card, target, councilsOf, said.emergency !== null);
		const km = kilometresTo(card, target?.point);
		const byKind = kind.score && kind.score * personFit(card, said, wanted);
		const byText =
			(hit?.score ?? 0) * textWeight + (name ? (name.whole ? 4.8 : 1.8) * name.quality : 0) + restNamed * 0.9;
		if (byKind + byText === 0) continue;
		const isNamed = name !== undefined || restNamed > 0;
		const isElsewhere = place.serves === 'other-area';
		const door = isElsewhere || place.serves === 'other-council' ? 0 : frontDoorBonus(card, said, wanted, target);
		const isMeant = said.emergency !== null && card.terms[0] !== undefined && wanted.essential.includes(card.terms[0]);
		const line = isMeant ? LINES.indexOf(card.id) : -1;
		const ring = line < 0 ? 0 : 1 - 0.2 * line;
		const open = options.open?.(card) ? 0.02 : 0;
		const sum = byKind + byText + door + closeness(km) * Math.min(1, byKind + byText) + open + ring;
		const fit = line >= 0 || (isElsewhere && !isNamed) ? 1 : isElsewhere ? 0.35 : place.fit;
		scored.push({
			card,
			score: sum * fit * listingFit(card) * checkFit(card, options.today) * (unasked ? 0.05 : 1),
			term: kind.term,
			isMiss: (isElsewhere && !isNamed) || options.keep?.(card) === false,
			km,
			isDoor: door > 0 && place.serves === 'here',
			named: hit?.named ?? []
		});
	}
	return scored;
}

/** The best cards, best first, varied near the top. */
export function plainChoice(
	scored: readonly PlainScored[],
	limit: number,
	essential: readonly TaxonomyTerm[]
): PlainScored[] {
	const pool = scored.toSorted(byScore);
	const chosen: PlainScored[] = [];
	const count = (of: (each: PlainScored) => unknown, value: unknown) =>
		chosen.filter((each) => of(each) === value).length;
	const now = (each: PlainScored) =>
		each.score *
		0.93 ** count(({ term }) => term ?? '', each.term ?? '') *
		0.95 ** count(({ card }) => card.org, each.card.org);
	const isOf = ({ card }: PlainScored, term: TaxonomyTerm) => card.terms.slice(0, 3).includes(term);
	while (chosen.length < Math.min(limit, 10) && pool.length) {
		const values = pool.map(now);
		const most = Math.max(...values);
		const due = essential.filter((term) => !chosen.some((each) => isOf(each, term)));
		let best = values.indexOf(most);
		if (chosen.length > 0 && chosen.length < 3 && due.length >= Math.min(3, limit) - chosen.length) {
			const least = (chosen[0]?.score ?? 0) * 0.2;
			const first = pool.findIndex((each) => each.score >= least && due.some((term) => isOf(each, term)));
			if (first >= 0) best = first;
		}
		const [next] = pool.splice(best, 1);
		if (next) chosen.push({ ...next, score: most });
	}
	const rest = pool.map((each) => ({ ...each, score: now(each) })).sort(byScore);
	return [...chosen, ...rest.slice(0, limit - chosen.length)];
}

function byScore(a: PlainScored, b: PlainScored): number {
	return (
		b.score - a.score ||
		(a.km ?? Infinity) - (b.km ?? Infinity) ||
		Number(b.isDoor) - Number(a.isDoor) ||
		Number(b.card.listing === 'listed') - Number(a.card.listing === 'listed') ||
		(a.card.name < b.card.name ? -1 : a.card.name > b.card.name ? 1 : 0) ||
		(a.card.id < b.card.id ? -1 : 1)
	);
}
