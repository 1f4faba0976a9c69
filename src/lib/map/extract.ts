import { clipPolygon, clipPolyline } from 'lineclip';
import type { LonLat } from '../../data/places/map-lines.ts';
import { toDegrees } from '../../data/places/map-lines.ts';
import type { MapBase, MapName } from '../../data/places/map.ts';
import { placeLabels, type LabelWish, type Measure } from './labels.ts';
import { mapShapes } from './shapes.ts';

/** Width and height of a small map, in its own units: about pixels on a phone. */
export const EXTRACT_WIDTH = 320;
export const EXTRACT_HEIGHT = 200;

/** Miles in a degree of latitude. */
const MILES_NORTH = 69.1;
/** Letters of names by rank: the larger the place, the larger its name. */
const LETTERS = [15, 14, 13, 12, 11, 11];
/** A letter is about this wide, as a share of its size. */
const LETTER_WIDTH = 0.64;
/** Names are tried from the largest place on; more than this many make the map full. */
const MOST_NAMES = 9;
/** Half of what names keep clear of around a marker. */
const MARKER_ROOM = 12;
/** The corner that belongs to the scale bar. */
const SCALE_BAR = { left: 0, top: EXTRACT_HEIGHT - 20, right: EXTRACT_WIDTH * 0.4, bottom: EXTRACT_HEIGHT };
/** Closer than this, in units, points of a line look like one. */
const CLOSE = 3.5;
/** Built-up areas smaller than this, in units from side to side, are dust. */
const DUST = 6;
/** Room at the edges that is drawn beyond the frame, so that lines do not end in sight. */
const BLEED = 4;

/** A name on a small map: the middle of its text and the size of its letters. */
export type ExtractName = readonly [name: string, x: number, y: number, size: number];

/** A small piece of the map as SVG path data, in units of 320 by 200. */
export interface MapExtract {
	/** The middle, in degrees, and how many miles wide it is. */
	lat: number;
	lon: number;
	miles: number;
	/** Land where there is sea in the frame; absent when all of it is land. */
	land?: string;
	builtUp: string;
	/** Boundaries of councils, and those between treatment systems. */
	councils: string;
	systems: string;
	names: ExtractName[];
}

type XY = readonly [x: number, y: number];
type Project = (point: LonLat) => XY;

/**
 * A small piece of the map around a point. Pure.
 * @param miles from the left edge to the right one
 * @param marked points that names keep clear of, in degrees
 */
export function mapExtract(
	base: MapBase,
	lat: number,
	lon: number,
	miles: number,
	marked: readonly LonLat[] = [[lon, lat]]
): MapExtract {
	const shapes = mapShapes(base);
	const project = projection({ lat, lon, miles });
	const box = [-BLEED, -BLEED, EXTRACT_WIDTH + BLEED, EXTRACT_HEIGHT + BLEED] as const;
	const rings = (all: readonly LonLat[][]) =>
		all.map((ring) => clipPolygon(ring.map(project), box)).filter((ring) => ring.length > 2);
	const lines = (partsSystems: boolean) =>
		shapes.boundaries
			.filter((boundary) => boundary.partsSystems === partsSystems)
			.flatMap(({ line }) => clipPolyline(line.map(project), box));
	const land = rings(shapes.land);
	return {
		lat,
		lon,
		miles,
		...(!coversFrame(land, box) && { land: path(land, true) }),
		builtUp: path(rings(shapes.builtUp).filter(isMoreThanDust), true),
		councils: path(lines(false), false),
		systems: path(lines(true), false),
		names: names(base, project, marked.map(project))
	};
}

/** Where a point of the earth is on a small map, in its units. */
export function projection({ lat, lon, miles }: { lat: number; lon: number; miles: number }): Project {
	const unitsNorth = (EXTRACT_WIDTH / miles) * MILES_NORTH;
	const unitsEast = unitsNorth * Math.cos((lat * Math.PI) / 180);
	return ([x, y]) => [EXTRACT_WIDTH / 2 + (x - lon) * unitsEast, EXTRACT_HEIGHT / 2 - (y - lat) * unitsNorth];
}

function isMoreThanDust(ring: readonly XY[]): boolean {
	const span = (values: number[]) => Math.max(...values) - Math.min(...values);
	return Math.max(span(ring.map(([x]) => x)), span(ring.map(([, y]) => y))) > DUST;
}

/** Land that is one ring along the frame's four corners leaves no sea. */
function coversFrame(
	land: readonly XY[][],
	[left, top, right, bottom]: readonly [number, number, number, number]
): boolean {
	const isOnEdge = ([x, y]: XY) => x <= left || x >= right || y <= top || y >= bottom;
	return land.length === 1 && (land[0] ?? []).every(isOnEdge);
}

/** SVG path data in whole units, with steps from point to point; points too close to the one before are left out. */
function path(lines: readonly (readonly XY[])[], closed: boolean): string {
	let text = '';
	for (const line of lines) {
		let last: XY | undefined;
		let steps = '';
		for (const [i, [x, y]] of line.entries()) {
			const point: XY = [Math.round(x), Math.round(y)];
			const isClose = last && Math.hypot(point[0] - last[0], point[1] - last[1]) < CLOSE;
			if (isClose && i < line.length - 1) continue;
			if (!last) steps = `M${pair(point)}l`;
			else if (point[0] !== last[0] || point[1] !== last[1]) {
				steps += `${steps.endsWith('l') ? '' : ' '}${pair([point[0] - last[0], point[1] - last[1]])}`;
			}
			last = point;
		}
		if (!steps.endsWith('l')) text += closed ? `${steps}z` : steps;
	}
	return text.replaceAll(' -', '-');
}

const pair = ([x, y]: XY): string => (y < 0 ? `${x}${y}` : `${x} ${y}`);

const measure: Measure = (text, size) => text.length * size * LETTER_WIDTH;

function names(base: MapBase, project: Project, marked: readonly XY[]): ExtractName[] {
	const wishes = base.names.flatMap((ofRank, rank) => {
		const outside = base.outsideNames[rank] ?? [];
		return [...ofRank, ...outside].map((name) => wish(name, rank, project));
	});
	const frame = { left: 2, top: 2, right: EXTRACT_WIDTH - 2, bottom: EXTRACT_HEIGHT - 2 };
	const markers = marked.map(([x, y]) => ({
		left: x - MARKER_ROOM,
		top: y - MARKER_ROOM,
		right: x + MARKER_ROOM,
		bottom: y + MARKER_ROOM
	}));
	return placeLabels(wishes, frame, [SCALE_BAR, ...markers], measure)
		.slice(0, MOST_NAMES)
		.map((label) => [label.lines.join(' '), Math.round(label.x), Math.round(label.y), label.size]);
}

function wish([name, x, y]: MapName, rank: number, project: Project): LabelWish {
	const [px, py] = project([toDegrees(x), toDegrees(y)]);
	return { lines: [name], x: px, y: py, size: LETTERS[rank] ?? 11, at: 'around', style: '' };
}
