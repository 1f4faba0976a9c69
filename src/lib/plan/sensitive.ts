import { STAGES, type Outcome } from '../../data/pathway.ts';
import type { TaxonomyTerm } from '../../data/terms.ts';

/** Kinds of help of which somebody at home must perhaps not know: a plan with them is kept only when asked for. */
const KINDS: readonly TaxonomyTerm[] = ['domestic-abuse', 'sexual-violence', 'safeguarding'];

export function isSensitiveService({ terms }: { terms: readonly TaxonomyTerm[] }): boolean {
	return terms.some((term) => KINDS.includes(term));
}

export function isSensitiveOutcome({ steps }: Pick<Outcome, 'steps'>): boolean {
	return STAGES.some((stage) =>
		steps[stage].some(({ services }) => services?.some(({ terms }) => isSensitiveService({ terms: terms ?? [] })))
	);
}
