import type { Card } from '../../../data/record.ts';
import { TAXONOMY_TERMS, type TaxonomyTerm } from '../../../data/terms.ts';
import { takesAge } from '../service/ages.ts';
import { WAYS, WHO, type FindState, type Way, type Who } from './find-state.ts';

/** The youngest adult, and the end of the years that services call young adult. */
const ADULT = 18;
const YOUNG_ADULT_TO = 25;

/** Made for this audience by name. */
const madeFor = (card: Card, audience: NonNullable<Card['who']>[number]) => card.who?.includes(audience) ?? false;
/** Open to a person who comes for themself: not only for families, carers or professionals. */
const forSelf = (card: Card) =>
	!card.who ||
	card.who.some(
		(who) => !['families', 'carers', 'bereaved', 'professionals', 'children-of-people-who-use'].includes(who)
	);

const WHO_FITS: Record<Who, (card: Card) => boolean> = {
	me: (card) => forSelf(card) && takesAge(card, ADULT + YOUNG_ADULT_TO),
	'under-18': (card) =>
		forSelf(card) &&
		(card.minAge ?? 0) < ADULT &&
		(card.maxAge !== undefined || card.terms.includes('young-people') || card.minAge === undefined),
	'18-25': (card) => forSelf(card) && (card.minAge ?? 0) <= YOUNG_ADULT_TO && (card.maxAge ?? Infinity) >= ADULT,
	families: (card) =>
		madeFor(card, 'families') ||
		madeFor(card, 'carers') ||
		madeFor(card, 'bereaved') ||
		madeFor(card, 'parents') ||
		card.terms.includes('family-support'),
	women: (card) => madeFor(card, 'women') || madeFor(card, 'pregnant'),
	lgbtq: (card) => madeFor(card, 'lgbtq') || card.terms.includes('lgbtq'),
	professionals: (card) =>
		madeFor(card, 'professionals') || card.referral.some((who) => !['self', 'family'].includes(who))
};

const WAY_FITS: Record<Way, (card: Card) => boolean> = {
	'walk-in': (card) => card.ways.includes('walk-in'),
	phone: (card) => card.phone !== undefined,
	online: (card) => card.ways.some((way) => ['online', 'chat', 'email', 'text'].includes(way)),
	'no-referral': (card) => card.referral.includes('self')
};

/** What a person has chosen to narrow results by. Within a group any choice is enough; between groups all must fit. */
export type Filters = Pick<FindState, 'kinds' | 'who' | 'ways'>;
type Group = keyof Filters;

const fitsKinds = (card: Card, kinds: readonly TaxonomyTerm[]) =>
	!kinds.length || kinds.some((kind) => card.terms.includes(kind));
const fitsWho = (card: Card, who: readonly Who[]) => !who.length || who.some((each) => WHO_FITS[each](card));
const fitsWays = (card: Card, ways: readonly Way[]) => !ways.length || ways.some((each) => WAY_FITS[each](card));

/** True when a card fits the filters, leaving out one group if asked. */
export function fits(card: Card, filters: Filters, without?: Group): boolean {
	return (
		(without === 'kinds' || fitsKinds(card, filters.kinds)) &&
		(without === 'who' || fitsWho(card, filters.who)) &&
		(without === 'ways' || fitsWays(card, filters.ways))
	);
}

/** How many of `cards` each choice of each group would show, given what is chosen in the other groups. */
export function countChoices(cards: readonly Card[], filters: Filters) {
	const among = (group: Group) => cards.filter((card) => fits(card, filters, group));
	const forKinds = among('kinds');
	const forWho = among('who');
	const forWays = among('ways');
	return {
		kinds: new Map(TAXONOMY_TERMS.map((kind) => [kind, forKinds.filter((card) => card.terms.includes(kind)).length])),
		who: new Map(WHO.map((who) => [who, forWho.filter(WHO_FITS[who]).length])),
		ways: new Map(WAYS.map((way) => [way, forWays.filter(WAY_FITS[way]).length]))
	};
}
