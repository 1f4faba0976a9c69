import type { Card } from '../../../../data/record.ts';
import type { Target, Understanding } from '../read/understand.ts';

/** National lines for when nothing else fits: drugs, drink, health, someone to listen, danger. */
const LINES = ['frank', 'drinkline', 'nhs-111', 'samaritans', 'emergency-999'];
const ADULT = 18;

/** Finds whom to ask in a place: the front doors for this person, then national lines. */
export type Fallback = (said: Understanding, target: Target | undefined) => Card[];

/** Looks through all cards for those whom one may always ask. */
export function fallbackFrom(cards: readonly Card[]): Fallback {
	const doors = new Map<string, { card: Card; door: NonNullable<Card['frontDoor']>[number] }[]>();
	for (const card of cards) {
		for (const door of card.frontDoor ?? []) {
			const here = doors.get(door.area);
			if (here) here.push({ card, door });
			else doors.set(door.area, [{ card, door }]);
		}
	}
	const lines = LINES.map((id) => cards.find((card) => card.id === id)).filter((card) => card !== undefined);
	return (said, target) => {
		const kind = said.maxAge !== undefined && said.maxAge < ADULT ? 'under-18' : said.forOther ? 'families' : 'adults';
		const here = (doors.get(target?.area ?? '') ?? [])
			.filter(({ door }) => !door.councils || !target?.council || door.councils.includes(target.council))
			.toSorted((a, b) => Number(b.door.for === kind) - Number(a.door.for === kind) || a.door.rank - b.door.rank);
		return [...new Set([...here.map(({ card }) => card), ...lines])];
	};
}
