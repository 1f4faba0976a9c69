import type { LonLat } from '../../../data/places/map-lines.ts';
import { SEA, type SideIndex } from '../../../data/places/map.ts';

/** A boundary in degrees with who is on its sides, walking along it. */
export interface OrientedLine {
	line: readonly LonLat[];
	left: SideIndex;
	right: SideIndex;
}

/** A boundary by its number from 1 (below 0: walked backwards), or a line across the sea that closes a gap. */
export type RingPart = number | OrientedLine;

/** Gaps as short as this (degrees) are river mouths, closed straight across. */
const RIVER_MOUTH = 0.2;
/** Longer ones are closed this far out to sea (degrees): beyond the coast, short of Kent. */
const OUT_TO_SEA = 0.13;
/** Where the Thames bends north at Lower Hope: straight across would take in a piece of Kent. */
const RIVER_BENDS: readonly LonLat[] = [[0.457, 51.484]];
/** A bend belongs to a river mouth when the way by it is at most so much longer. */
const DETOUR = 1.15;

interface Chain {
	parts: RingPart[];
	start: LonLat;
	end: LonLat;
}

/**
 * The edge of an area, walked with the area on the left. Boundaries end at the coast: from there it goes out to sea and
 * comes back where the next one begins.
 * @param isInside tells whether a side lies in the area
 * @param centre the middle of the area, lon and lat
 * @throws when the boundaries do not join up
 */
export function areaRing(lines: readonly OrientedLine[], isInside: (side: SideIndex) => boolean, centre: LonLat): RingPart[] {
	const chains = chainsOf(lines, isInside);
	const first = chains.shift();
	if (!first) throw new Error('An area has no boundary');
	const ring = [...first.parts];
	let { end } = first;
	while (chains.length > 0) {
		const next = chains.reduce((best, chain) => (gap(end, chain.start) < gap(end, best.start) ? chain : best));
		chains.splice(chains.indexOf(next), 1);
		ring.push(acrossSea(end, next.start, centre), ...next.parts);
		({ end } = next);
	}
	if (gap(end, first.start) > 0) ring.push(acrossSea(end, first.start, centre));
	return ring;
}

/** The boundaries of an area, joined end to start as far as they go. */
function chainsOf(lines: readonly OrientedLine[], isInside: (side: SideIndex) => boolean): Chain[] {
	const open = lines.flatMap(({ line, left, right }, index): Chain[] => {
		const [start, end] = [line.at(0), line.at(-1)];
		if (isInside(left) === isInside(right) || !start || !end) return [];
		return isInside(left) ? [{ parts: [index + 1], start, end }] : [{ parts: [-index - 1], start: end, end: start }];
	});
	const chains: Chain[] = [];
	for (let chain = open.pop(); chain; chain = open.pop()) {
		const { end, start } = chain;
		const joined = open.find((other) => gap(end, other.start) === 0) ?? open.find((other) => gap(other.end, start) === 0);
		if (!joined) {
			chains.push(chain);
			continue;
		}
		open.splice(open.indexOf(joined), 1);
		const [before, after] = gap(end, joined.start) === 0 ? [chain, joined] : [joined, chain];
		open.push({ parts: [...before.parts, ...after.parts], start: before.start, end: after.end });
	}
	return chains;
}

function gap([x1, y1]: LonLat, [x2, y2]: LonLat): number {
	return Math.hypot(x2 - x1, y2 - y1);
}

function acrossSea(from: LonLat, to: LonLat, centre: LonLat): OrientedLine {
	const length = gap(from, to);
	if (length < RIVER_MOUTH) {
		const bends = RIVER_BENDS.filter((bend) => gap(from, bend) + gap(bend, to) < length * DETOUR);
		return { line: [from, ...bends, to], left: SEA, right: SEA };
	}
	const push = (point: LonLat): LonLat => {
		const far = gap(centre, point) / OUT_TO_SEA;
		return [point[0] + (point[0] - centre[0]) / far, point[1] + (point[1] - centre[1]) / far];
	};
	return { line: [from, push(from), push(to), to], left: SEA, right: SEA };
}
