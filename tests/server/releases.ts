import { createHash } from 'node:crypto';
import { isCards, isDataIndex, isDetails } from '../../src/data/guards.ts';
import { bucketOf } from '../../src/data/files/buckets.ts';
import { PACK_PARTS, type DataIndex } from '../../src/data/record.ts';
import { bundleParts, bundleRole, fileName, partFiles } from '../../src/data/files/data-files.ts';
import { INDEX, wholeFile } from '../../src/lib/offline/store/data-index.ts';
import { HASH_BYTES } from '../../src/lib/offline/worker/bundle.ts';
import type { Site } from './host.ts';

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest();
const hashOf = (text: string) => sha256(text).toString('hex').slice(0, 12);

export function indexOf(site: Site): DataIndex {
	const value: unknown = JSON.parse(site.get(`data/${INDEX}`)?.toString() ?? '');
	if (!isDataIndex(value)) throw new Error('The site has no index.');
	return value;
}

/** The same site after an editor corrected the phone number of service `id` to `number`: card, detail and index change. */
export function withPhone(site: Site, id: string, number: string): Site {
	const changed: Site = new Map(site);
	const index = structuredClone(indexOf(site));
	for (const [pack, { cards, details }] of Object.entries(index.packs)) {
		const bucket = bucketOf(id, cards.length);
		const file = partFiles(index, pack, 'cards')[bucket] ?? '';
		const list: unknown = JSON.parse(site.get(`data/${file}`)?.toString() ?? '[]');
		const card = isCards(list) ? list.find((each) => each.id === id) : undefined;
		if (!card) continue;
		card.phone = number;
		cards[bucket] = replace(changed, file, `${pack}.cards-${bucket}`, list);
		const other = bucketOf(id, details.length);
		const detailFile = partFiles(index, pack, 'details')[other] ?? '';
		const detailList: unknown = JSON.parse(site.get(`data/${detailFile}`)?.toString() ?? '[]');
		const phone = isDetails(detailList) ? detailList.find((each) => each.id === id)?.phones?.[0] : undefined;
		if (!phone) throw new Error(`${id} has no phone.`);
		phone.number = number;
		details[other] = replace(changed, detailFile, `${pack}.details-${other}`, detailList);
		makeWhole(changed, index, pack);
	}
	makeBundles(changed, index, indexOf(site));
	index.version = hashOf(JSON.stringify(index));
	changed.set(`data/${INDEX}`, Buffer.from(JSON.stringify(index)));
	return changed;
}

/** Writes the files that hold a pack whole anew. */
function makeWhole(site: Site, index: DataIndex, pack: string): void {
	for (const part of PACK_PARTS) {
		const old = wholeFile(index, pack, part);
		const whole = index.packs[pack]?.whole;
		if (!old || !whole) continue;
		const lists = old.parts.map((name): unknown => JSON.parse(site.get(`data/${name}`)?.toString() ?? ''));
		whole[part] = replace(site, old.name, `${pack}.${part}`, lists);
	}
}

/** Writes the files that hold all that everyone, or an area, needs anew. */
function makeBundles(site: Site, index: DataIndex, before: DataIndex): void {
	for (const [key, parts] of bundleParts(index)) {
		const old = fileName(bundleRole(key), before.bundles?.[key] ?? '');
		const lists = parts.map((name): unknown => JSON.parse(site.get(`data/${name}`)?.toString() ?? ''));
		if (index.bundles) index.bundles[key] = replace(site, old, bundleRole(key), lists);
	}
}

function replace(site: Site, old: string, role: string, value: unknown): string {
	const text = JSON.stringify(value);
	site.delete(`data/${old}`);
	site.set(`data/${fileName(role, hashOf(text))}`, Buffer.from(text));
	return hashOf(text);
}

/** A list of files with its bundle, as `scripts/fill-precache.js` writes them into the service worker. */
export const APP_FILES = /"files":\[([^\]]*)\],"bundle":\{"url":"\/([^"]*)","parts":(\[[\d,[\]]*\])\}/g;

/** Where the code of a release stands; another release's code stands elsewhere. */
const CODE = '_app/immutable/';

/**
 * The app as another release of it would be: its code at other addresses with other hashes, its pages and service worker
 * naming those. With `schema`, it also reads and writes data of that shape. Made from the build, so that it stays true.
 */
export function anotherRelease(site: Site, name: string, schema?: number): Site {
	const text = (bytes: Buffer) => {
		let changed = bytes.toString().replaceAll(CODE, `_app/${name}/`);
		if (schema !== undefined) {
			changed = changed
				.replace(/\.schema===\d+/g, `.schema===${schema}`)
				.replace(/\.schema>\d+/g, `.schema>${schema}`)
				// The name of the data cache ends in the schema's number, however the minifier has put it together.
				.replace(/(data-(?:`\})?)\d+(?=`)/g, `$1${schema}`);
		}
		return changed;
	};
	const release: Site = new Map();
	for (const [path, bytes] of site) {
		const file = path.replace(CODE, `_app/${name}/`);
		if (/\.js$/.test(path)) release.set(file, Buffer.from(text(bytes)));
		else if (/\.html$/.test(path)) release.set(file, Buffer.from(withScriptHashes(text(bytes))));
		else release.set(file, bytes);
	}
	if (schema !== undefined) {
		const index = { ...indexOf(site), schema };
		release.set(`data/${INDEX}`, Buffer.from(JSON.stringify({ ...index, version: hashOf(JSON.stringify(index)) })));
	}
	release.set('service-worker.js', Buffer.from(withBundle(release, withFileHashes(release))));
	return release;
}

/** A page's policy allows its own scripts by their hash: changed scripts need theirs. */
function withScriptHashes(html: string): string {
	const hashes = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
		([, script = '']) => `'sha256-${sha256(script).toString('base64')}'`
	);
	return html.replace(/script-src 'self'( 'sha256-[^']+')*/, ["script-src 'self'", ...hashes].join(' '));
}

/** The bundles of the code, made of the release's own files. */
function withBundle(release: Site, worker: string): string {
	return worker.replace(APP_FILES, (_all, list: string, url: string, parts: string) => {
		const urls = [...list.matchAll(/\{"url":"\/([^"]*)","revision"/g)].map(([, each = '']) => each);
		const files = [...parts.matchAll(/\[(\d+),\d+\]/g)].map(([, file]) => Number(file));
		const bytes = files.map((file) => release.get(urls[file] ?? '') ?? Buffer.alloc(0));
		release.set(url, Buffer.concat(bytes));
		return `"files":[${list}],"bundle":{"url":"/${url}","parts":${JSON.stringify(files.map((file, i) => [file, bytes[i]?.length]))}}`;
	});
}

function withFileHashes(site: Site): string {
	const worker = site.get('service-worker.js')?.toString() ?? '';
	return worker.replace(
		/\{"url":"\/([^"]*)","revision":(null|"[^"]*"),"hash":"[^"]*"\}/g,
		(_entry, url: string, revision: string) => {
			const file = url === '' || url.endsWith('/') ? `${url}index.html` : url;
			const bytes = site.get(file);
			if (!bytes) throw new Error(`The service worker keeps ${file}, which is not there.`);
			const hash = sha256(bytes);
			return JSON.stringify({
				url: `/${url}`,
				revision: revision === 'null' ? null : hash.toString('hex').slice(0, 16),
				hash: hash.subarray(0, HASH_BYTES).toString('base64')
			});
		}
	);
}
