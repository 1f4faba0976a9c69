import { base } from '$app/paths';
import type { Workbox } from 'workbox-window';

/** Tells whether a new version of the app waits, and takes it when the person says so. */
class AppUpdate {
	#waiting = $state(false);
	#workbox: Workbox | undefined;

	get waiting(): boolean {
		return this.#waiting;
	}

	/** Registers the service worker. Does nothing where the browser has none. */
	async start(): Promise<void> {
		if (!('serviceWorker' in navigator)) return;
		const { Workbox } = await import('workbox-window');
		this.#workbox = new Workbox(`${base}/service-worker.js`, { scope: `${base}/` });
		this.#workbox.addEventListener('waiting', () => (this.#waiting = true));
		// Private windows and locked-down browsers refuse: the site works without.
		await this.#workbox.register().catch(() => undefined);
	}

	/** Lets the waiting version take over, then loads it. */
	take(): void {
		this.#workbox?.addEventListener('controlling', () => location.reload());
		this.#workbox?.messageSkipWaiting();
	}
}

export const appUpdate = new AppUpdate();
