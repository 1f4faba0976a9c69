import type { Card } from '../../../../data/record.ts';
import type { TaxonomyTerm } from '../../../../data/terms.ts';
import type { Columns } from './columns.ts';
import type { Scored, Scores } from './score.ts';

/** Each further result of the same kind, or of the same organization, counts this much less: people see their choices. */
const SAME_KIND = 0.93;
const SAME_ORGANIZATION = 0.95;
/** Kinds that must be seen are among the first so many, unless what there is fits much less than the best. */
const FIRST = 3;
const ESSENTIAL_SHARE = 0.2;
/** A card is of a kind when that is one of its first so many. */
const MAIN_KINDS = 3;
/** So many results are chosen for variety; the rest follow by score. */
const VARIED = 10;

/**
 * The best cards, best first, varied in kind and organization near the top. Looks through all of them a few times
 * rather than sorting them: most are never shown.
 * @param pool indexes of the cards to choose from; used up
 * @param essential kinds of which one each must be among the first results, the most wanted first
 * @returns with the score that decided, so scores never rise down the list
 */
export function chooseVaried(
	columns: Columns,
	scores: Scores,
	pool: Uint32Array,
	limit: number,
	essential: readonly TaxonomyTerm[] = []
): Scored[] {
	const { score } = scores;
	const { profileOf, organizationOf } = columns;
	if (pool.length === 0) return [];
	// Kinds by number: by profile, how many results are of it, and how much a further one counts. The same by organization.
	const kinds = new Map<TaxonomyTerm | undefined, number>();
	const kindOf = Uint16Array.from(scores.terms, (term) => kinds.get(term) ?? kinds.set(term, kinds.size).size - 1);
	const timesOfKind = new Uint8Array(kinds.size);
	const perKind = new Float64Array(kinds.size).fill(1);
	const timesOf = new Map<number, number>();
	const perOrganization = new Map<number, number>();
	const now = (card: number) =>
		(score[card] ?? 0) *
		(perKind[kindOf[profileOf[card] ?? 0] ?? 0] ?? 1) *
		(perOrganization.get(organizationOf[card] ?? 0) ?? 1);
	const precedes = precedence(columns, scores);
	const chosen: { card: number; score: number }[] = [];
	let left = pool.length;
	while (chosen.length < Math.min(limit, VARIED) && left > 0) {
		let best = -1;
		let most = -1;
		let where = 0;
		for (let at = 0; at < left; at++) {
			const card = pool[at] ?? 0;
			// Without the discount it could not win.
			if ((score[card] ?? 0) < most) continue;
			const value = now(card);
			if (value > most || (value === most && precedes(card, best))) [best, most, where] = [card, value, at];
		}
		const due = essential.filter((term) => !chosen.some(({ card }) => isOf(columns.cards[card], term)));
		if (chosen.length > 0 && chosen.length < FIRST && due.length >= Math.min(FIRST, limit) - chosen.length) {
			const least = (chosen[0]?.score ?? 0) * ESSENTIAL_SHARE;
			const isDue = columns.profiles.map((card) => due.some((term) => isOf(card, term)));
			let first = -1;
			for (let at = 0; at < left; at++) {
				const card = pool[at] ?? 0;
				if (!isDue[profileOf[card] ?? 0] || (score[card] ?? 0) < least) continue;
				if (first < 0 || precedes(card, first)) [first, where] = [card, at];
			}
			if (first >= 0) best = first;
		}
		chosen.push({ card: best, score: most });
		// What is chosen leaves the pool: the last one takes its place.
		pool[where] = pool[--left] ?? 0;
		const kind = kindOf[profileOf[best] ?? 0] ?? 0;
		timesOfKind[kind] = (timesOfKind[kind] ?? 0) + 1;
		perKind[kind] = SAME_KIND ** (timesOfKind[kind] ?? 0);
		const organization = organizationOf[best] ?? 0;
		timesOf.set(organization, (timesOf.get(organization) ?? 0) + 1);
		perOrganization.set(organization, SAME_ORGANIZATION ** (timesOf.get(organization) ?? 0));
	}
	if (chosen.length < limit) {
		const { finals } = columns;
		const others = pool.subarray(0, left);
		for (const card of others) finals[card] = now(card);
		const isBefore = (a: number, b: number) => {
			const better = (finals[a] ?? 0) - (finals[b] ?? 0);
			return better > 0 || (better === 0 && precedes(a, b, true));
		};
		const rest = firstOf(others, limit - chosen.length, isBefore);
		for (const card of rest) chosen.push({ card, score: finals[card] ?? 0 });
	}
	return chosen.map(({ card, score: final }) => scores.explain(card, final));
}

/** Leaves those cards of a list that score so much, in the place of the list. */
export function atLeast(least: number, list: Uint32Array, { score }: Scores): Uint32Array {
	let count = 0;
	for (const card of list) if ((score[card] ?? 0) >= least) list[count++] = card;
	return list.subarray(0, count);
}

const isOf = (card: Card | undefined, term: TaxonomyTerm) => card?.terms.slice(0, MAIN_KINDS).includes(term) ?? false;

/**
 * Tells which of two cards stands before the other: the better one; of equals by distance, front door, listing, then name
 * and id, so that the order never depends on chance.
 */
function precedence({ cards, listing }: Columns, scores: Scores) {
	const { score, near } = scores;
	const kilometres = (card: number) => {
		const km = near?.km[card] ?? NaN;
		return Number.isNaN(km) ? Infinity : km;
	};
	return (a: number, b: number, equal = false): boolean => {
		const [cardA, cardB] = [cards[a], cards[b]];
		if (!cardA || !cardB) return cardB === undefined;
		const better = equal ? 0 : (score[b] ?? 0) - (score[a] ?? 0);
		if (better !== 0) return better < 0;
		const nearer = kilometres(a) - kilometres(b);
		if (nearer !== 0 && !Number.isNaN(nearer)) return nearer < 0;
		const door = Number(scores.isDoor(b)) - Number(scores.isDoor(a));
		if (door !== 0) return door < 0;
		const listed = (listing[b] ?? 0) - (listing[a] ?? 0);
		if (listed !== 0) return listed < 0;
		return cardA.name === cardB.name ? cardA.id < cardB.id : cardA.name < cardB.name;
	};
}

/** The first `count` of a list in order, without sorting the others: a heap whose root is the last of those kept. */
function firstOf(list: Uint32Array, count: number, isBefore: (a: number, b: number) => boolean): number[] {
	const byOrder = (a: number, b: number) => (isBefore(a, b) ? -1 : 1);
	if (list.length <= count * 2) return [...list].sort(byOrder).slice(0, count);
	const heap = [...list.subarray(0, count)].sort((a, b) => -byOrder(a, b));
	for (let at = count; at < list.length; at++) {
		const item = list[at];
		const [root] = heap;
		if (item === undefined || root === undefined || !isBefore(item, root)) continue;
		sink(heap, item, isBefore);
	}
	return heap.sort(byOrder);
}

/** Puts an item in place of the root and lets it sink below those that come after it. */
function sink(heap: number[], item: number, isBefore: (a: number, b: number) => boolean): void {
	let at = 0;
	for (;;) {
		let child = 2 * at + 1;
		const [left, right] = [heap[child], heap[child + 1]];
		if (left === undefined) break;
		let last = left;
		if (right !== undefined && isBefore(left, right)) [child, last] = [child + 1, right];
		if (!isBefore(item, last)) break;
		heap[at] = last;
		at = child;
	}
	heap[at] = item;
}
