import type { LatLngBounds } from 'leaflet';
import { FetchSource, PMTiles, type Source } from 'pmtiles';
import { leafletLayer } from 'protomaps-leaflet';
import { latLngBounds } from '../leaflet/parts.js';
import { GridLayer } from './tiles.js';
import type { StreetSource } from './street-source.ts';

/** Kept out of the offline app where no street file stands (scripts/fill-precache.js looks for these words). */
export const OPTIONAL_MARK = 'fingerpost-optional-streets';

/** A street layer with the part of the earth that it covers. */
export interface StreetLayer {
	layer: GridLayer;
	bounds: LatLngBounds;
}

/**
 * Streets as a layer of the map, drawn from one PMTiles file.
 * @throws when the file cannot be read or is not PMTiles
 */
export async function streetLayer(source: StreetSource, dark: boolean): Promise<StreetLayer> {
	const archive = new PMTiles(source.kind === 'copy' ? new BlobSource(source.file) : new FetchSource(source.url));
	const { minLat, minLon, maxLat, maxLon, maxZoom } = await archive.getHeader();
	const bounds = latLngBounds([minLat, minLon], [maxLat, maxLon]);
	const layer: unknown = leafletLayer({
		url: archive,
		flavor: dark ? 'dark' : 'light',
		lang: 'en',
		maxDataZoom: maxZoom,
		bounds,
		noWrap: true
	});
	if (!(layer instanceof GridLayer)) throw new Error('protomaps-leaflet gave no layer of this Leaflet.');
	return { layer, bounds };
}

/** Reads ranges of a file that is on this device. */
class BlobSource implements Source {
	readonly #file: Blob;

	constructor(file: Blob) {
		this.#file = file;
	}

	getKey(): string {
		return OPTIONAL_MARK;
	}

	async getBytes(offset: number, length: number): Promise<{ data: ArrayBuffer }> {
		return { data: await this.#file.slice(offset, offset + length).arrayBuffer() };
	}
}
