import type { AreaInfo, Card } from '../../data/record.ts';
import { serves } from '../place/serves.ts';

/** Where a person lives, as far as they told: nothing, an area, or a council in it. */
export interface Place {
	area?: AreaInfo;
	council?: string;
}

/** Councils in which the person may live; none when they told nothing. */
export function councilsOf({ area, council }: Place): string[] {
	if (council !== undefined) return [council];
	return area?.councils.map(({ id }) => id) ?? [];
}

/** Whether a service takes people from here: `some` when it takes those of some councils of the area. */
export function servesPlace(card: Card, place: Place) {
	return serves(card, councilsOf(place));
}

export type DoorFor = 'adults' | 'under-18' | 'families';

/**
 * Ids of the services that take a first call here, best first. While the council is not known, those for the whole area
 * come before those for a part of it.
 */
export function frontDoors(areas: readonly AreaInfo[], place: Place, who: DoorFor): string[] {
	const area = place.area ?? areas.find(({ id }) => id === 'national');
	const doors = (area?.frontDoors ?? []).filter((door) => door.for === who);
	const { council } = place;
	if (council !== undefined)
		return doors.filter((door) => door.councils?.includes(council) ?? true).map(({ service }) => service);
	const all = place.area?.councils.length ?? 0;
	const isWhole = (door: (typeof doors)[number]) => !door.councils || door.councils.length >= all;
	return [...doors.filter(isWhole), ...doors.filter((door) => !isWhole(door))].map(({ service }) => service);
}

/** The area and council of these ids, as far as there are such. */
export function placeOf(areas: readonly AreaInfo[], areaId: string | undefined, councilId: string | undefined): Place {
	const byCouncil = areas.find(({ councils }) => councils.some(({ id }) => id === councilId));
	const area = byCouncil ?? areas.find(({ id, councils }) => id === areaId && councils.length > 0);
	return { ...(area && { area }), ...(byCouncil && councilId !== undefined && { council: councilId }) };
}
