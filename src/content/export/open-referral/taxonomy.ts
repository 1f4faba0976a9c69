import type { Card } from '../../../data/record.ts';
import type { TaxonomyRecord } from '../../schema/words/taxonomy.ts';
import { uuidOf } from './ids.ts';
import type { HsdsAttribute, HsdsTaxonomy, HsdsTaxonomyTerm, LinkType } from './types.ts';

/** The closed lists as taxonomies, by what an attribute with one of their terms says of a service. */
const TAXONOMIES: Readonly<Record<LinkType, { name: string; description: string }>> = {
	service_type: { name: 'Kinds of service', description: 'What kind of help a service gives, the main kind first.' },
	audience: { name: 'Audiences', description: 'Who a service is made for. A service for everyone names none.' },
	substance: { name: 'Substances', description: 'What a service is limited to. A service for any drug or drink names none.' },
	access: { name: 'Ways in', description: 'How a person first makes contact.' },
	referral: { name: 'Referrers', description: 'Who may refer. "self" means that no referral is needed.' },
	front_door: { name: 'Front doors', description: 'For whom a service takes the first call in the councils that it serves.' }
};
const FRONT_DOORS = [
	{ id: 'adults', label: 'Front door for adults', what: 'Takes the first call for adults.' },
	{ id: 'under-18', label: 'Front door for under 18s', what: 'Takes the first call for people under 18.' },
	{ id: 'families', label: 'Front door for families', what: 'Takes the first call for families and friends.' }
] as const;

const LINK_TYPES = ['service_type', 'audience', 'substance', 'access', 'referral', 'front_door'] as const;

export interface Vocabulary {
	taxonomies: HsdsTaxonomy[];
	terms: HsdsTaxonomyTerm[];
	/** What the terms say of one service. */
	attributesOf(card: Card): HsdsAttribute[];
}

/** Our closed lists and their words for people as HSDS taxonomies, terms and attributes. */
export function hsdsVocabulary(taxonomy: TaxonomyRecord): Vocabulary {
	const entries: Readonly<Record<LinkType, readonly { id: string; label: string; what: string }[]>> = {
		service_type: taxonomy.taxonomy_terms,
		audience: taxonomy.audiences,
		substance: taxonomy.substance_groups,
		access: taxonomy.ways_in,
		referral: taxonomy.referrers,
		front_door: FRONT_DOORS
	};
	const terms = new Map(
		LINK_TYPES.flatMap((link) => entries[link].map((entry) => [`${link}/${entry.id}`, hsdsTerm(link, entry)] as const))
	);
	return {
		taxonomies: LINK_TYPES.map((link) => ({ id: uuidOf('taxonomy', link), ...TAXONOMIES[link] })),
		terms: [...terms.values()],
		attributesOf: (card) =>
			LINK_TYPES.flatMap((link) =>
				[...new Set(codesOf(card)[link])].flatMap((code) => {
					const term = terms.get(`${link}/${code}`);
					if (!term) throw new Error(`${card.id}: content/vocabulary/taxonomy.yaml has no word for "${code}"`);
					return {
						id: uuidOf('attribute', card.id, link, code),
						link_id: uuidOf('service', card.id),
						link_type: link,
						link_entity: 'service' as const,
						taxonomy_term_id: term.id,
						taxonomy_term: term
					};
				})
			)
	};
}

function hsdsTerm(link: LinkType, { id, label, what }: { id: string; label: string; what: string }): HsdsTaxonomyTerm {
	return {
		id: uuidOf('taxonomy_term', link, id),
		code: id,
		name: label,
		description: what,
		taxonomy: TAXONOMIES[link].name,
		taxonomy_id: uuidOf('taxonomy', link)
	};
}

function codesOf(card: Card): Readonly<Record<LinkType, readonly string[]>> {
	return {
		service_type: card.terms,
		audience: card.who ?? [],
		substance: card.substances ?? [],
		access: card.ways,
		referral: card.referral,
		front_door: (card.frontDoor ?? []).map((door) => door.for)
	};
}
