import { MAP_STEPS, type PackedLine, type PackedRings } from './map.ts';

/** A point in degrees, the order of GeoJSON. */
export type LonLat = readonly [lon: number, lat: number];

type Steps = readonly [x: number, y: number];

// Plus zero: a minus zero would not survive JSON.
const toSteps = ([lon, lat]: LonLat): Steps => [Math.round(lon * MAP_STEPS) + 0, Math.round(lat * MAP_STEPS) + 0];

/** Degrees of a number of steps. */
export const toDegrees = (steps: number): number => steps / MAP_STEPS;

/** Steps from point to point, from `start` on. Points that fall on the one before them are left out. */
function walk(points: readonly LonLat[], start: Steps): PackedLine {
	const packed: PackedLine = [];
	let [x, y] = start;
	for (const point of points) {
		const [nextX, nextY] = toSteps(point);
		if (packed.length > 0 && nextX === x && nextY === y) continue;
		packed.push(nextX - x, nextY - y);
		[x, y] = [nextX, nextY];
	}
	return packed;
}

/** Packs a line of degrees. */
export function packLine(points: readonly LonLat[]): PackedLine {
	return walk(points, [0, 0]);
}

/** Unpacks a line. Gives degrees, good to half a step. */
export function unpackLine(packed: PackedLine, start: Steps = [0, 0]): LonLat[] {
	const points: LonLat[] = [];
	let [x, y] = start;
	for (let i = 0; i + 1 < packed.length; i += 2) {
		x += packed[i] ?? 0;
		y += packed[i + 1] ?? 0;
		points.push([toDegrees(x), toDegrees(y)]);
	}
	return points;
}

/** Packs rings; a last point that repeats the first is left out, and so are rings too small to have a surface. */
export function packRings(rings: readonly (readonly LonLat[])[]): PackedRings {
	const packed: PackedRings = [];
	let start: Steps = [0, 0];
	for (const ring of rings) {
		const first = ring[0];
		if (!first) continue;
		const line = walk(ring, start);
		if (isClosed(line)) line.splice(-2);
		if (line.length < 6) continue;
		packed.push(line);
		start = toSteps(first);
	}
	return packed;
}

/** True when the last point is the first one again. */
function isClosed(line: PackedLine): boolean {
	if (line.length < 4) return false;
	let [x, y] = [0, 0];
	for (let i = 2; i < line.length; i += 2) [x, y] = [x + (line[i] ?? 0), y + (line[i + 1] ?? 0)];
	return x === 0 && y === 0;
}

/** Several packs of rings as one. */
export function joinRings(packs: readonly PackedRings[]): PackedRings {
	let [lastX, lastY] = [0, 0];
	return packs.flatMap((pack) => {
		let [x, y] = [0, 0];
		return pack.map(([stepX = 0, stepY = 0, ...rest]) => {
			[x, y] = [x + stepX, y + stepY];
			const line = [x - lastX, y - lastY, ...rest];
			[lastX, lastY] = [x, y];
			return line;
		});
	});
}

/** Unpacks rings, each without its last point repeated. */
export function unpackRings(packed: PackedRings): LonLat[][] {
	let start: Steps = [0, 0];
	return packed.map((line) => {
		const ring = unpackLine(line, start);
		start = [start[0] + (line[0] ?? 0), start[1] + (line[1] ?? 0)];
		return ring;
	});
}
