import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Pages that the service worker keeps as they are: everything else is the shell plus data that the page keeps. */
const PAGES = ['', 'now/'];
/** Name that src/service-worker.ts leaves for the list. */
const PLACEHOLDER = 'self.__PRECACHE__';
/** Street detail that a deployer may add. Without it, no phone keeps the code that draws it (src/lib/map/street). */
const STREETS = 'map/basemap.pmtiles';
const OPTIONAL_MARK = 'fingerpost-optional-streets';

/**
 * Writes the list of app files, each with the hash that its bytes must have, into the built service worker: a browser
 * refuses anything else, so that an error page or half a file never becomes part of the app.
 * @param {string} folder the built site
 * @param {string} base path under which the site is served, '' for the root
 * @throws when the service worker does not name the list: a build without it would never work offline
 */
export async function fillPrecache(folder, base) {
	const workerFile = join(folder, 'service-worker.js');
	const worker = await readFile(workerFile, 'utf8');
	if (!worker.includes(PLACEHOLDER)) throw new Error(`${workerFile} does not name ${PLACEHOLDER}`);
	const entries = [];
	const hasStreets = existsSync(join(folder, STREETS));
	for (const file of await appFiles(folder)) {
		const bytes = await readFile(join(folder, file));
		if (!hasStreets && bytes.includes(OPTIONAL_MARK)) continue;
		const hash = createHash('sha256').update(bytes);
		const integrity = `sha256-${hash.copy().digest('base64')}`;
		const revision = file.startsWith('_app/immutable/') ? null : hash.digest('hex').slice(0, 16);
		entries.push({ url: `${base}/${file.replace(/(^|\/)index\.html$/, '$1')}`, revision, integrity });
	}
	await writeFile(workerFile, worker.replaceAll(PLACEHOLDER, JSON.stringify(entries)));
}

/** @param {string} folder */
async function appFiles(folder) {
	const all = await readdir(folder, { recursive: true });
	const pages = PAGES.map((page) => `${page}index.html`);
	return all
		.map((file) => file.replaceAll('\\', '/'))
		.filter(
			(file) =>
				/^_app\/immutable\/.*\.(js|css)$/.test(file) ||
				/^icons\/[^/]+\.svg$/.test(file) ||
				file === 'shell.html' ||
				file === 'manifest.webmanifest' ||
				pages.includes(file)
		)
		.sort();
}
