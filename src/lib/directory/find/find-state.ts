import { AREAS, AUDIENCES, TAXONOMY_TERMS, type Audience, type TaxonomyTerm } from '../../../data/terms.ts';

/** Who a person looks for. Ages are years; audiences as in the records. */
export const WHO = ['me', 'under-18', '18-25', 'families', 'women', 'lgbtq', 'professionals'] as const;
export type Who = (typeof WHO)[number];

/** How to get in. `no-referral` means a person can refer themself. */
export const WAYS = ['walk-in', 'phone', 'online', 'no-referral'] as const;
export type Way = (typeof WAYS)[number];

/** Everything that the find page can be asked; it lives in memory and in the address after `#`, which no server sees. */
export interface FindState {
	words: string;
	area?: string;
	/** A postcode, town or village as typed. */
	near: string;
	kinds: TaxonomyTerm[];
	who: Who[];
	ways: Way[];
	openNow: boolean;
}

export const EMPTY: FindState = { words: '', near: '', kinds: [], who: [], ways: [], openNow: false };

/** Longer than anything a person types; what is longer is cut. */
const MAX_LENGTH = 200;

/** A link to the find page with this state after its `#`. Parts that say nothing are left out. */
export function findAddress(path: string, state: Partial<FindState>): string {
	const fragment = toFragment({ ...EMPTY, ...state });
	return fragment ? `${path}#${fragment}` : path;
}

/** State as the part of an address after `#`, without the `#`. */
export function toFragment(state: FindState): string {
	const parts = new URLSearchParams();
	if (state.words.trim()) parts.set('q', state.words.trim().slice(0, MAX_LENGTH));
	if (state.area) parts.set('area', state.area);
	if (state.near.trim()) parts.set('near', state.near.trim().slice(0, MAX_LENGTH));
	if (state.kinds.length) parts.set('kind', state.kinds.join(' '));
	if (state.who.length) parts.set('who', state.who.join(' '));
	if (state.ways.length) parts.set('way', state.ways.join(' '));
	if (state.openNow) parts.set('open', '1');
	return parts.toString();
}

/** Reads a fragment, whoever wrote it: what is not known is left out, what is too long is cut. Never throws. */
export function fromFragment(fragment: string): FindState {
	const parts = new URLSearchParams(fragment.replace(/^#/, ''));
	const text = (key: string) => (parts.get(key) ?? '').slice(0, MAX_LENGTH).trim();
	const several = <T extends string>(key: string, known: readonly T[]) => {
		const given = new Set((parts.get(key) ?? '').slice(0, MAX_LENGTH * 10).split(' '));
		return known.filter((each) => given.has(each));
	};
	const area = AREAS.find((each) => each === parts.get('area'));
	return {
		words: text('q'),
		...(area && { area }),
		near: text('near'),
		kinds: several('kind', TAXONOMY_TERMS),
		who: several('who', WHO),
		ways: several('way', WAYS),
		openNow: parts.get('open') === '1'
	};
}

/** The audiences of records that stand for a choice of `who`. */
export function audienceOf(who: Who): Audience | undefined {
	return AUDIENCES.find((audience) => audience === who);
}
