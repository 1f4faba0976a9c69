import type { Card } from '../../../data/record.ts';
import { sinks } from '../service/freshness.ts';
import { serves } from '../../place/index.ts';
import { kilometresTo } from '../search/places.ts';

/** Where to look when there are no words to search by. */
export interface Browse {
	/** The treatment system: its id and councils. */
	area?: { id: string; councils: readonly { id: string }[] } | undefined;
	/** Ids of the councils that the person may live in; none when not known. */
	councils: readonly string[];
	/** Where the person is. */
	near?: { lat: number; lon: number } | undefined;
	/** The day, YYYY-MM-DD. Without it, age does not count. */
	today?: string | undefined;
}

/**
 * All services in a sensible order without words: those that serve the council first, then front doors, the local before
 * the national, nearest first, listed before confirm-first, checked within a year before others, then by name; pharmacies last. Those of other areas are left out.
 */
export function browseOrder(
	cards: readonly Card[],
	{ area, councils, near, today }: Browse
): { card: Card; km?: number }[] {
	const areaCouncils = area?.councils.map(({ id }) => id) ?? [];
	const rank = (card: Card, km: number | undefined): number[] => [
		Number(card.terms[0] === 'pharmacy'),
		Number(councils.length > 0 && serves(card, councils) === 'no'),
		Number(!isFrontDoor(card, councils)),
		Number(card.councils === undefined),
		km ?? Infinity,
		Number(card.listing !== 'listed'),
		Number(today !== undefined && sinks(card, today))
	];
	return cards
		.filter((card) => !area || card.area === area.id || serves(card, areaCouncils) !== 'no')
		.map((card) => {
			const km = kilometresTo(card, near);
			return { card, ...(km !== undefined && { km }), rank: rank(card, km) };
		})
		.sort((a, b) => compare(a.rank, b.rank) || a.card.name.localeCompare(b.card.name, 'en-GB'))
		.map(({ card, km }) => ({ card, ...(km !== undefined && { km }) }));
}

/** True when it is a front door for one of these councils, or for anyone when none is known. */
export function isFrontDoor(card: Card, councils: readonly string[]): boolean {
	return (card.frontDoor ?? []).some(
		(door) => !councils.length || !door.councils || door.councils.some((council) => councils.includes(council))
	);
}

function compare(a: readonly number[], b: readonly number[]): number {
	for (const [i, value] of a.entries()) {
		const other = b[i] ?? 0;
		if (value !== other) return value < other ? -1 : 1;
	}
	return 0;
}
