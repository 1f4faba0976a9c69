import leaflet from './leaflet.css?url&no-inline';
import drawing from './map.css?url&no-inline';

/** Addresses of the style sheets of the map. */
export const STYLE_FILES = [leaflet, drawing];
