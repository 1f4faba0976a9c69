import type { Card } from '../../../../data/record.ts';
import type { Target } from '../read/understand.ts';

/** A service for everyone in England, when the person's own area is known: below an equal one of the area. */
const NATIONAL = 0.82;
/** A local service when no area is known: below an equal national one. */
const SOMEWHERE = 0.65;
/** In an emergency nobody is sent to somebody else's area. */
const SOMEWHERE_IN_EMERGENCY = 0.4;
/** Of the same treatment system, but for residents of other councils. */
const OTHER_COUNCIL = 0.4;
/** What being close by adds, falling with the distance in kilometres. */
const CLOSE = 0.3;
const CLOSE_KM = 10;

/** `here`: serves the person's council or area. `everyone`: national. `unknown`: nobody said where they are. */
export type Serves = 'here' | 'everyone' | 'other-council' | 'other-area' | 'unknown';

export interface PlaceFit {
	serves: Serves;
	/** Kilometres to its nearest place. */
	km: number | undefined;
}

/** What being so many kilometres away adds; nothing where the distance is not known. */
export function closeness(km: number | undefined): number {
	return km === undefined ? 0 : CLOSE * Math.exp(-km / CLOSE_KM);
}

/**
 * How well a card suits the place by whom it serves.
 * @param councilsOf ids of the councils of an area
 */
export function placeFit(
	card: Card,
	target: Target | undefined,
	councilsOf: (area: string) => ReadonlySet<string>,
	isEmergency: boolean
): { serves: Serves; fit: number } {
	const serves = servesWhom(card, target, councilsOf);
	const fit = {
		here: 1,
		everyone: target?.area ? NATIONAL : 1,
		'other-council': OTHER_COUNCIL,
		'other-area': 0,
		unknown: isEmergency ? SOMEWHERE_IN_EMERGENCY : SOMEWHERE
	}[serves];
	return { serves, fit };
}

function servesWhom(card: Card, target: Target | undefined, councilsOf: (area: string) => ReadonlySet<string>): Serves {
	if (!card.councils) return 'everyone';
	if (!target?.area) return 'unknown';
	const { area, council } = target;
	if (council && card.councils.includes(council)) return 'here';
	const inArea = card.area === area || card.councils.some((each) => councilsOf(area).has(each));
	if (!inArea) return 'other-area';
	return council ? 'other-council' : 'here';
}
