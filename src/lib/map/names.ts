import { toDegrees, type LonLat } from '../../data/places/map-lines.ts';
import { NAME_RANKS, type MapBase } from '../../data/places/map.ts';
import { wrap, type LabelWish } from './labels.ts';

/** From this zoom on a name of each rank is shown, and how large its letters are in pixels. */
const ZOOM_OF_RANK = [5, 7.5, 8.5, 9.25, 10.25, 11.5];
const LETTERS_OF_RANK = [17, 15, 14, 13, 12, 12];
/** Names of this rank are shown even where markers leave no room. */
const INSISTING = 0;
/** Names of large towns may stand so far from their point, in pixels. */
const TOWN_REACH = [56, 40];
/** Names of treatment systems are for the overview; close by, the names of councils take over. */
const AREA_NAMES_UNTIL = 8.75;
const COUNCIL_NAMES = { from: 9.25, until: 12 };
/** Names of areas may stand so far from the middle of their area, in pixels. */
const AREA_REACH = 56;
/** Names of small ones, where that is another area already. */
const SMALL_AREA_REACH = 22;
/** Names of areas are broken into lines of about so many letters. */
export const AREA_LINE = 20;

type Project = (point: LonLat) => readonly [x: number, y: number];

/**
 * The names that want a place at a zoom, the most important first.
 * @param project where a point is on the screen
 * @param isShown false where something else writes the names of towns
 */
export function nameWishes(
	base: MapBase,
	zoom: number,
	project: Project,
	isShown: (point: LonLat) => boolean = () => true
): LabelWish[] {
	const towns = NAME_RANKS.flatMap((rank) =>
		zoom >= (ZOOM_OF_RANK[rank] ?? 0) ? townWishes(base, rank, project, isShown) : []
	);
	// The few large towns tell where one is even better than the names of areas do.
	const [first, rest] = [towns.filter(({ size }) => size >= 16), towns.filter(({ size }) => size < 16)];
	return [...first, ...areaWishes(base, zoom, project), ...rest, ...councilWishes(base, zoom, project)];
}

function townWishes(base: MapBase, rank: number, project: Project, isShown: (point: LonLat) => boolean): LabelWish[] {
	const wishes = (style: string, names = base.names[rank]) =>
		(names ?? []).flatMap(([name, x, y]): LabelWish[] => {
			const point = [toDegrees(x), toDegrees(y)] as const;
			if (!isShown(point)) return [];
			const [px, py] = project(point);
			return [
				{
					lines: [name],
					x: px,
					y: py,
					size: LETTERS_OF_RANK[rank] ?? 12,
					at: 'around',
					insist: rank <= INSISTING && style === 'town',
					reach: TOWN_REACH[rank],
					style
				}
			];
		});
	return [...wishes('town'), ...wishes('outside', base.outsideNames[rank])];
}

function areaWishes(base: MapBase, zoom: number, project: Project): LabelWish[] {
	if (zoom >= AREA_NAMES_UNTIL) return [];
	const towns = new Set(base.names.flat().map(([name]) => name));
	return base.areas.flatMap(({ name }, area): LabelWish[] => {
		if (towns.has(name)) return [];
		const councils = base.councils.filter((council) => council.area === area);
		const mean = (axis: 0 | 1) => councils.reduce((sum, { at }) => sum + at[axis], 0) / councils.length;
		const [x, y] = project([toDegrees(mean(0)), toDegrees(mean(1))]);
		const reach = councils.length === 1 ? SMALL_AREA_REACH : AREA_REACH;
		return [{ lines: wrap(name, AREA_LINE), x, y, size: 13, at: 'around', reach, style: 'area' }];
	});
}

function councilWishes(base: MapBase, zoom: number, project: Project): LabelWish[] {
	if (zoom < COUNCIL_NAMES.from || zoom >= COUNCIL_NAMES.until) return [];
	const towns = new Set(base.names.flat().map(([name]) => name));
	return base.councils
		.filter(({ name }) => !towns.has(name))
		.map(({ name, at }) => {
			const [x, y] = project([toDegrees(at[0]), toDegrees(at[1])]);
			return { lines: wrap(name, AREA_LINE), x, y, size: 12, at: 'around', style: 'council' };
		});
}
