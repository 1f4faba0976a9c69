import { unpackLine, unpackRings, type LonLat } from '../../data/places/map-lines.ts';
import { SEA, type MapBase, type SideIndex } from '../../data/places/map.ts';

/** A boundary in degrees, with the names of who is on its sides as one walks along it. */
export interface BoundaryShape {
	line: LonLat[];
	left: SideIndex;
	right: SideIndex;
	/** It parts two treatment systems, or one from what is outside. */
	partsSystems: boolean;
}

/** The map's base in degrees, ready to draw. Rings do not repeat their first point. */
export interface MapShapes {
	land: LonLat[][];
	builtUp: LonLat[][];
	boundaries: BoundaryShape[];
	areas: { id: string; name: string; ring: LonLat[] }[];
}

const unpacked = new WeakMap<MapBase, MapShapes>();

/** Unpacks a base; the second time it costs nothing. */
export function mapShapes(base: MapBase): MapShapes {
	let shapes = unpacked.get(base);
	if (!shapes) {
		shapes = unpack(base);
		unpacked.set(base, shapes);
	}
	return shapes;
}

function unpack(base: MapBase): MapShapes {
	const areaOf = (side: SideIndex) => base.councils[side]?.area;
	const lines = base.boundaries.map(([line]) => unpackLine(line));
	return {
		land: unpackRings(base.land),
		builtUp: unpackRings(base.builtUp),
		boundaries: base.boundaries.flatMap(([, left, right], i) =>
			left === SEA ? [] : [{ line: lines[i] ?? [], left, right, partsSystems: areaOf(left) !== areaOf(right) }]
		),
		areas: base.areas.map(({ id, name, ring }) => ({
			id,
			name,
			ring: ring.flatMap((part) => {
				const line = lines[Math.abs(part) - 1] ?? [];
				return part < 0 ? line.toReversed() : line;
			})
		}))
	};
}

/** What people call the side of a boundary: its treatment system. Undefined outside the five areas. */
export function sideName(base: MapBase, side: SideIndex): string | undefined {
	return base.areas[base.councils[side]?.area ?? -1]?.name;
}
