import { describe, expect, test } from 'vitest';
import { readBuilt, sizeOf, sum, wireSize } from '../built/files.ts';
import { eagerFiles } from '../built/import-graph.ts';
import { builtPages, samplePages, type BuiltPage } from '../built/pages.ts';
import { report } from './report.ts';

/** Budgets of DESIGN.md, in bytes of gzip over the wire (1 KB = 1000 bytes: the strict reading). */
const HOME = 60_000;
const EMERGENCY = 12_000;
/** No first visit to any page may cost much more than home does, whatever it draws. */
const ANY_PAGE = 130_000;

const pages = builtPages();

function costOf(page: BuiltPage) {
	const { scripts, styles } = eagerFiles(page.file, page.html);
	return {
		scripts,
		html: sizeOf(page.html),
		js: sum(scripts.map(wireSize)),
		css: sum(styles.map(wireSize)),
		all: sum([sizeOf(page.html), ...[...scripts, ...styles].map(wireSize)])
	};
}

function page(path: string): BuiltPage {
	const found = pages.find((each) => each.path === path);
	if (!found) throw new Error(`The build has no page ${path}`);
	return found;
}

describe('what a first visit to a page costs', () => {
	test('home is within 60 KB: HTML, styles and every script it starts with', () => {
		const { html, js, css, all } = costOf(page('/'));
		report('home', { html: html.gzip, js: js.gzip, css: css.gzip, 'all gzip': all.gzip, 'all brotli': all.brotli });
		expect(js.gzip).toBeGreaterThan(10_000);
		expect(all.gzip).toBeLessThanOrEqual(HOME);
	});

	test('the emergency page is within 12 KB and runs no script at all', () => {
		const now = page('/now/');
		const { html, css, all, scripts } = costOf(now);
		report('now', { html: html.gzip, css: css.gzip, 'all gzip': all.gzip, 'all brotli': all.brotli });
		expect(scripts).toEqual([]);
		expect(now.html).not.toMatch(/<script/i);
		expect(now.html).not.toMatch(/rel="modulepreload"/);
		expect(all.gzip).toBeLessThanOrEqual(EMERGENCY);
	});

	test.each(samplePages(pages).map((each) => [each.path, each] as const))('%s is within its budget', (path, each) => {
		const { html, js, css, all } = costOf(each);
		report(path, { html: html.gzip, js: js.gzip, css: css.gzip, 'all gzip': all.gzip, 'all brotli': all.brotli });
		expect(all.gzip).toBeLessThanOrEqual(ANY_PAGE);
	});
});

describe('code for maps', () => {
	/** Leaflet, its tile sources or its clusters, whatever the minifier does. */
	const MAP_CODE = /leaflet|supercluster|pmtiles|protomaps/i;
	/** Our own word for a sheet of paper stands alone; in code of maps it is part of a name (`leaflet-pane`, `_leaflet_id`). */
	const PAPER = /\bleaflets?\b(?!-)/gi;
	const hasMapCode = (text: string) => MAP_CODE.test(text.replaceAll(PAPER, ''));

	test('is told from our own leaflets', () => {
		for (const ours of ['Make a leaflet', '“leaflets”', 'a leaflet, to print', '{leaflet:x}'])
			expect(hasMapCode(ours), ours).toBe(false);
		for (const theirs of ['.leaflet-pane{', '_leaflet_id', '_leaflet_pos', 'new Supercluster(', 'leafletMap'])
			expect(hasMapCode(theirs), theirs).toBe(true);
	});

	test.each(samplePages(pages).map((each) => [each.path, each] as const))('%s starts without any', (_path, each) => {
		const { scripts, styles } = eagerFiles(each.file, each.html);
		expect([...scripts, ...styles].filter((file) => hasMapCode(readBuilt(file).toString()))).toEqual([]);
	});
});
