import type { Assured, Card } from '../../../data/record.ts';
import type { Assurance } from '../../../data/terms.ts';
import { dateInWords } from './dates.ts';

/** The short mark beside a service's name, or none when it is listed. */
export function listingMark(card: Pick<Card, 'listing' | 'phone'>): 'Ring first' | 'Check first' | undefined {
	if (card.listing === 'listed') return undefined;
	return card.phone ? 'Ring first' : 'Check first';
}

/** How sure we are of a service, in one sentence that makes no promise. */
export function sureness(card: Pick<Card, 'listing' | 'checked' | 'phone'>): string {
	const seen = card.checked ? `Last seen in ${dateInWords(card.checked)}` : 'Last seen on a page that shows no date';
	if (card.listing === 'listed') return `${seen}.`;
	return card.phone
		? `${seen}. It may have changed: ring before you travel.`
		: `${seen}. It may have changed: check before you travel.`;
}

const WAYS_OF_CHECKING: Record<Assurance, string> = {
	'third-party-page': 'seen on another organisation’s page',
	document: 'seen in a published document',
	'open-data': 'from published open data',
	'own-page': 'seen on an official page',
	email: 'confirmed by e-mail',
	phone: 'confirmed by phone',
	visit: 'confirmed by a visit'
};

/** Where a fact comes from, in words: "seen on an official page, March 2024". */
export function assuredInWords(assured: Assured): string {
	const how = WAYS_OF_CHECKING[assured.how];
	return assured.date ? `${how}, ${dateInWords(assured.date)}` : `${how} that shows no date`;
}
