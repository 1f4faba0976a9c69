/** What Chromium gives when a site can be put on the home screen; other browsers have no such event. */
interface InstallEvent extends Event {
	prompt(): Promise<unknown>;
}

function isInstallEvent(event: Event): event is InstallEvent {
	return 'prompt' in event && typeof event.prompt === 'function';
}

/**
 * Holds back the browser's own "install this app" banner, which would come between a person and a phone number, and
 * makes the offer where a person looks for it: on the page about what is saved.
 */
class InstallOffer {
	#event = $state.raw<InstallEvent>();

	get open(): boolean {
		return this.#event !== undefined;
	}

	/** Called once by the layout, in the browser. */
	start(): void {
		addEventListener('beforeinstallprompt', (event) => {
			if (!isInstallEvent(event)) return;
			event.preventDefault();
			this.#event = event;
		});
		addEventListener('appinstalled', () => (this.#event = undefined));
	}

	/** Shows the browser's own question. It can be asked once. */
	async take(): Promise<void> {
		const event = this.#event;
		this.#event = undefined;
		await event?.prompt();
	}
}

export const installOffer = new InstallOffer();
