import type { EmergencyCard } from '../../../data/pages/emergency.ts';
import type { EmergencyCardRecord } from '../../schema/safety.ts';

type Call = EmergencyCardRecord['call'];

/** The care cards of the emergency page, without what only editors need. */
export function compileEmergency(cards: readonly EmergencyCardRecord[]): EmergencyCard[] {
	return cards.map(({ call, also, facts, ...card }) => ({
		...card,
		call: compileCall(call),
		...(also && { also: also.map(compileCall) })
	}));
}

function compileCall({ number, kind, label }: Call) {
	return { number, kind, label };
}
