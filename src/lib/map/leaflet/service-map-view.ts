import * as L from './parts.js';
import type { MapBase } from '../../../data/places/map.ts';
import type { Box } from '../labels.ts';
import type { MapPoint } from '../points.ts';
import type { StreetLayer } from '../street/street-layer.ts';
import { BaseLayer } from './base-layer.ts';
import { placeIcon } from './icons.ts';
import { LabelLayer } from './label-layer.ts';
import { ServiceLayer } from './service-layer.ts';

/** The person's place, and how far around it they look. */
export interface MapPlace {
	lat: number;
	lon: number;
	label: string;
	miles?: number | undefined;
}

const METRES_PER_MILE = 1609.344;
/** What is shown around a place when no distance is chosen. */
const MILES_AROUND = 6;
/** Closer would promise more than boundaries that are good to 200 m and land that is good to a mile can keep. */
const CLOSEST = 14;
/** Street detail stays sharp a little longer. */
const CLOSEST_WITH_STREETS = 16;
/** The map stops so far inside the land's box, in degrees: its cut edges are never seen. */
const EDGE = 0.15;
/** Closest zoom when all services are brought into sight: keeps a town around a single one. */
const FIT_ZOOM = 12;
const CHOSEN_ZOOM = 12.5;
/** Half of what names keep clear of around the person's place, in pixels. */
const PLACE_ROOM = 12;
/** The person's place must not hide a service that stands on it. */
const UNDER_SERVICES = -10_000;
/** The corner at the top right that belongs to the buttons, in pixels. */
const BUTTONS = { width: 60, height: 160 };
/** Room at the edges when something is brought into sight: left and top, right (the buttons) and bottom. */
const FIT = { paddingTopLeft: [14, 14], paddingBottomRight: [44, 14], animate: false } satisfies L.FitBoundsOptions;

/** The map of services in an element of the page. Loaded only when a person opens a map. */
export class ServiceMapView {
	readonly map: L.Map;
	readonly #base: BaseLayer;
	readonly #labels: LabelLayer;
	readonly #services: ServiceLayer;
	readonly #placeGroup = L.layerGroup();
	readonly #radiusRenderer = L.svg();
	readonly #home: L.LatLngBounds;
	#points: readonly MapPoint[] = [];
	#place: MapPlace | undefined;
	#area: string | undefined;
	#streets: StreetLayer | undefined;

	/** @param onChoose told the points that a person tapped: all at one place */
	constructor(element: HTMLElement, base: MapBase, onChoose: (points: MapPoint[]) => void) {
		const [west, south, east, north] = base.box;
		const bounds = L.latLngBounds([south + EDGE, west + EDGE], [north - EDGE, east - EDGE]);
		const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
		this.map = L.map(element, {
			attributionControl: false,
			zoomControl: false,
			zoomSnap: 0.25,
			zoomDelta: 1,
			maxZoom: base.street ? CLOSEST_WITH_STREETS : CLOSEST,
			maxBounds: bounds,
			maxBoundsViscosity: 1,
			// A page that scrolls under the mouse must not stop at the map: the wheel zooms once the map has been chosen.
			scrollWheelZoom: false,
			zoomAnimation: !still,
			markerZoomAnimation: !still,
			fadeAnimation: !still,
			inertia: !still
		});
		this.#home = bounds;
		this.map.setView(bounds.getCenter(), this.map.getBoundsZoom(bounds, true));
		this.#keepInside();
		L.scale({ metric: false, maxWidth: 90 }).addTo(this.map);
		this.#base = new BaseLayer(this.map, base);
		this.#placeGroup.addTo(this.map);
		this.#services = new ServiceLayer(this.map, onChoose);
		this.#labels = new LabelLayer(this.map, base, () => [...this.#services.boxes(), ...this.#fixed()]);
		this.map.on('moveend', () => this.#draw());
		this.map.on('resize', () => this.#keepInside());
		this.map.on('focus', () => this.map.scrollWheelZoom.enable());
		this.map.on('blur', () => this.map.scrollWheelZoom.disable());
	}

	/** Zooming out stops before an edge of the land's box comes into sight, however large the map is. */
	#keepInside(): void {
		this.map.setMinZoom(this.map.getBoundsZoom(this.#home, true));
	}

	setPoints(points: readonly MapPoint[]): void {
		this.#points = points;
		this.#services.setPoints(points);
		this.#draw();
	}

	/** Shows the person's place with the distance they look within; undefined takes it away. */
	setPlace(place: MapPlace | undefined): void {
		this.#place = place;
		this.#placeGroup.clearLayers();
		if (!place) return;
		if (place.miles !== undefined) this.#placeGroup.addLayer(this.#radius(place, place.miles));
		this.#placeGroup.addLayer(
			L.marker([place.lat, place.lon], {
				icon: placeIcon(),
				title: place.label,
				keyboard: false,
				interactive: false,
				zIndexOffset: UNDER_SERVICES
			})
		);
	}

	#radius({ lat, lon }: MapPlace, miles: number): L.Circle {
		return L.circle([lat, lon], {
			radius: miles * METRES_PER_MILE,
			className: 'map-radius',
			interactive: false,
			renderer: this.#radiusRenderer
		});
	}

	/** Makes a treatment system stand out; undefined for none. */
	setArea(area: string | undefined): void {
		this.#area = area;
		this.#base.showArea(area);
		this.#labels.showArea(area);
		this.#draw();
	}

	/** Makes services stand out. `bring`: moves them into sight where they are not. */
	choose(ids: ReadonlySet<string>, bring = false): void {
		this.#services.setChosen(ids);
		const chosen = this.#points.filter(({ id }) => ids.has(id));
		const [first] = chosen;
		if (bring && first && !chosen.some(({ lat, lon }) => this.map.getBounds().contains([lat, lon]))) {
			this.map.setView([first.lat, first.lon], Math.max(this.map.getZoom(), CHOSEN_ZOOM));
		}
		this.#draw();
	}

	/** Brings into sight what matters most: around the place, else the area, else all services. */
	fit(): void {
		const area = this.#area === undefined ? undefined : this.#base.boundsOf(this.#area);
		if (this.#place) this.map.fitBounds(boundsAround(this.#place), FIT);
		else if (area) this.map.fitBounds(area, FIT);
		else if (this.#points.length > 0) {
			const bounds = L.latLngBounds(this.#points.map(({ lat, lon }) => [lat, lon]));
			this.map.fitBounds(bounds, { ...FIT, maxZoom: FIT_ZOOM });
		}
	}

	zoomBy(steps: number): void {
		this.map.setZoom(this.map.getZoom() + steps);
	}

	/** Draws streets under the boundaries, in place of those shown before; undefined takes them away. */
	showStreets(streets: StreetLayer | undefined): void {
		this.#streets?.layer.remove();
		this.#streets = streets;
		streets?.layer.addTo(this.map);
		this.#labels.leaveTownsTo(streets?.bounds);
		this.#draw();
	}

	/** Boxes that names keep clear of: the buttons and the person's place. */
	#fixed(): Box[] {
		const { x: width } = this.map.getSize();
		const buttons = { left: width - BUTTONS.width, top: 0, right: width, bottom: BUTTONS.height };
		if (!this.#place) return [buttons];
		const { x, y } = this.map.latLngToContainerPoint([this.#place.lat, this.#place.lon]);
		return [buttons, { left: x - PLACE_ROOM, top: y - PLACE_ROOM, right: x + PLACE_ROOM, bottom: y + PLACE_ROOM }];
	}

	/** Takes the map off the page. */
	close(): void {
		this.map.remove();
	}

	#draw(): void {
		this.#services.draw();
		this.#labels.draw();
	}
}

function boundsAround({ lat, lon, miles = MILES_AROUND }: MapPlace): L.LatLngBounds {
	return L.latLng(lat, lon).toBounds(2 * miles * METRES_PER_MILE);
}
