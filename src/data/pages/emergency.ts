/** A line to ring or text in an emergency. */
export interface EmergencyCall {
	number: string;
	kind: 'voice' | 'text';
	label: string;
}

/** A care card of the emergency page: signs, what to do in order, and what matters after that. */
export interface EmergencyCard {
	id: string;
	title: string;
	/** `emergency`: ring 999 now. `urgent`: get help today. */
	level: 'emergency' | 'urgent';
	when: string[];
	call: EmergencyCall;
	steps: string[];
	then?: string[];
	also?: EmergencyCall[];
	/** Ids of cards to go on with. */
	next?: string[];
	picture?: 'recovery-position' | 'naloxone-injection' | 'naloxone-nasal';
}

export function isEmergencyCards(value: unknown): value is EmergencyCard[] {
	return (
		Array.isArray(value) &&
		value.every(
			(card) => typeof card === 'object' && card !== null && 'id' in card && 'steps' in card && 'call' in card
		)
	);
}
