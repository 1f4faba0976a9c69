import labels from '../../../data/generated/labels.json' with { type: 'json' };
import type { Audience, Referrer, SubstanceGroup, TaxonomyTerm, WayIn } from '../../../data/terms.ts';

/**
 * Plain words for the closed lists of `src/data/terms.ts`, written in `content/vocabulary/taxonomy.yaml`.
 * They are part of the app and not of the data files: a screen needs them before any data is there.
 */

/** What people call this kind of service. */
export const termLabel = (term: TaxonomyTerm): string => labels.terms[term].label;
/** One plain sentence on what this kind of service is. */
export const termMeaning = (term: TaxonomyTerm): string => labels.terms[term].what;
export const audienceLabel = (audience: Audience): string => labels.audiences[audience].label;
export const wayLabel = (way: WayIn): string => labels.ways[way].label;
export const referrerLabel = (referrer: Referrer): string => labels.referrers[referrer].label;
/** What professionals call a way of referral. */
export const referrerTerm = (referrer: Referrer): string => labels.referrers[referrer].professional;
export const substanceLabel = (group: SubstanceGroup): string => labels.substances[group].label;
