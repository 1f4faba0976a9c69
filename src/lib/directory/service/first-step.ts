import type { Card } from '../../../data/record.ts';

/** What a person does first to reach a service. */
export type FirstStep =
	| { kind: 'call'; number: string; instruction?: string }
	| { kind: 'text'; number: string }
	| { kind: 'walk-in'; where: string }
	| { kind: 'ask'; through: string[] }
	| { kind: 'web'; url: string }
	| { kind: 'read' };

/**
 * The simplest first step that a service's record supports. A phone call comes first, since a voice can say what the
 * record does not know; a service that takes only referrals says whom to ask.
 */
export function firstStep(card: Card): FirstStep {
	if (card.phone) {
		return { kind: 'call', number: card.phone, ...(card.phoneNote && { instruction: card.phoneNote }) };
	}
	if (card.textLine) return { kind: 'text', number: card.textLine };
	const place = card.places?.[0];
	if (place && card.ways.includes('walk-in')) return { kind: 'walk-in', where: place.city };
	if (card.through && card.through.length > 0) return { kind: 'ask', through: card.through };
	if (card.web) return { kind: 'web', url: card.web };
	return { kind: 'read' };
}

/** True when only someone else can make the first contact, such as a GP or the police. */
export function needsReferral(card: Card): boolean {
	return card.referral.length > 0 && !card.referral.includes('self') && !card.referral.includes('family');
}

/** What to dial or text: digits and a leading plus. */
export function dialDigits(number: string): string {
	return (number.trim().startsWith('+') ? '+' : '') + number.replace(/\D/g, '');
}
