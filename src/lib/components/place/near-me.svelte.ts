/** How long a phone may take to say where it is. */
const TIMEOUT_MS = 15_000;
/** A point of the last few minutes is as good, and spares the battery. */
const OLDEST_MS = 300_000;

/** The device's own place: asked for only by a tap, kept in memory only, and never sent. */
export class NearMe {
	#point = $state.raw<{ lat: number; lon: number }>();
	#state = $state<'idle' | 'asking' | 'failed'>('idle');

	/** Degrees, WGS 84, once the person has allowed it. */
	get point() {
		return this.#point;
	}
	/** `failed` when the person or the device said no: a postcode does as well. */
	get state() {
		return this.#state;
	}

	ask(): void {
		if (!('geolocation' in navigator)) {
			this.#state = 'failed';
			return;
		}
		this.#state = 'asking';
		navigator.geolocation.getCurrentPosition(
			({ coords }) => {
				this.#point = { lat: coords.latitude, lon: coords.longitude };
				this.#state = 'idle';
			},
			() => (this.#state = 'failed'),
			{ timeout: TIMEOUT_MS, maximumAge: OLDEST_MS }
		);
	}

	forget(): void {
		this.#point = undefined;
		this.#state = 'idle';
	}
}
