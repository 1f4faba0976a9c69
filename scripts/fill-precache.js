import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { alikeTogether } from './alike-together.js';
import { toolCode } from './tool-code.js';

/** Bytes of a file's SHA-256 in the list: `hashOf` of src/lib/offline/worker/bundle.ts reads it. */
const HASH_BYTES = 6;
/** Pages that the service worker keeps as they are: everything else is the shell plus data that the page keeps. */
const PAGES = ['', 'now/'];
/** Name that src/service-worker.ts leaves for the list. */
const PLACEHOLDER = 'self.__APP_FILES__';
/** Code and styles, named by their hash. */
const CODE = /^_app\/immutable\/.*\.(js|css)$/;
/** Street detail that a deployer may add. Without it, no phone keeps the code that draws it (src/lib/map/street). */
const STREETS = 'map/basemap.pmtiles';
const OPTIONAL_MARK = 'fingerpost-optional-streets';
/** Code of a page that runs none (`csr = false`): Kit writes it all the same, and nothing fetches it. */
const NEVER_RUN = /\bcsr:\(\)=>!1\b/;

/**
 * Writes the list of app files, each with the hash that its bytes must have, into the built service worker: a browser
 * refuses anything else, so that an error page or half a file never becomes part of the app. Beside them it writes the
 * bundle: the code that the home page does not fetch itself, in one file (src/lib/offline/worker/bundle.ts).
 * @param {string} folder the built site
 * @param {string} base path under which the site is served, '' for the root
 * @throws when the service worker does not name the list: a build without it would never work offline
 */
export async function fillPrecache(folder, base) {
	const workerFile = join(folder, 'service-worker.js');
	const worker = await readFile(workerFile, 'utf8');
	if (!worker.includes(PLACEHOLDER)) throw new Error(`${workerFile} does not name ${PLACEHOLDER}`);
	const home = await readFile(join(folder, 'index.html'), 'utf8');
	const tools = await toolCode(folder);
	const files = await appFiles(folder);
	const list = {
		...(await withBundle(
			folder,
			base,
			files.filter((file) => !tools.has(file)),
			home
		)),
		tools: await withBundle(
			folder,
			base,
			files.filter((file) => tools.has(file)),
			''
		)
	};
	await writeFile(workerFile, worker.replaceAll(PLACEHOLDER, JSON.stringify(list)));
}

/**
 * @param {string} folder
 * @param {string} base
 * @param {string[]} names files of the list
 * @param {string} home a page that fetches some of them itself: they stay out of the bundle
 */
async function withBundle(folder, base, names, home) {
	const files = [];
	const bundled = [];
	for (const file of names) {
		const bytes = await readFile(join(folder, file));
		const hash = createHash('sha256').update(bytes);
		const start = hash.copy().digest().subarray(0, HASH_BYTES).toString('base64');
		const revision = CODE.test(file) ? null : hash.digest('hex').slice(0, 16);
		if (CODE.test(file) && !home.includes(file)) bundled.push({ position: files.length, bytes });
		files.push({ url: `${base}/${file.replace(/(^|\/)index\.html$/, '$1')}`, revision, hash: start });
	}
	const together = alikeTogether(bundled);
	const parts = together.map(({ position, bytes }) => [position, bytes.length]);
	const bundle = Buffer.concat(together.map(({ bytes }) => bytes));
	const name = `_app/immutable/bundle.${createHash('sha256').update(bundle).digest('hex').slice(0, 12)}.txt`;
	await writeFile(join(folder, name), bundle);
	return { files, bundle: { url: `${base}/${name}`, parts } };
}

/** @param {string} folder */
async function appFiles(folder) {
	const all = await readdir(folder, { recursive: true });
	const pages = PAGES.map((page) => `${page}index.html`);
	const wanted = all
		.map((file) => file.replaceAll('\\', '/'))
		.filter(
			(file) =>
				CODE.test(file) ||
				/^icons\/[^/]+\.svg$/.test(file) ||
				file === 'shell.html' ||
				file === 'manifest.webmanifest' ||
				pages.includes(file)
		)
		.sort();
	const hasStreets = existsSync(join(folder, STREETS));
	const needed = await Promise.all(
		wanted.map(async (file) => isNeeded(file, await readFile(join(folder, file)), hasStreets))
	);
	return wanted.filter((_, i) => needed[i]);
}

/**
 * @param {string} file
 * @param {Buffer} bytes
 * @param {boolean} hasStreets
 */
function isNeeded(file, bytes, hasStreets) {
	if (!CODE.test(file)) return true;
	return (hasStreets || !bytes.includes(OPTIONAL_MARK)) && !NEVER_RUN.test(bytes.toString());
}
