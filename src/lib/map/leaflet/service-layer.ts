import * as L from './parts.js';
import { Clusters, type Cluster } from '../clusters.ts';
import type { Box } from '../labels.ts';
import type { MapPoint } from '../points.ts';
import { groupIcon, pointIcon } from './icons.ts';

/** Half of what names keep clear of around a marker, in pixels. */
const MARKER_ROOM = 17;

/** Services as markers, those that are close together as one. */
export class ServiceLayer {
	readonly #map: L.Map;
	readonly #onChoose: (points: MapPoint[]) => void;
	readonly #markers = L.layerGroup();
	#clusters: Clusters;
	#drawn: Cluster[] = [];
	#chosen: ReadonlySet<string> = new Set();

	/** @param onChoose told the points that a person tapped: all at one place */
	constructor(map: L.Map, onChoose: (points: MapPoint[]) => void) {
		this.#map = map;
		this.#onChoose = onChoose;
		this.#clusters = new Clusters([], map.getMaxZoom());
		this.#markers.addTo(map);
		// A person who uses keys or hears the screen has the list; dozens of stops without order would only stand in the way.
		map.getPane('markerPane')?.setAttribute('aria-hidden', 'true');
	}

	setPoints(points: readonly MapPoint[]): void {
		this.#clusters = new Clusters(points, this.#map.getMaxZoom());
	}

	/** Ids of the services that stand out. */
	setChosen(ids: ReadonlySet<string>): void {
		this.#chosen = ids;
	}

	/** Draws what is in sight and a little beyond. */
	draw(): void {
		const bounds = this.#map.getBounds().pad(0.3);
		this.#drawn = this.#clusters.in(
			[bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()],
			this.#map.getZoom()
		);
		this.#markers.clearLayers();
		for (const cluster of this.#drawn) this.#markers.addLayer(this.#marker(cluster));
	}

	/** Boxes of the markers, in pixels of the map's container. */
	boxes(): Box[] {
		return this.#drawn.map(({ lat, lon }) => {
			const { x, y } = this.#map.latLngToContainerPoint([lat, lon]);
			return { left: x - MARKER_ROOM, top: y - MARKER_ROOM, right: x + MARKER_ROOM, bottom: y + MARKER_ROOM };
		});
	}

	#marker(cluster: Cluster): L.Marker {
		const points = cluster.kind === 'one' ? [cluster.point] : this.#clusters.pointsOf(cluster.number);
		const chosen = points.some(({ id }) => this.#chosen.has(id));
		const icon = cluster.kind === 'one' ? pointIcon(cluster.point, chosen) : groupIcon(cluster.count, chosen);
		const title = cluster.kind === 'one' ? cluster.point.name : `${cluster.count} places`;
		const marker = L.marker([cluster.lat, cluster.lon], {
			icon,
			title,
			keyboard: false,
			zIndexOffset: chosen ? 1000 : 0
		});
		return marker.on('click', () => this.#choose(cluster, points));
	}

	#choose(cluster: Cluster, points: MapPoint[]): void {
		const zoom = cluster.kind === 'many' ? this.#clusters.splitsAt(cluster.number) : undefined;
		if (zoom === undefined) this.#onChoose(points);
		else this.#map.setView([cluster.lat, cluster.lon], zoom);
	}
}
