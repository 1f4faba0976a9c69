import * as L from './parts.js';
import type { MapBase, SideIndex } from '../../../data/places/map.ts';
import type { LonLat } from '../../../data/places/map-lines.ts';
import { LINE_HEIGHT, placeLabels, wrap, type Box, type Measure, type PlacedLabel } from '../labels.ts';
import { AREA_LINE, nameWishes } from '../names.ts';
import { mapShapes, sideName } from '../shapes.ts';
import { sideLabels, type SideLine } from '../side-labels.ts';
import { svg } from './svg.ts';

const PANE = 'map-labels';
/** Above lines, below markers. */
const LEVEL = '450';
const SIDE_NAMES_FROM = 9;
const SIDE_LETTERS = 12;
const OUTSIDE_NAME = 'Outside these areas';
const OWN_SIDE = 'This side:';
/** Names keep off the map's edge, in pixels. */
const EDGE = 4;

/** What else stands on the map and must stay readable: boxes in pixels of the map's container. */
export type Obstacles = () => Box[];

/** Names of towns, councils and areas, placed afresh after each move so that no two overlap. */
export class LabelLayer {
	readonly #map: L.Map;
	readonly #base: MapBase;
	readonly #obstacles: Obstacles;
	readonly #holder = document.createElement('div');
	readonly #root = svg('svg', { class: 'map-names' });
	readonly #measure = canvasMeasure();
	#own: string | undefined;
	#streets: L.LatLngBounds | undefined;

	constructor(map: L.Map, base: MapBase, obstacles: Obstacles) {
		this.#map = map;
		this.#base = base;
		this.#obstacles = obstacles;
		const pane = map.createPane(PANE);
		pane.style.zIndex = LEVEL;
		pane.setAttribute('aria-hidden', 'true');
		// Leaflet hides this while it zooms; names are placed anew after that.
		this.#holder.className = 'leaflet-zoom-hide';
		this.#holder.append(this.#root);
		pane.append(this.#holder);
	}

	/** The treatment system whose side is called "this side". */
	showArea(own: string | undefined): void {
		this.#own = own;
	}

	/** Where street detail is shown, it brings the names of towns itself. */
	leaveTownsTo(streets: L.LatLngBounds | undefined): void {
		this.#streets = streets;
	}

	/** Places all names for what is in sight. */
	draw(): void {
		const { x, y } = this.#map.getSize();
		const zoom = this.#map.getZoom();
		const frame = { left: EDGE, top: EDGE, right: x - EDGE, bottom: y - EDGE };
		const project = ([lon, lat]: LonLat) => {
			const point = this.#map.latLngToContainerPoint([lat, lon]);
			return [point.x, point.y] as const;
		};
		const taken = this.#obstacles();
		const sides =
			zoom < SIDE_NAMES_FROM ? [] : sideLabels(this.#sideLines(project), frame, taken, SIDE_LETTERS, this.#measure);
		const isShown = ([lon, lat]: LonLat) => this.#streets?.contains([lat, lon]) !== true;
		const wishes = nameWishes(this.#base, zoom, project, isShown);
		const names = placeLabels(wishes, frame, [...taken, ...sides.map(({ box }) => box)], this.#measure);
		const corner = this.#map.containerPointToLayerPoint([0, 0]);
		this.#root.setAttribute('width', String(x));
		this.#root.setAttribute('height', String(y));
		this.#root.replaceChildren(...[...names, ...sides].map(draw));
		L.DomUtil.setPosition(this.#holder, corner);
	}

	#sideLines(project: (point: LonLat) => readonly [number, number]): SideLine[] {
		const side = (index: SideIndex) => {
			const name = sideName(this.#base, index);
			if (name === undefined) return { lines: wrap(OUTSIDE_NAME, AREA_LINE), style: 'side outside' };
			const own = this.#base.areas[this.#base.councils[index]?.area ?? -1]?.id === this.#own;
			return own
				? { lines: [OWN_SIDE, ...wrap(name, AREA_LINE)], style: 'side own' }
				: { lines: wrap(name, AREA_LINE), style: 'side' };
		};
		return mapShapes(this.#base).boundaries.flatMap(({ line, left, right, partsSystems }) =>
			partsSystems ? [{ points: line.map(project), left: side(left), right: side(right) }] : []
		);
	}
}

function draw({ lines, x, y, size, style }: PlacedLabel): SVGTextElement {
	const top = y - ((lines.length - 1) * size * LINE_HEIGHT) / 2;
	return svg(
		'text',
		{ class: style, 'font-size': size },
		lines.map((line, i) => {
			const row = svg('tspan', { x: Math.round(x), y: Math.round(top + i * size * LINE_HEIGHT) });
			row.textContent = line;
			return row;
		})
	);
}

/** Letters are measured in the heaviest style in use: names may be narrower than their box, never wider. */
function canvasMeasure(): Measure {
	const context = document.createElement('canvas').getContext('2d');
	const family = getComputedStyle(document.body).fontFamily;
	const widths = new Map<string, number>();
	return (text, size) => {
		const key = `${size} ${text}`;
		let width = widths.get(key);
		if (width === undefined) {
			if (context) context.font = `700 ${size}px ${family}`;
			width = context?.measureText(text).width ?? text.length * size * 0.6;
			widths.set(key, width);
		}
		return width;
	};
}
