import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtFiles, readBuilt } from '../built/files.ts';
import { builtPages, embedPages } from '../built/pages.ts';
import { ensureNginx, startNginx } from './nginx.ts';

/** Headers for every answer, as static/_headers has them: name and value. */
const wanted = new Map(
	(readFileSync('static/_headers', 'utf8').split(/^\/\*$/m)[1] ?? '')
		.split(/^\//m)[0]
		?.split('\n')
		.flatMap((line) => {
			const [, name, value] = /^ {2}([\w-]+): (.*)$/.exec(line) ?? [];
			return name && value ? [[name, value] as const] : [];
		})
);

test('the headers say what they must', () => {
	expect(wanted.get('Content-Security-Policy')).toMatch(/frame-ancestors 'none'/);
	expect(wanted.get('Content-Security-Policy')).not.toMatch(/unsafe-inline|unsafe-eval|\*|https?:/);
	expect(wanted.get('Referrer-Policy')).toBe('no-referrer');
	expect(wanted.get('X-Content-Type-Options')).toBe('nosniff');
	expect(wanted.get('Permissions-Policy')).toMatch(/camera=\(\), microphone=\(\)/);
	expect(wanted.get('Strict-Transport-Security')).toMatch(/max-age=\d{8}/);
});

/** The headers of the lists for frames in other sites, as static/_headers has them. */
const EMBED_POLICY =
	/^\/embed\/\*$[^]*?^ {2}Content-Security-Policy: (.*)$/m.exec(readFileSync('static/_headers', 'utf8'))?.[1] ?? '';

// What nginx.conf really answers is tried below.
test('deploy/Caddyfile has the same headers', () => {
	const text = readFileSync('deploy/Caddyfile', 'utf8');
	for (const [name, value] of wanted) expect(text).toContain(`${name} "${value}"`);
	expect(text).toContain(`header @embed Content-Security-Policy "${EMBED_POLICY}"`);
});

test('only lists for frames may be framed, and they run nothing', () => {
	expect(EMBED_POLICY).toMatch(/^frame-ancestors \*; default-src 'none';/);
	expect(EMBED_POLICY).not.toMatch(/script-src|connect-src/);
	const embeds = embedPages();
	expect(embeds.length).toBeGreaterThan(100);
	for (const { path, html } of embeds) {
		const policy = /<meta http-equiv="content-security-policy" content="([^"]*)">/.exec(html)?.[1] ?? '';
		expect(policy, path).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'$/);
		expect(html, path).not.toMatch(/<script|<link|<img| style=| on\w+=/i);
	}
});

test('every page has its own policy for scripts: its inline script by hash, and nothing unsafe', () => {
	for (const { path, html } of builtPages()) {
		const policy = /<meta http-equiv="content-security-policy" content="([^"]*)">/.exec(html)?.[1] ?? '';
		expect(policy, path).toMatch(/default-src 'self';/);
		expect(policy, path).toMatch(/script-src 'self'/);
		expect(policy.replace("'unsafe-hashes'", ''), path).not.toMatch(/unsafe|\*|https?:/);
	}
});

test('the service worker and the shell are part of the build, beside _headers', () => {
	expect(builtFiles()).toEqual(expect.arrayContaining(['_headers', 'service-worker.js', 'shell.html']));
});

describe('a real nginx with deploy/nginx.conf', () => {
	let nginx: Awaited<ReturnType<typeof startNginx>>;
	beforeAll(async () => {
		ensureNginx();
		nginx = await startNginx();
	}, 120_000);
	afterAll(() => nginx?.stop());

	const get = (path: string) => fetch(nginx.origin + path, { redirect: 'manual' });

	test.each(['/', '/now/', '/service-worker.js', '/data/index.json', '/no/such/page/', '/missing.js'])(
		'%s comes with every header',
		async (path) => {
			const { headers } = await get(path);
			for (const [name, value] of wanted) expect(headers.get(name), name).toBe(value);
			expect(headers.get('server')).toBe('nginx');
		}
	);

	test('a list for frames may be framed by any site, and nothing else may', async () => {
		const { headers } = await get('/embed/essex/treatment/');
		expect(headers.get('Content-Security-Policy')).toBe(EMBED_POLICY);
		expect(headers.get('X-Frame-Options')).toBeNull();
		expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
		expect((await get('/embed/no/such/')).headers.get('X-Frame-Options')).toBe('DENY');
	});

	test('open data may be read by other sites, under the addresses of Open Referral UK too', async () => {
		const list = readBuilt('data/open-referral/services.json').toString();
		const one = builtFiles().find((file) => /^data\/open-referral\/services\/.*\.json$/.test(file)) ?? '';
		for (const [path, file] of [
			['/data/open-referral', 'data/open-referral/index.json'],
			['/data/open-referral/', 'data/open-referral/index.json'],
			[`/${one.replace('.json', '')}`, one],
			[`/${one}`, one]
		]) {
			const answer = await get(path ?? '');
			expect(await answer.text(), path).toBe(readBuilt(file ?? '').toString());
			expect(answer.headers.get('content-type'), path).toMatch(/^application\/json/);
			expect(answer.headers.get('access-control-allow-origin'), path).toBe('*');
		}
		expect(await (await get('/data/open-referral/services?page=1')).text()).toBe(list);
		expect((await get('/')).headers.get('access-control-allow-origin')).toBeNull();
	});

	test('pages, files and the shell are where they should be', async () => {
		expect(await (await get('/now/')).text()).toBe(readBuilt('now/index.html').toString());
		const unknown = await get('/no/such/page/');
		expect(unknown.status).toBe(404);
		expect(await unknown.text()).toBe(readBuilt('shell.html').toString());
		expect((await get('/manifest.webmanifest')).headers.get('content-type')).toMatch(/^application\/manifest\+json/);
		expect((await get('/data/index.json')).headers.get('content-type')).toMatch(/^application\/json/);
	});

	test('only files named by their content are kept by browsers', async () => {
		const code = builtFiles().find((file) => file.startsWith('_app/immutable/entry/')) ?? '';
		const data = builtFiles().find((file) => /^data\/.*\.[0-9a-f]{12}\.json$/.test(file)) ?? '';
		for (const path of [code, data])
			expect((await get(`/${path}`)).headers.get('cache-control'), path).toBe('public, max-age=31536000, immutable');
		for (const path of ['/', '/service-worker.js', '/data/index.json', '/shell.html'])
			expect((await get(path)).headers.get('cache-control'), path).toBe('no-cache');
	});

	test('text is compressed', async () => {
		for (const path of ['/', '/data/index.json', '/service-worker.js'])
			expect((await get(path)).headers.get('content-encoding'), path).toBe('gzip');
	});
});
