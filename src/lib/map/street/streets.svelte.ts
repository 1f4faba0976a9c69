import { base } from '$app/paths';
import type { StreetFile } from '../../../data/places/map.ts';
import type { ServiceMapView } from '../leaflet/service-map-view.ts';
import { StreetCopy } from './street-copy.ts';
import { findStreets, type StreetSource } from './street-source.ts';

/** Street detail on a map: shown where it can be had, kept on the device when the person wants it. */
export class Streets {
	readonly file: StreetFile;
	readonly #url: string;
	readonly #view: ServiceMapView;
	readonly #copy: StreetCopy;
	readonly #dark = matchMedia('(prefers-color-scheme: dark)');
	#source: StreetSource | undefined;
	#stop: AbortController | undefined;
	#state = $state<'looking' | 'none' | 'shown' | 'save-first'>('looking');
	#saving = $state<'no' | 'running' | 'failed' | 'full'>('no');
	#saved = $state(false);
	#bytes = $state(0);

	constructor(file: StreetFile, view: ServiceMapView) {
		this.file = file;
		this.#url = `${base}/${file.path}`;
		this.#view = view;
		this.#copy = new StreetCopy(file, this.#url);
		this.#dark.addEventListener('change', this.#redraw);
	}

	/** `shown`: streets are on the map. `save-first`: the site cannot send parts, so the whole file must be saved. */
	get state() {
		return this.#state;
	}
	get saving() {
		return this.#saving;
	}
	/** True when the whole file is on this device. */
	get saved() {
		return this.#saved;
	}
	/** Bytes fetched so far while saving. */
	get bytes() {
		return this.#bytes;
	}

	/** Looks for street detail, on the device first, and draws it. */
	async show(): Promise<void> {
		const found = await findStreets(this.file, this.#url);
		this.#saved = typeof found === 'object' && found.kind === 'copy';
		this.#source = typeof found === 'object' ? found : undefined;
		if (found === 'save-first') this.#state = 'save-first';
		else if (!found) this.#state = 'none';
		else await this.#draw();
	}

	async #draw(): Promise<void> {
		if (!this.#source) return;
		try {
			const { streetLayer } = await import('./street-layer.ts');
			this.#view.showStreets(await streetLayer(this.#source, this.#dark.matches));
			this.#state = 'shown';
		} catch {
			this.#state = 'none';
		}
	}

	readonly #redraw = () => void this.#draw();

	/** Keeps the whole file on this device, and reads it from there from now on. */
	async save(): Promise<void> {
		this.#saving = 'running';
		this.#bytes = 0;
		this.#stop = new AbortController();
		const result = await this.#copy.save((bytes) => (this.#bytes = bytes), this.#stop.signal);
		this.#saving = result === 'failed' || result === 'full' ? result : 'no';
		if (result === 'saved') await this.show();
	}

	/** Stops saving; what has come so far is not kept. */
	stopSaving(): void {
		this.#stop?.abort();
	}

	/** Deletes the copy on this device. */
	async delete(): Promise<void> {
		await this.#copy.delete();
		this.#view.showStreets(undefined);
		this.#state = 'looking';
		await this.show();
	}

	/** Lets go of the map. */
	close(): void {
		this.stopSaving();
		this.#dark.removeEventListener('change', this.#redraw);
	}
}
