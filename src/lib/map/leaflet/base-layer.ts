import * as L from './parts.js';
import type { LonLat } from '../../../data/places/map-lines.ts';
import type { MapBase } from '../../../data/places/map.ts';
import { mapShapes, type BoundaryShape } from '../shapes.ts';

const BASE_PANE = 'map-base';
const LINE_PANE = 'map-lines';
/** Below Leaflet's tiles (200), which are street detail. */
const BASE_LEVEL = '150';
const LINE_LEVEL = '350';
/** So much more than what is in sight is drawn, as a share of it: one can pan without seeing an edge. */
const PADDING = 0.6;

const latLng = ([lon, lat]: LonLat): L.LatLngTuple => [lat, lon];
const rings = (all: readonly LonLat[][]): L.LatLngTuple[][] => all.map((ring) => ring.map(latLng));

/** Land, sea, built-up areas and boundaries. Colours come from classes, so that light and dark need no drawing anew. */
export class BaseLayer {
	readonly #areas: { id: string; tint: L.Polygon; edge: L.Polyline }[];

	constructor(map: L.Map, base: MapBase) {
		makePane(map, BASE_PANE, BASE_LEVEL);
		makePane(map, LINE_PANE, LINE_LEVEL);
		const ground = { renderer: L.svg({ pane: BASE_PANE, padding: PADDING }), pane: BASE_PANE, interactive: false };
		const lines = {
			renderer: L.svg({ pane: LINE_PANE, padding: PADDING }),
			pane: LINE_PANE,
			interactive: false,
			fill: false
		};
		const shapes = mapShapes(base);
		const land = rings(shapes.land);
		const [west, south, east, north] = base.box;
		const box: L.LatLngTuple[] = [
			[south, west],
			[south, east],
			[north, east],
			[north, west]
		];
		L.polygon([box], { ...ground, className: 'map-land' }).addTo(map);
		const tints = shapes.areas.map(({ ring }) =>
			L.polygon([ring.map(latLng)], { ...ground, className: 'map-area' }).addTo(map)
		);
		// The tints of areas reach out to sea: the sea, which has the land as its holes, is drawn over them.
		L.polygon([box, ...land], { ...ground, className: 'map-sea' }).addTo(map);
		L.polygon(
			rings(shapes.builtUp).map((ring) => [ring]),
			{ ...ground, className: 'map-built-up' }
		).addTo(map);
		const draw = (wanted: (boundary: BoundaryShape) => boolean, className: string) =>
			L.polyline(
				shapes.boundaries.filter(wanted).map(({ line }) => line.map(latLng)),
				{ ...lines, className }
			).addTo(map);
		draw(({ partsSystems }) => !partsSystems, 'map-council-line');
		draw(({ partsSystems }) => partsSystems, 'map-system-line');
		this.#areas = shapes.areas.flatMap(({ id }, index) => {
			const tint = tints[index];
			const isEdge = ({ left, right, partsSystems }: BoundaryShape) =>
				partsSystems && [left, right].some((side) => base.councils[side]?.area === index);
			return tint ? [{ id, tint, edge: draw(isEdge, 'map-own-line') }] : [];
		});
		this.showArea(undefined);
	}

	/** Makes the person's own treatment system stand out. */
	showArea(own: string | undefined): void {
		for (const { id, tint, edge } of this.#areas) {
			tint.getElement()?.classList.toggle('own', id === own);
			edge.getElement()?.classList.toggle('own', id === own);
		}
	}

	/** The bounds of an area. */
	boundsOf(area: string): L.LatLngBounds | undefined {
		return this.#areas.find(({ id }) => id === area)?.edge.getBounds();
	}
}

function makePane(map: L.Map, name: string, level: string): void {
	const pane = map.createPane(name);
	pane.style.zIndex = level;
	pane.setAttribute('aria-hidden', 'true');
}
