import type { Card } from '../../../../data/record.ts';
import type { TaxonomyTerm } from '../../../../data/terms.ts';
import type { PlaceFit } from './nearby.ts';

/** A card with how well it fits. */
export interface Scored {
	card: Card;
	score: number;
	/** The wanted kind that it fits best. */
	term: TaxonomyTerm | undefined;
	/** It fits, but is for another area or hidden by a filter. */
	isMiss: boolean;
	details: {
		place: PlaceFit;
		named: string[];
		byName: string | undefined;
		byKind: number;
		byText: number;
		frontDoor: boolean;
	};
}

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
 * The best cards, best first, varied in kind and organization near the top.
 * @param essential kinds of which one each must be among the first results, the most wanted first
 * @returns copies whose score is what decided, so scores never rise down the list
 */
export function chooseVaried(
	scored: readonly Scored[],
	limit: number,
	essential: readonly TaxonomyTerm[] = []
): Scored[] {
	const pool = scored.toSorted(byScore);
	const kinds = new Map<string, number>();
	const organizations = new Map<string, number>();
	const now = ({ card, score, term }: Scored) =>
		score * SAME_KIND ** (kinds.get(term ?? '') ?? 0) * SAME_ORGANIZATION ** (organizations.get(card.org) ?? 0);
	const chosen: Scored[] = [];
	while (chosen.length < Math.min(limit, VARIED) && pool.length) {
		let best = 0;
		let most = -1;
		for (const [index, each] of pool.entries()) {
			// Without the discount it could not win any more: nor can those after it.
			if (each.score <= most) break;
			const value = now(each);
			if (value > most) [best, most] = [index, value];
		}
		const due = essential.filter((term) => !chosen.some((each) => isOf(each, term)));
		if (chosen.length < FIRST && due.length >= Math.min(FIRST, limit) - chosen.length) {
			const first = pool.findIndex(
				(each) => each.score >= (chosen[0]?.score ?? 0) * ESSENTIAL_SHARE && due.some((term) => isOf(each, term))
			);
			if (first >= 0 && chosen.length > 0) best = first;
		}
		const [next] = pool.splice(best, 1);
		if (!next) break;
		chosen.push({ ...next, score: most });
		kinds.set(next.term ?? '', (kinds.get(next.term ?? '') ?? 0) + 1);
		organizations.set(next.card.org, (organizations.get(next.card.org) ?? 0) + 1);
	}
	if (chosen.length === limit) return chosen;
	const rest = pool.map((each) => ({ ...each, score: now(each) })).sort(byScore);
	return [...chosen, ...rest.slice(0, limit - chosen.length)];
}

const isOf = ({ card }: Scored, term: TaxonomyTerm) => card.terms.slice(0, MAIN_KINDS).includes(term);

/** Best first; equals by distance, front door, listing, then name and id, so that the order never depends on chance. */
function byScore(a: Scored, b: Scored): number {
	return (
		b.score - a.score ||
		(a.details.place.km ?? Infinity) - (b.details.place.km ?? Infinity) ||
		Number(b.details.frontDoor) - Number(a.details.frontDoor) ||
		Number(b.card.listing === 'listed') - Number(a.card.listing === 'listed') ||
		(a.card.name < b.card.name ? -1 : a.card.name > b.card.name ? 1 : 0) ||
		(a.card.id < b.card.id ? -1 : 1)
	);
}
