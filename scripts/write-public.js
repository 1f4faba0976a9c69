import { existsSync } from 'node:fs';
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Open data that `npm run data` made. */
const EXPORTS = '.exports';
const DATA = '/data/';

/** Whether a path of the site is a file of open data. @param {string} path without the base path */
export function isExport(path) {
	return path.startsWith(DATA) && existsSync(join(EXPORTS, path.slice(DATA.length)));
}

/** Pages that belong inside other sites, or say nothing by themselves. */
const NOT_LISTED = [/^\/(embed|saved|plan|wrong)\//];

/**
 * Adds to the built site what is for other programs: the open data, robots.txt, and sitemap.xml. A sitemap must name
 * whole addresses: without the site's own (SITE_URL) there is none, and robots.txt names none.
 * @param {string} folder the built site
 * @param {readonly string[]} pages paths of all pages, with the base path of the site
 * @param {string} base path under which the site is served, '' for the root
 * @param {string | undefined} site address of the site, base path included
 */
export async function writePublic(folder, pages, base, site) {
	await cp(EXPORTS, join(folder, 'data'), { recursive: true });
	const address = site?.replace(/\/+$/, '');
	const robots = ['User-agent: *', 'Allow: /', ...(address ? [`Sitemap: ${address}/sitemap.xml`] : [])];
	await writeFile(join(folder, 'robots.txt'), `${robots.join('\n')}\n`);
	if (!address) return;
	const listed = pages
		.map((path) => path.slice(base.length))
		.filter((path) => !NOT_LISTED.some((pattern) => pattern.test(path)))
		.sort();
	const urls = listed.map((path) => `<url><loc>${address}${encodeURI(path)}</loc></url>`);
	await writeFile(
		join(folder, 'sitemap.xml'),
		`<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`
	);
}
