import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * The browser to test with: $CHROMIUM_PATH, else the system's Chromium or Chrome.
 * @returns {string} its path
 * @throws when there is none, saying what to install: browser tests are never skipped
 */
export function browserPath() {
	const path = [process.env.CHROMIUM_PATH, ...PLACES].find((each) => each && existsSync(each));
	if (!path) {
		throw new Error('No browser found. Install Chromium (Debian: apt-get install chromium) or set CHROMIUM_PATH.');
	}
	return path;
}

/** Switches that keep Chromium quiet: no sandbox as root, and no requests of its own to the network. */
export const browserArgs = [
	...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];
