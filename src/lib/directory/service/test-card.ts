import type { Card } from '../../../data/record.ts';

/** A card for tests, with what they care about laid over a plain one. */
export function testCard(over: Partial<Card> = {}): Card {
	return {
		id: 'a-service',
		name: 'A service',
		org: 'Somebody',
		area: 'essex',
		listing: 'listed',
		terms: ['treatment'],
		text: 'It helps.',
		ways: ['phone'],
		referral: ['self'],
		...over
	};
}
