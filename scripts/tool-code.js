import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, posix } from 'node:path';

/** First folders of the pages for work (src/lib/offline/tools.ts): kept on a phone once one of them is opened. */
const TOOL_PAGES = 'src/lib/offline/worker/tool-pages.json';
const SCRIPTS = '_app/immutable';
/** Which nodes of Kit a page is made of: that of the layout, then its own. */
const NODES_OF_PAGE = /node_ids: \[([\d, ]+)\]/;
/** Nodes that every page may need: layout and error page. */
const SHARED_NODES = new Set(['0', '1']);
const STATIC_IMPORT = /(?:from|import)\s*["'`]([^"'`]+\.js)["'`]/g;
/** Static and dynamic imports, and files named for Vite to fetch ahead. */
const ANY_FILE = /["'`]([^"'`\s]+\.js)["'`]/g;

/**
 * The code and styles that only the pages for work use.
 * @param {string} folder the built site
 * @returns {Promise<Set<string>>} paths of files in it
 * @throws when the built pages do not say which code is theirs: then nothing would be told apart
 */
export async function toolCode(folder) {
	const mine = await nodesOf(folder, JSON.parse(readFileSync(TOOL_PAGES, 'utf8')));
	if (mine.size === 0) throw new Error('No page for work names its code: see scripts/tool-code.js.');
	const files = (await readdir(join(folder, SCRIPTS), { recursive: true })).map(
		(file) => `${SCRIPTS}/${file.replaceAll('\\', '/')}`
	);
	/** @type {Map<string, string>} */
	const texts = new Map();
	for (const file of files) if (file.endsWith('.js')) texts.set(file, await readFile(join(folder, file), 'utf8'));
	const isMine = (/** @type {string} */ file) => mine.has(basename(file).split('.')[0] ?? '');
	// The entry knows every page: of it, only what it always imports counts.
	const usedBy = (/** @type {string} */ file) =>
		[...(texts.get(file) ?? '').matchAll(file.includes('/entry/') ? STATIC_IMPORT : ANY_FILE)]
			.map(([, name = '']) => posix.normalize(posix.join(dirname(file), name)))
			.filter((name) => texts.has(name));
	/** @type {Set<string>} */
	const needed = new Set();
	const need = (/** @type {string} */ file) => {
		if (needed.has(file)) return;
		needed.add(file);
		usedBy(file).forEach(need);
	};
	for (const file of texts.keys())
		if (file.includes('/entry/') || (file.includes('/nodes/') && !isMine(file))) need(file);
	return new Set(
		files.filter((file) => (texts.has(file) ? !needed.has(file) : /\/assets\/\d+\./.test(file) && isMine(file)))
	);
}

/**
 * @param {string} folder
 * @param {string[]} pages
 */
async function nodesOf(folder, pages) {
	/** @type {Set<string>} */
	const nodes = new Set();
	for (const page of pages.filter((each) => existsSync(join(folder, each))))
		for (const file of await readdir(join(folder, page), { recursive: true })) {
			if (!file.endsWith('.html')) continue;
			const html = await readFile(join(folder, page, file), 'utf8');
			for (const node of NODES_OF_PAGE.exec(html)?.[1]?.split(/,\s*/) ?? [])
				if (!SHARED_NODES.has(node)) nodes.add(node);
		}
	return nodes;
}
