import type { Card } from '../../../data/record.ts';
import type { Target, Understanding } from './understand.ts';

/** National lines for when nothing else fits: drugs, drink, health, someone to listen, danger. */
const LINES = ['frank', 'drinkline', 'nhs-111', 'samaritans', 'emergency-999'];
const ADULT = 18;

/** Front doors of the place for this person, then national lines. */
export function fallbackOf(cards: readonly Card[], said: Understanding, target: Target | undefined): Card[] {
	const kind = said.maxAge !== undefined && said.maxAge < ADULT ? 'under-18' : said.forOther ? 'families' : 'adults';
	const doors = cards
		.flatMap((card) => (card.frontDoor ?? []).map((door) => ({ card, door })))
		.filter(({ card, door }) => {
			if (!target?.area || card.area !== target.area) return false;
			return !door.councils || !target.council || door.councils.includes(target.council);
		})
		.toSorted((a, b) => Number(b.door.for === kind) - Number(a.door.for === kind) || a.door.rank - b.door.rank);
	const lines = LINES.map((id) => cards.find((card) => card.id === id)).filter((card) => card !== undefined);
	return [...new Set([...doors.map(({ card }) => card), ...lines])];
}
