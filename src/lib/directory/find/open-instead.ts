import type { Card } from '../../../data/record.ts';
import type { TaxonomyTerm } from '../../../data/terms.ts';

/** So many services that are open now are named. */
const MOST = 3;
/** A service fits the words well enough to stand first at night with this share of the best score. */
const FITS_SHARE = 0.5;
/** Lines for anyone, whatever the words were: better than nobody at night. A meeting of another kind is not. */
const FOR_ANYONE: readonly TaxonomyTerm[] = ['helpline', 'crisis-line'];

interface Listed {
	card: Card;
	/** How well it fits what was asked; absent when nothing was asked in words. */
	score?: number;
}

/**
 * Whom to ring when the best results are closed. `results`: best first. Gives the best of those that are open and that fit
 * what was asked, or that are a line for anyone; none when one of the first results is open anyway.
 */
export function openInstead<Result extends Listed>(
	results: readonly Result[],
	isOpen: (card: Card) => boolean
): Result[] {
	if (results.slice(0, MOST).some(({ card }) => isOpen(card))) return [];
	const best = results[0]?.score ?? 0;
	const fits = ({ card, score }: Result) =>
		score === undefined || score >= best * FITS_SHARE || FOR_ANYONE.some((term) => card.terms.includes(term));
	return results.filter((result) => isOpen(result.card) && fits(result)).slice(0, MOST);
}
