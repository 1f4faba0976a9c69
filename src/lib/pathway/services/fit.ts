import { AGE_RANGES, type AgeBand } from '../../../data/pathway-terms.ts';
import type { Card } from '../../../data/record.ts';
import type { Audience, SubstanceGroup, TaxonomyTerm } from '../../../data/terms.ts';

/**
 * Whether a service fits a person. These are walls and not weights: an adult-only service is never shown to somebody under
 * 18, whatever else speaks for it.
 */

/** A service that ends at this age or before is a children's one. */
const CHILDREN_TO = 19;
/** Kinds of service that are for adults unless their record says otherwise. */
const ADULT_UNLESS_SAID: readonly TaxonomyTerm[] = ['treatment', 'detox', 'rehab', 'supervised-consumption', 'prison'];

const GENDERS: readonly Audience[] = ['women', 'men'];
/** Groups for whom a service is made, and nobody else. */
const GROUPS: readonly Audience[] = [
	'pregnant',
	'lgbtq',
	'veterans',
	'homeless',
	'in-justice-system',
	'prison-leavers',
	'sex-workers',
	'minority-ethnic',
	'faith',
	'disabled',
	'students',
	'bereaved',
	'older-people'
];
const isOf = (list: readonly Audience[]) => (audience: Audience) => list.includes(audience);
/** Groups that a person belongs to, of what the answers name: not how they stand to the person who drinks or uses drugs. */
export const groupsIn = (audiences: readonly Audience[]) =>
	audiences.filter((audience) => isOf(GROUPS)(audience) || isOf(GENDERS)(audience));

/** Whether a record takes only adults, as far as it says. */
export function isAdultOnly(card: Card): boolean {
	if (card.minAge !== undefined) return card.minAge >= AGE_RANGES['18-25'][0];
	if (card.maxAge !== undefined || card.terms.includes('young-people')) return false;
	if (card.frontDoor?.some((door) => door.for === 'under-18')) return false;
	return card.terms.some((term) => ADULT_UNLESS_SAID.includes(term));
}

/** Whether a record takes only children and young people. */
export function isChildrenOnly(card: Card): boolean {
	return card.maxAge !== undefined && card.maxAge <= CHILDREN_TO;
}

/** How many of the years of a band a service takes, 0 to 1. */
export function shareOfBand({ minAge = 0, maxAge = Infinity }: Pick<Card, 'minAge' | 'maxAge'>, band: AgeBand): number {
	const [from, to] = AGE_RANGES[band];
	const years = Math.min(to, maxAge) - Math.max(from, minAge) + 1;
	return Math.max(0, years) / (to - from + 1);
}

/** Whether a service may be shown to a person of this age; when the age is not known, to an adult. */
export function fitsAge(card: Card, band: AgeBand | undefined): boolean {
	const age = band ?? 'adult';
	if (age === 'under-18') return !isAdultOnly(card) && shareOfBand(card, age) > 0;
	return !isChildrenOnly(card) && shareOfBand(card, age) > 0;
}

/**
 * Whether a service is for these people. One made for a group (women, veterans) is shown only when the answers or the
 * step name that group; a service for everyone always fits.
 * @param wanted groups that the answers and the step name
 * @param base who comes: people-who-use, or families and the like
 */
export function fitsAudience(card: Card, wanted: readonly Audience[], base: readonly Audience[]): boolean {
	const who = card.who;
	if (!who || who.length === 0) return true;
	if (who.filter(isOf(GENDERS)).some((gender) => !wanted.includes(gender))) return false;
	const groups = who.filter(isOf(GROUPS));
	if (groups.length > 0) return groups.some((group) => wanted.includes(group));
	const others = who.filter((audience) => !isOf(GENDERS)(audience));
	return others.length === 0 || others.some((audience) => base.includes(audience) || wanted.includes(audience));
}

/** Whether a service is made for one of the groups that the answers or the step name. */
export function isMadeFor(card: Card, wanted: readonly Audience[]): boolean {
	return groupsIn(card.who ?? []).some((audience) => wanted.includes(audience));
}

/** Whether a service takes these substances. One that is limited to some is shown only when the answers name one of them. */
export function fitsSubstances(card: Card, substances: readonly SubstanceGroup[]): boolean {
	return !card.substances || card.substances.some((group) => substances.includes(group));
}
