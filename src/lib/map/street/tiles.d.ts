export { GridLayer } from 'leaflet';
