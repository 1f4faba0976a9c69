/* What protomaps-leaflet needs of Leaflet beyond the parts of our own map, under the name that it looks for. */
import * as DomUtil from 'leaflet/src/dom/DomUtil.js';
import { GridLayer } from 'leaflet/src/layer/tile/GridLayer.js';

Object.assign(globalThis, { L: { DomUtil, GridLayer } });

export { GridLayer };
