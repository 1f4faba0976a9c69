import type { Card } from '../../data/record.ts';
import { markerKind, type MarkerKind } from './kinds.ts';

/** One place of one service on the map. */
export interface MapPoint {
	/** Id of the service. */
	id: string;
	name: string;
	kind: MarkerKind;
	lat: number;
	lon: number;
	/** The point is near the place and not at its door. */
	approx: boolean;
}

/**
 * Every place of every card that has a point, in the order of the cards. Places that are kept secret are never in a
 * card; two places of a service at one point give one.
 */
export function mapPoints(cards: readonly Card[]): MapPoint[] {
	return cards.flatMap((card) => {
		const kind = markerKind(card.terms);
		const seen = new Set<string>();
		return (card.places ?? []).flatMap(({ lat, lon, approx = false }): MapPoint[] => {
			if (lat === undefined || lon === undefined || seen.has(`${lat} ${lon}`)) return [];
			seen.add(`${lat} ${lon}`);
			return [{ id: card.id, name: card.name, kind, lat, lon, approx }];
		});
	});
}
