import type { control } from 'leaflet';

export {
	circle,
	divIcon,
	DomUtil,
	latLng,
	latLngBounds,
	layerGroup,
	map,
	marker,
	polygon,
	polyline,
	svg,
	type Circle,
	type DivIcon,
	type FitBoundsOptions,
	type LatLngBounds,
	type LatLngTuple,
	type Map,
	type Marker,
	type Polygon,
	type Polyline
} from 'leaflet';
export const scale: typeof control.scale;
