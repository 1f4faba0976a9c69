import { base } from '$app/paths';
import type { Workbox } from 'workbox-window';

/** When a file was dropped while a new version was being saved, saving is tried again after so long. What came is kept. */
const AGAIN_AFTER_MS = [2_000, 10_000, 60_000] as const;

/** Tells whether a new version of the app waits, and takes it when the person says so. */
class AppUpdate {
	#waiting = $state(false);
	#workbox: Workbox | undefined;

	get waiting(): boolean {
		return this.#waiting;
	}

	/** Registers the service worker. Does nothing where the browser has none. */
	async start(attempt = 0): Promise<void> {
		if (!('serviceWorker' in navigator)) return;
		try {
			const { Workbox } = await import('workbox-window');
			const workbox = new Workbox(`${base}/service-worker.js`, { scope: `${base}/` });
			this.#workbox = workbox;
			workbox.addEventListener('waiting', () => (this.#waiting = true));
			let installed = false;
			workbox.addEventListener('installed', () => (installed = true));
			workbox.addEventListener('redundant', () => {
				const pause = AGAIN_AFTER_MS[attempt];
				if (!installed && pause !== undefined) setTimeout(() => void this.start(attempt + 1), pause);
			});
			await workbox.register();
		} catch {
			// Private windows and locked-down browsers refuse: the site works without.
		}
	}

	/** Lets the waiting version take over, then loads it. */
	take(): void {
		this.#workbox?.addEventListener('controlling', () => location.reload());
		this.#workbox?.messageSkipWaiting();
	}
}

export const appUpdate = new AppUpdate();
