/*
 * The parts of Leaflet that the map is made of, from Leaflet's own modules: its bundle brings tiles, pop-ups, tooltips,
 * GeoJSON and canvas too, a third of its weight. Types: parts.d.ts. Styles: leaflet.css.
 */
import { Map } from 'leaflet/src/map/Map.js';
import 'leaflet/src/map/handler/Map.DoubleClickZoom.js';
import 'leaflet/src/map/handler/Map.Drag.js';
import 'leaflet/src/map/handler/Map.Keyboard.js';
import 'leaflet/src/map/handler/Map.ScrollWheelZoom.js';
import 'leaflet/src/map/handler/Map.TouchZoom.js';

export { scale } from 'leaflet/src/control/Control.Scale.js';
export * as DomUtil from 'leaflet/src/dom/DomUtil.js';
export { toLatLng as latLng } from 'leaflet/src/geo/LatLng.js';
export { toLatLngBounds as latLngBounds } from 'leaflet/src/geo/LatLngBounds.js';
export { layerGroup } from 'leaflet/src/layer/LayerGroup.js';
export { divIcon } from 'leaflet/src/layer/marker/DivIcon.js';
export { marker } from 'leaflet/src/layer/marker/Marker.js';
export { circle } from 'leaflet/src/layer/vector/Circle.js';
export { polygon } from 'leaflet/src/layer/vector/Polygon.js';
export { polyline } from 'leaflet/src/layer/vector/Polyline.js';
export { svg } from 'leaflet/src/layer/vector/SVG.js';
export { createMap as map } from 'leaflet/src/map/Map.js';

Map.include({
	/** Every shape here brings its own renderer: Leaflet's way of choosing one would bring canvas too. */
	getRenderer(layer) {
		const { renderer } = layer.options;
		if (!this.hasLayer(renderer)) this.addLayer(renderer);
		return renderer;
	}
});
