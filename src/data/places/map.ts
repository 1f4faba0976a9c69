/**
 * The base of the map: land, built-up areas, boundaries and names, compiled by `src/content/compile/map.ts` and drawn by
 * `src/lib/map`. Written to be small: lines are whole steps from point to point (`map-lines.ts` unpacks them).
 */

/** Degrees times this are the whole numbers in `MapBase`: steps of some 14 by 22 metres. */
export const MAP_STEPS = 5_000;

/**
 * Points of a line in order, as x and y steps: the first from 0° 0°, each other from the one before it. A ring does not
 * repeat its first point.
 */
export type PackedLine = number[];

/** Like `PackedLine`, but the first point of each ring goes on from the first point of the ring before it. */
export type PackedRings = PackedLine[];

/** Index into `MapBase.councils`; -1 is outside the five areas, -2 is the sea. */
export type SideIndex = number;
export const OUTSIDE: SideIndex = -1;
export const SEA: SideIndex = -2;

/** A boundary. Going along it, `left` and `right` say who is on which side. It parts treatment systems when their areas differ. */
export type Boundary = readonly [line: PackedLine, left: SideIndex, right: SideIndex];

export interface MapCouncil {
	name: string;
	/** Index into `MapBase.areas`. */
	area: number;
	/** Where its name goes: x and y steps. */
	at: readonly [x: number, y: number];
}

/** A treatment system. */
export interface MapArea {
	id: string;
	name: string;
	/** Its edge: numbers of boundaries in order, from 1, below 0 when the boundary is walked backwards. */
	ring: number[];
}

/** How far out a name is still shown: 0 for the largest towns, 5 for villages and parts of towns. */
export type NameRank = 0 | 1 | 2 | 3 | 4 | 5;
export const NAME_RANKS = [0, 1, 2, 3, 4, 5] as const satisfies readonly NameRank[];
/** Ranks that go without saying in the table of places: of a name in one of the areas, and outside them. */
export const USUAL_RANK: NameRank = 5;
export const USUAL_RANK_OUTSIDE: NameRank = 3;

/** A town or village, with x and y steps. */
export type MapName = readonly [name: string, x: number, y: number];

/** Street detail that a deployer added: one PMTiles file. */
export interface StreetFile {
	/** Where it stands, from the site's root. */
	path: string;
	bytes: number;
	/** Start of its SHA-256: tells a kept copy from a newer file. */
	hash: string;
}

/** What everyone's file of the map holds. */
export interface MapFile {
	/** All of `land` lies in it, and no map shows anything outside: west, south, east, north in degrees. */
	box: readonly [west: number, south: number, east: number, north: number];
	land: PackedRings;
	/** Built-up land that lies in several areas. */
	builtUp: PackedRings;
	boundaries: Boundary[];
	councils: MapCouncil[];
	areas: MapArea[];
	/** What must be said wherever the map is shown. */
	credits: string[];
	street?: StreetFile;
}

/** The map, put together: the file for everyone, what areas have of their own, and names from the table of places. */
export interface MapBase extends MapFile {
	/** By rank, from 0. */
	names: MapName[][];
	/** Towns outside the areas, by rank. */
	outsideNames: MapName[][];
}

/**
 * What an area has of its own: the built-up land that lies in no other. Where the directory comes area by area, also its boundaries,
 * councils and edge, numbered by themselves.
 */
export interface MapDetail extends Partial<Pick<MapFile, 'boundaries' | 'councils' | 'areas'>> {
	builtUp: PackedRings;
}

export function isMapDetail(value: unknown): value is MapDetail {
	return typeof value === 'object' && value !== null && 'builtUp' in value && Array.isArray(value.builtUp);
}

const LISTS = ['box', 'land', 'builtUp', 'boundaries', 'councils', 'areas', 'credits'];

/** True for a map that this version of the app can draw. */
export function isMapFile(value: unknown): value is MapFile {
	if (typeof value !== 'object' || value === null) return false;
	const lists = new Map(Object.entries(value));
	return LISTS.every((key) => Array.isArray(lists.get(key)));
}
