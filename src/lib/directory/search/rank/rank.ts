import type { Card } from '../../../../data/record.ts';
import { sinks } from '../../service/freshness.ts';
import { TAXONOMY_TERMS, type Audience, type TaxonomyTerm } from '../../../../data/terms.ts';
import type { Target, Understanding } from '../read/understand.ts';

/** What a kind of meaning counts for. A need says more than a substance, an emergency more than anything. */
const EMERGENCY = 2.4;
const NEED = 1;
/** A need that has services of its own, such as a needle exchange, is meant before "treatment" or "family". */
const OWN_SERVICE = 1.5;
const KIND = 1.5;
const SUBSTANCE = 0.75;
/** 999 where no emergency was said. */
const LATER = 0.4;
/** A line that gives advice, wherever treatment is wanted: some areas have no service that we know of. */
const ADVICE = 0.4;
/** Everything, when only a place, a person or nothing was said: the way in first. */
const BROWSE: Partial<Record<TaxonomyTerm, number>> = {
	treatment: 1,
	'family-support': 0.6,
	'young-people': 0.5,
	'needle-exchange': 0.5,
	'mutual-aid': 0.45,
	'peer-recovery': 0.45,
	homelessness: 0.45
};
const BROWSE_OTHER = 0.3;
const FAMILY = 1.7;
const FAMILY_BESIDE_NEED = 1;
const YOUNG = 2.1;
const YOUNG_BESIDE_NEED = 1.2;
const YOUNG_PERHAPS = 0.6;
/** An everyday word beside stronger ones. */
const WEAK = 0.2;
/** The second, third... kind of service that a meaning names. */
const DECAY = [1, 0.66, 0.54, 0.45, 0.38, 0.32, 0.27];
/** The same where the need has services of its own. */
const OWN_DECAY = [1, 0.5, 0.44, 0.38, 0.34, 0.3, 0.26];
/** A kind that stands second, third... among those of a card. */
const POSITION = [1, 0.85, 0.75, 0.68, 0.62];
/** Further kinds of a card that are wanted too. */
const SECOND_KIND = 0.25;

const SAME_SUBSTANCE = 1.3;
const OTHER_SUBSTANCE = 0.35;
/** Limited to what nobody mentioned: only gambling and tobacco stand quite apart. */
const UNASKED_SUBSTANCE = 0.96;
const UNASKED_HABIT = 0.6;
const SAME_AUDIENCE = 1.2;
const SAME_AGE = 1.15;
/** Made for children of a parent who drinks: not for a parent who worries about a child. */
const OTHER_CHILDREN = 0.3;
const ASIDE = 0.4;
const OTHER_AUDIENCE = 0.4;
const FAMILIES_UNASKED = 0.6;
/** Never send a child to an adults' service, nor an adult to a children's: far below everything else. */
const WRONG_AGE = 0.08;
const CHILDREN_UNASKED = 0.5;

/** So many kinds at most must be among the first results. */
const ESSENTIAL = 3;
const ESSENTIAL_NOW = 2;

const FRONT_DOOR = 0.35;
const FRONT_DOOR_STEP = 0.06;
const CONFIRM_FIRST = 0.94;
/** Not checked for a year. */
const UNCHECKED = 0.97;
const ADULT = 18;
/** Services whose oldest is at most this are for young people. */
const YOUNG_UNTIL = 25;

/** Kinds whose first step is the area's front door. */
const GENERAL: ReadonlySet<TaxonomyTerm> = new Set([
	'treatment',
	'helpline',
	'family-support',
	'young-people',
	'mutual-aid',
	'peer-recovery'
]);

/** Kinds of service whose helpline is for anybody. */
const GENERAL_LINES: ReadonlySet<TaxonomyTerm> = new Set([...GENERAL, 'primary-care', 'crisis-line', 'mental-health']);

const HABITS: ReadonlySet<TaxonomyTerm> = new Set(['gambling', 'stop-smoking']);

/** Audiences that make a service special: who is not one of them is better served elsewhere. */
const SPECIAL: ReadonlySet<Audience> = new Set<Audience>([
	'women',
	'men',
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
	'carers',
	'bereaved',
	'older-people',
	'professionals',
	'children-of-people-who-use'
]);

/** Audiences that a kind of service is for by its nature. */
const AUDIENCES_OF: Partial<Record<TaxonomyTerm, readonly Audience[]>> = {
	'family-support': ['families', 'parents', 'carers', 'children-of-people-who-use'],
	carers: ['carers', 'families'],
	bereavement: ['bereaved', 'families'],
	homelessness: ['homeless'],
	'homeless-health': ['homeless'],
	outreach: ['homeless', 'sex-workers'],
	'criminal-justice': ['in-justice-system', 'prison-leavers'],
	prison: ['in-justice-system', 'prison-leavers'],
	veterans: ['veterans'],
	lgbtq: ['lgbtq'],
	maternity: ['pregnant', 'women', 'parents'],
	'domestic-abuse': ['women'],
	'sexual-violence': ['women'],
	safeguarding: ['parents', 'families', 'professionals'],
	employment: ['in-justice-system']
};

const indexOf = new Map<TaxonomyTerm, number>(TAXONOMY_TERMS.map((term, index) => [term, index]));

/** What a query asks for: a weight for each kind of service, and for whom. */
export interface Wanted {
	weights: Float32Array;
	/** Kinds that count, the most wanted first. */
	terms: TaxonomyTerm[];
	who: ReadonlySet<Audience>;
	/** Kinds that must be among the first results when there is a service of that kind, the most wanted first. */
	essential: TaxonomyTerm[];
	/** The query asks for pharmacies as such. */
	pharmacy: boolean;
	/** A kind of service or a need was said in so many words. */
	any: boolean;
}

/**
 * Weighs the kinds of service by what was understood.
 * @param browse nothing was said but where, who or a name: everything is wanted a little
 */
export function wantedOf(said: Understanding, browse: boolean): Wanted {
	const weights = new Float32Array(TAXONOMY_TERMS.length);
	const want = (term: TaxonomyTerm, weight: number) => {
		const index = indexOf.get(term) ?? 0;
		weights[index] = Math.max(weights[index] ?? 0, weight) + Math.min(weights[index] ?? 0, weight) * 0.5;
	};
	const under18 = said.maxAge !== undefined && said.maxAge < ADULT;
	const about = said.found.filter(({ meaning }) => meaning.kind !== 'person' && !meaning.who?.includes('families'));
	const special = about.some(
		({ meaning, weak }) => !weak && meaning.kind !== 'substance' && !GENERAL.has(meaning.terms[0] ?? 'treatment')
	);
	for (const { meaning, quality, weak, oneOfSeveral } of said.found) {
		const own = !GENERAL.has(meaning.terms[0] ?? 'treatment');
		const family = meaning.kind === 'person' || (meaning.who?.includes('families') ?? false);
		const base = meaning.emergency
			? EMERGENCY
			: family
				? special || said.emergency
					? FAMILY_BESIDE_NEED
					: FAMILY
				: meaning.kind === 'service'
					? KIND
					: meaning.kind === 'substance'
						? oneOfSeveral
							? OWN_SERVICE
							: SUBSTANCE
						: own
							? OWN_SERVICE
							: NEED;
		const decay = own && meaning.kind !== 'substance' ? OWN_DECAY : DECAY;
		for (const [place, term] of meaning.terms.entries()) {
			// Of a child, treatment is what the young people's service gives.
			const forAge = under18 && term === 'treatment' ? 'young-people' : term;
			// 999 is for now, and not for questions about strong drugs.
			const later = term === 'emergency' && !meaning.emergency ? LATER : 1;
			want(forAge, later * base * quality * (weak ? WEAK : 1) * (decay[Math.min(place, decay.length - 1)] ?? 0));
		}
	}
	const asks = said.found.length > 0;
	if (browse) for (const term of TAXONOMY_TERMS) want(term, BROWSE[term] ?? BROWSE_OTHER);
	const treatment = weights[indexOf.get('treatment') ?? 0] ?? 0;
	if (!browse && !said.emergency) want('helpline', treatment * ADVICE);
	if (under18 && !said.emergency) want('young-people', special ? YOUNG_BESIDE_NEED : YOUNG);
	else if (said.forChild && asks && !said.emergency && (said.minAge ?? 0) < ADULT) want('young-people', YOUNG_PERHAPS);
	const terms = TAXONOMY_TERMS.filter((_, index) => (weights[index] ?? 0) > 0).toSorted(
		(a, b) => (weights[indexOf.get(b) ?? 0] ?? 0) - (weights[indexOf.get(a) ?? 0] ?? 0)
	);
	const who = new Set(said.who);
	for (const { meaning, weak } of said.found) {
		if (!weak && meaning.kind !== 'substance')
			for (const audience of AUDIENCES_OF[meaning.terms[0] ?? 'treatment'] ?? []) who.add(audience);
	}
	const pharmacy = said.found.some(({ meaning, weak }) => !weak && meaning.id === 'kind-pharmacy');
	const weightOf = (term: TaxonomyTerm) => weights[indexOf.get(term) ?? 0] ?? 0;
	return { weights, terms, essential: essentialOf(said, under18, weightOf), who, pharmacy, any: asks };
}

/** The first kind of each meaning, then the second ones, as long as the list is short. */
function essentialOf(said: Understanding, under18: boolean, weightOf: (term: TaxonomyTerm) => number): TaxonomyTerm[] {
	const counted = said.found.filter(({ weak, meaning }) => !weak && (!said.emergency || meaning.emergency));
	// Beside words that are sure, a word of several meanings asks for the first one only: else it takes every place.
	const sure = counted.some(({ oneOfSeveral }) => !oneOfSeveral);
	const seen = new Set<string>();
	const strong = counted
		.filter(({ oneOfSeveral, words }) => {
			if (!sure || !oneOfSeveral) return true;
			if (seen.has(words)) return false;
			seen.add(words);
			return true;
		})
		.map(({ meaning }) => meaning.terms);
	const rank = (place: number) =>
		strong
			.flatMap((terms) => terms.slice(place, place + 1))
			.map((term) => (under18 && term === 'treatment' ? 'young-people' : term))
			.toSorted((a, b) => weightOf(b) - weightOf(a));
	const young: TaxonomyTerm[] = under18 && !said.emergency ? ['young-people'] : [];
	return [...new Set([...young, ...rank(0), ...rank(1), ...rank(2)])]
		.filter((term) => term !== 'emergency' || said.emergency)
		.slice(0, said.emergency ? ESSENTIAL_NOW : ESSENTIAL);
}

/** How well the kinds of a card fit what is wanted, and which kind fits best. */
export function kindFit(card: Card, { weights }: Wanted): { score: number; term: TaxonomyTerm | undefined } {
	let best = 0;
	let rest = 0;
	let term: TaxonomyTerm | undefined;
	for (const [place, each] of card.terms.entries()) {
		// A line about something else gives no advice on this.
		const aside = each === 'helpline' && place > 0 && !GENERAL_LINES.has(card.terms[0] ?? 'helpline') ? ASIDE : 1;
		const fit = aside * (weights[indexOf.get(each) ?? 0] ?? 0) * (POSITION[Math.min(place, POSITION.length - 1)] ?? 0);
		if (fit > best) {
			rest += best;
			best = fit;
			term = each;
		} else {
			rest += fit;
		}
	}
	return { score: best + Math.min(rest, best) * SECOND_KIND, term };
}

/** How well a card suits the person: substance, audience, age. 1 is neutral. */
export function personFit(card: Card, said: Understanding, wanted: Wanted): number {
	let fit = 1;
	fit *= substanceFit(card, said, wanted);
	if (card.who?.length) {
		if (card.who.some((audience) => said.who.has(audience))) fit *= SAME_AUDIENCE;
		else if (card.who.some((audience) => wanted.who.has(audience))) fit *= 1;
		else if (card.who.every((audience) => SPECIAL.has(audience))) fit *= OTHER_AUDIENCE;
		else if (card.who.every((audience) => audience === 'families' || audience === 'parents') && !said.forOther)
			fit *= FAMILIES_UNASKED;
	}
	const forTheirChildren = card.who?.includes('children-of-people-who-use') && !card.who.includes('parents');
	if (said.forChild && forTheirChildren && !said.who.has('children-of-people-who-use')) fit *= OTHER_CHILDREN;
	return fit * ageFit(card, said, wanted);
}

function substanceFit({ substances, terms }: Card, { groups }: Understanding, wanted: Wanted): number {
	if (!substances?.length) return 1;
	const isHabit = substances.every((group) => group === 'gambling' || group === 'tobacco');
	if (isHabit && wanted.terms.slice(0, 2).some((term) => HABITS.has(term) && terms.includes(term))) return 1;
	if (groups.size) return substances.some((group) => groups.has(group)) ? SAME_SUBSTANCE : OTHER_SUBSTANCE;
	return isHabit ? UNASKED_HABIT : UNASKED_SUBSTANCE;
}

/** Families' services are for the adult who asks, whatever the age of the child. */
function ageFit(card: Card, { minAge, maxAge, forOther }: Understanding, wanted: Wanted): number {
	const takesYoung = card.terms.includes('young-people');
	const forYoung = (card.maxAge ?? Infinity) <= YOUNG_UNTIL || (takesYoung && card.terms[0] !== 'treatment');
	if (minAge === undefined && maxAge === undefined) {
		const asked = wanted.terms.slice(0, 2).includes('young-people');
		return forYoung && !asked ? CHILDREN_UNASKED : 1;
	}
	const forFamily =
		forOther && card.terms.some((term) => term === 'family-support' || term === 'carers' || term === 'mutual-aid');
	if (forFamily) return 1;
	if (maxAge !== undefined && (card.minAge ?? 0) > maxAge) return WRONG_AGE;
	if (minAge !== undefined && (card.maxAge ?? Infinity) < minAge) return WRONG_AGE;
	if (minAge !== undefined && minAge >= ADULT && forYoung && card.maxAge === undefined) return CHILDREN_UNASKED;
	if (maxAge !== undefined && maxAge < ADULT && forYoung) return SAME_AGE;
	// A service for adults may not say so: a child is better sent to one that says it is for them.
	const adultsByNature =
		!takesYoung && card.terms[0] === 'treatment' && card.maxAge === undefined && (card.minAge ?? ADULT) >= ADULT;
	return maxAge !== undefined && maxAge < ADULT && adultsByNature ? CHILDREN_UNASKED : 1;
}

/** What being a front door of the place adds, when its kind of help is wanted. */
export function frontDoorBonus(card: Card, said: Understanding, wanted: Wanted, target: Target | undefined): number {
	// Without an area it would be somebody else's door.
	if (!card.frontDoor || said.emergency || !target?.area) return 0;
	const under18 = said.maxAge !== undefined && said.maxAge < ADULT;
	let best = 0;
	for (const door of card.frontDoor) {
		if (door.area !== target.area) continue;
		if (door.councils && target.council && !door.councils.includes(target.council)) continue;
		const term = door.for === 'under-18' ? 'young-people' : door.for === 'families' ? 'family-support' : 'treatment';
		if (door.for === 'adults' && under18) continue;
		const share =
			(wanted.weights[indexOf.get(term) ?? 0] ?? 0) / (wanted.weights[indexOf.get(wanted.terms[0] ?? term) ?? 0] || 1);
		best = Math.max(best, (FRONT_DOOR - FRONT_DOOR_STEP * Math.min(door.rank, 4)) * share);
	}
	return best;
}

/** What its listing takes away: an old record sinks below an equal one. */
export function listingFit(card: Card): number {
	return card.listing === 'confirm-first' ? CONFIRM_FIRST : 1;
}

/** What the age of its last check takes away: it sinks below an equal one, and below nothing that fits clearly less. */
export function checkFit(card: Card, today: string | undefined): number {
	return today !== undefined && sinks(card, today) ? UNCHECKED : 1;
}

/** True for a card that is a pharmacy and nothing else. */
export function isPharmacyOnly({ terms }: Card): boolean {
	return terms.length === 1 && terms[0] === 'pharmacy';
}
