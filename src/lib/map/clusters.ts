import Supercluster from 'supercluster';
import type { MapPoint } from './points.ts';

/** Markers closer than this on the screen become one, in pixels: as large as a thumb. */
const RADIUS = 46;
/** Pixels of the world at zoom 0, as Leaflet has it. */
const WORLD = 256;

/** What stands at one spot of the screen: one point, or several drawn as one. */
export type Cluster =
	| { kind: 'one'; lat: number; lon: number; point: MapPoint }
	| { kind: 'many'; lat: number; lon: number; count: number; number: number };

/** Points, grouped afresh for every zoom. */
export class Clusters {
	readonly #index: Supercluster<{ point: number }>;
	readonly #points: readonly MapPoint[];
	readonly #maxZoom: number;

	/** @param maxZoom the map's closest zoom */
	constructor(points: readonly MapPoint[], maxZoom: number) {
		this.#points = points;
		this.#maxZoom = maxZoom;
		this.#index = new Supercluster<{ point: number }>({ radius: RADIUS, extent: WORLD, maxZoom });
		this.#index.load(
			points.map(({ lat, lon }, point) => ({
				type: 'Feature',
				properties: { point },
				geometry: { type: 'Point', coordinates: [lon, lat] }
			}))
		);
	}

	/** What is to be drawn inside a box (west, south, east, north) at a zoom, which may be a fraction. */
	in(box: readonly [number, number, number, number], zoom: number): Cluster[] {
		const found = this.#index.getClusters([...box], Math.min(this.#maxZoom, Math.round(zoom)));
		return found.flatMap(({ geometry, properties }): Cluster[] => {
			const [lon = 0, lat = 0] = geometry.coordinates;
			if ('cluster_id' in properties) {
				return [{ kind: 'many', lat, lon, count: properties.point_count, number: properties.cluster_id }];
			}
			const point = this.#points[properties.point];
			return point ? [{ kind: 'one', lat, lon, point }] : [];
		});
	}

	/** The zoom at which a group falls apart; undefined when it never does: its points are at one place. */
	splitsAt(number: number): number | undefined {
		const zoom = this.#index.getClusterExpansionZoom(number);
		return zoom > this.#maxZoom ? undefined : zoom;
	}

	/** All points of a group. */
	pointsOf(number: number): MapPoint[] {
		return this.#index.getLeaves(number, Infinity).flatMap(({ properties }) => this.#points[properties.point] ?? []);
	}
}
