import { describe, expect, test } from 'vitest';
import exported from '../../src/data/generated/exports.json' with { type: 'json' };
import { builtFiles, readBuilt } from '../built/files.ts';
import { builtPages } from '../built/pages.ts';

/** What the build gives out for other programs. */
const files = builtFiles();

describe('the open data', () => {
	test('stands in the build, as large as its page says', () => {
		expect(exported.files.length).toBeGreaterThan(5);
		for (const { path, bytes } of exported.files) expect(readBuilt(`data/${path}`).length, path).toBe(bytes);
		expect(files.filter((file) => file.startsWith('data/open-referral/'))).toHaveLength(exported.openReferral.files);
	});

	test('is named in full on its page, which links to each file', () => {
		const html = readBuilt('data/index.html').toString();
		const linked = [...html.matchAll(/href="[^"]*\/data\/([^"]+\.[a-z]+)"/g)].map(([, path]) => path);
		expect(new Set(linked)).toEqual(new Set(exported.files.map(({ path }) => path)));
	});

	test('is on no phone: the service worker keeps none of it, nor any list for frames', () => {
		const worker = readBuilt('service-worker.js').toString();
		expect(worker).toContain('shell.html');
		expect(worker).not.toMatch(/services\.(csv|geojson|json)|open-referral|openapi\.json|embed\/essex/);
	});
});

describe('structured data', () => {
	const blocks = builtPages()
		.filter(({ path }) => path.startsWith('/services/'))
		.map(({ path, html }) => ({
			path,
			found: [...html.matchAll(/<script type="application\/ld\+json">([^]*?)<\/script>/g)]
		}));

	test('stands once in the page of each published service, and in no other', () => {
		expect(blocks.filter(({ found }) => found.length === 1)).toHaveLength(exported.services);
		expect(blocks.filter(({ found }) => found.length > 1)).toEqual([]);
		const others = builtPages().filter(({ path, html }) => !path.startsWith('/services/') && html.includes('ld+json'));
		expect(others).toEqual([]);
	});

	test('can be read, and says what the service is', () => {
		for (const { path, found } of blocks) {
			for (const [, json] of found) {
				expect(JSON.parse(json ?? ''), path).toMatchObject({
					'@context': 'https://schema.org',
					'@graph': expect.arrayContaining([expect.objectContaining({ '@type': 'Service' })])
				});
			}
		}
	});
});

test('robots.txt lets everybody in; it names a sitemap only when there is one', () => {
	const robots = readBuilt('robots.txt').toString();
	expect(robots).toMatch(/^User-agent: \*\nAllow: \/\n/);
	expect(/^Sitemap: https?:/m.test(robots)).toBe(files.includes('sitemap.xml'));
});
