import type { MapPoint } from '../../lib/map/points.ts';

/** As wide as a thumb, in pixels: as in `src/lib/map/clusters.ts`. */
const RADIUS = 46;
const WORLD = 256;

/** The plain way to cluster: for each view anew, each point joins the first group that is near enough. */
export function clustersOneByOne(
	points: readonly MapPoint[],
	[west, south, east, north]: readonly [number, number, number, number],
	zoom: number
): { x: number; y: number; count: number }[] {
	const pixels = WORLD * 2 ** zoom;
	const groups: { x: number; y: number; count: number }[] = [];
	for (const { lat, lon } of points) {
		if (lon < west || lon > east || lat < south || lat > north) continue;
		const sine = Math.sin((lat * Math.PI) / 180);
		const x = (lon / 360 + 0.5) * pixels;
		const y = (0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI) * pixels;
		const group = groups.find((each) => Math.hypot(each.x - x, each.y - y) < RADIUS);
		if (group) group.count++;
		else groups.push({ x, y, count: 1 });
	}
	return groups;
}
