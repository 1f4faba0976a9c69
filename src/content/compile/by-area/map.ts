import { OUTSIDE, type MapDetail, type MapFile, type SideIndex } from '../../../data/places/map.ts';

/**
 * Takes what the map's file says of areas out of it: boundaries, councils and the edge of each go to what that area has of its own.
 * A boundary between two areas stands in both; what lies beyond it is outside.
 */
export function splitMap(
	file: MapFile,
	details: ReadonlyMap<string, MapDetail>
): { file: MapFile; details: ReadonlyMap<string, MapDetail> } {
	const parts = file.areas.map(({ id, name, ring }, area): [string, MapDetail] => {
		const own = [...file.councils.entries()].filter(([, council]) => council.area === area);
		const numbers = new Map(own.map(([index], at) => [index, at]));
		const inRing = new Set(ring.map(Math.abs));
		const lines = [...file.boundaries.entries()].filter(
			([index, [, left, right]]) => inRing.has(index + 1) || numbers.has(left) || numbers.has(right)
		);
		const lineNumbers = new Map(lines.map(([index], at) => [index + 1, at + 1]));
		const side = (index: SideIndex): SideIndex => (index < 0 ? index : (numbers.get(index) ?? OUTSIDE));
		return [
			id,
			{
				...(details.get(id) ?? { builtUp: [] }),
				boundaries: lines.map(([, [line, left, right]]) => [line, side(left), side(right)]),
				councils: own.map(([, council]) => ({ ...council, area: 0 })),
				areas: [{ id, name, ring: ring.map((part) => Math.sign(part) * (lineNumbers.get(Math.abs(part)) ?? 0)) }]
			}
		];
	});
	return { file: { ...file, boundaries: [], councils: [], areas: [] }, details: new Map(parts) };
}
