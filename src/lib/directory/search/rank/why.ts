import type { Card } from '../../../../data/record.ts';
import type { TaxonomyTerm } from '../../../../data/terms.ts';
import { normalise, remembering } from '../read/normalise.ts';
import type { PlaceFit } from './nearby.ts';
import type { Why } from '../types.ts';
import type { Target, Understanding } from '../read/understand.ts';

/** So many reasons at most: a person scans them. */
const MOST_REASONS = 3;
const KM_PER_MILE = 1.609344;
/** Of the labels of meanings, which are as many as the vocabulary has. */
const plain = remembering(normalise);

export interface Grounds {
	card: Card;
	said: Understanding;
	/** The kind of service for which the card fits best. */
	term: TaxonomyTerm | undefined;
	/** Typed words found in its names. */
	named: readonly string[];
	/** It was named in so many words. */
	byName: string | undefined;
	/** It was found by the words of its text only. */
	textOnly: boolean;
	place: PlaceFit;
	target: Target | undefined;
	frontDoor: boolean;
}

/**
 * Why a card is among the results, in plain words, the strongest reason first. Repeats only normalised words, which
 * hold letters and digits alone; slang is explained by its formal name.
 */
export function reasons(grounds: Grounds, terms: Record<TaxonomyTerm, string>): Why[] {
	const { said, term, named, byName, textOnly, frontDoor } = grounds;
	const found: string[] = [];
	if (byName) found.push(`its name fits “${byName}”`);
	if (term) found.push(...meant(grounds, terms[term]));
	if (frontDoor) found.push('it takes first calls here');
	const ageOf = said.understood.find(({ kind }) => kind === 'age');
	if (ageOf && suits(grounds.card, said)) found.push(`it takes people of this age`);
	if (!byName && !term && named.length) found.push(`its name has “${named.join(' ')}”`);
	else if (textOnly) found.push('its page has these words');
	const where = whereIs(grounds);
	if (where) found.push(where);
	return [...new Set(found)].slice(0, MOST_REASONS).map((text) => ({ text }));
}

/** The words that led to this kind of service, and what they mean. */
function meant({ said, term }: Grounds, termLabel: string): string[] {
	if (!term) return [];
	const leading = said.found
		.filter(({ meaning }) => meaning.terms.includes(term))
		.toSorted((a, b) => a.meaning.terms.indexOf(term) - b.meaning.terms.indexOf(term))
		.slice(0, 2);
	if (leading.length === 0) return [`it is this kind of help: ${inSentence(termLabel)}`];
	return leading.map(({ meaning, words, guessed }) => {
		const label = inSentence(meaning.label);
		if (plain(meaning.label) === words) return `it can help with: ${label}`;
		return guessed ? `“${words}” was read as: ${label}` : `“${words}” means: ${label}`;
	});
}

function suits({ minAge = 0, maxAge = Infinity }: Card, said: Understanding): boolean {
	if ((minAge === 0 && maxAge === Infinity) || said.minAge === undefined || said.maxAge === undefined) return false;
	return minAge <= said.minAge && said.maxAge <= maxAge;
}

function whereIs({ card, target, place }: Grounds): string | undefined {
	if (place.km !== undefined && target?.name) {
		const miles = place.km / KM_PER_MILE;
		if (miles < 1) return `it is in or by ${target.name}`;
		const whole = Math.round(miles);
		return `it is about ${whole} ${whole === 1 ? 'mile' : 'miles'} from ${target.name}`;
	}
	if (place.serves === 'everyone') return target?.area ? 'it is for all of England' : undefined;
	if (place.serves === 'other-council') return 'it is mainly for people who live in another council of this area';
	if (place.serves === 'here' && target?.name && card.councils) return `it is for people who live in ${target.name}`;
	return undefined;
}

/** A label inside a sentence: lower case, unless it starts with initials. */
export function inSentence(label: string): string {
	return /^[A-Z][a-z]/.test(label) ? label[0]?.toLowerCase() + label.slice(1) : label;
}
