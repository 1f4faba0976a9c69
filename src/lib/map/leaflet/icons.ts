import * as L from './parts.js';
import { MARKER_KINDS, SHAPE_PATHS } from '../kinds.ts';
import type { MapPoint } from '../points.ts';
import { svg } from './svg.ts';

/** What a thumb can hit, in pixels; the drawing inside is smaller. */
export const TAP = 44;
/** The shapes of `SHAPE_PATHS` lie in a square of 24 around its middle. */
const HALF = 12;

function icon(className: string, drawing: Element): L.DivIcon {
	const holder = document.createElement('div');
	holder.append(drawing);
	return L.divIcon({ html: holder, className, iconSize: [TAP, TAP] });
}

/** The marker of one place: its shape tells the kind, a dashed ring that it is only near here. */
export function pointIcon(point: MapPoint, chosen: boolean): L.DivIcon {
	const parts: SVGElement[] = [];
	if (point.approx) parts.push(svg('circle', { class: 'near', r: 19 }));
	if (chosen) parts.push(svg('circle', { class: 'chosen', r: 17 }));
	parts.push(
		svg('path', {
			class: `shape ${point.kind}`,
			d: SHAPE_PATHS[MARKER_KINDS[point.kind].shape],
			transform: `translate(${-HALF} ${-HALF})`
		})
	);
	return icon('map-marker', svg('svg', { viewBox: '-22 -22 44 44', width: TAP, height: TAP }, parts));
}

/** The marker of several places: how many they are. */
export function groupIcon(count: number, chosen: boolean): L.DivIcon {
	const radius = count < 10 ? 15 : count < 100 ? 17 : 20;
	const text = svg('text', { class: 'count' });
	text.textContent = String(count);
	const parts: SVGElement[] = chosen ? [svg('circle', { class: 'chosen', r: radius + 3 })] : [];
	parts.push(svg('circle', { class: 'halo', r: radius }), svg('circle', { class: 'group', r: radius - 3 }), text);
	return icon('map-marker', svg('svg', { viewBox: '-22 -22 44 44', width: TAP, height: TAP }, parts));
}

/** The marker of the person's place. */
export function placeIcon(): L.DivIcon {
	const parts = [
		svg('circle', { class: 'you-edge', r: 11 }),
		svg('circle', { class: 'you', r: 8 }),
		svg('circle', { class: 'you-eye', r: 3 })
	];
	return icon('map-marker', svg('svg', { viewBox: '-22 -22 44 44', width: TAP, height: TAP }, parts));
}
