import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtFiles, readBuilt } from '../built/files.ts';
import { builtPages } from '../built/pages.ts';
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

test.each([
	['deploy/nginx.conf', (name: string, value: string) => `add_header ${name} "${value}" always;`],
	['deploy/Caddyfile', (name: string, value: string) => `${name} "${value}"`]
])('%s has the same headers', (file, line) => {
	const text = readFileSync(file, 'utf8');
	for (const [name, value] of wanted) expect(text).toContain(line(name, value));
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
