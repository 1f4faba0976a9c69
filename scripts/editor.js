import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { argv } from 'node:process';
import sirv from 'sirv';
import { editorConfig } from '../src/content/editor/config.ts';
import { readContent } from '../src/content/read/index.ts';

/**
 * `npm run editor [port]`: the editing page for people who do not write YAML. It works on the project's folder in Chromium
 * (Chrome, Edge), and is no part of the site.
 */

const PORT = 4399;
const ICON_FONT = /https:\/\/cdn\.jsdelivr\.net\/[^"'`)]*material-symbols-outlined[^"'`)]*\.woff2/g;

const folder = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

/** Nothing leaves this machine: whatever the editor would fetch elsewhere (syntax colours, status of hosts) is refused. */
const POLICY = [
	"default-src 'self'",
	"script-src 'self'",
	"style-src 'self' 'unsafe-inline'",
	"img-src 'self' blob: data:",
	"font-src 'self' data:",
	"connect-src 'self'",
	"worker-src 'self' blob:"
].join('; ');

/**
 * Serves the editor.
 * @param {number} port 0 for any free one
 * @returns {Promise<import('node:http').Server>} when it listens
 */
export function serveEditor(port) {
	const page = sirv(folder('./editor'), { dev: true });
	const parts = {
		'/fonts/': sirv(folder('../node_modules/@fontsource-variable/material-symbols-outlined/files'), { dev: true }),
		'/cms/': sirv(folder('../node_modules/@sveltia/cms/dist'), { dev: true }),
		'/yaml/': sirv(folder('../node_modules/yaml/browser'), { dev: true })
	};
	const { areas } = readContent(folder('..'));
	const config = JSON.stringify(
		editorConfig((area) =>
			areas.filter(({ record }) => record.id === area).flatMap(({ record }) => record.councils.map(({ id }) => id))
		)
	);
	// Its icons are letters of a font, which it would fetch from a host of fonts: ours stands beside it.
	const cms = readFileSync(folder('../node_modules/@sveltia/cms/dist/sveltia-cms.mjs'), 'utf8').replaceAll(
		ICON_FONT,
		'/fonts/material-symbols-outlined-latin-wght-normal.woff2'
	);
	const server = createServer((request, response) => {
		response.setHeader('Content-Security-Policy', POLICY);
		response.setHeader('Referrer-Policy', 'no-referrer');
		response.setHeader('Cache-Control', 'no-cache');
		const missing = () => response.writeHead(404).end('Not found');
		const { url = '/' } = request;
		if (url === '/config.json') {
			response.setHeader('Content-Type', 'application/json').end(config);
			return;
		}
		if (url === '/cms/sveltia-cms.mjs') {
			response.setHeader('Content-Type', 'text/javascript').end(cms);
			return;
		}
		const part = Object.entries(parts).find(([prefix]) => url.startsWith(prefix));
		if (!part) {
			page(request, response, missing);
			return;
		}
		request.url = url.slice(part[0].length - 1);
		part[1](request, response, missing);
	});
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		// This machine only: whoever reaches the page could write nothing, but nobody else has any business here.
		server.listen(port, '127.0.0.1', () => resolve(server));
	});
}

if (argv[1] === fileURLToPath(import.meta.url)) {
	const port = Number(argv[2] ?? PORT);
	await serveEditor(port);
	process.stdout.write(
		`Open http://localhost:${port}/ in Chrome or Edge, choose "Work with Local Repository", and pick this folder:\n  ${folder('..')}\n` +
			'After you save, run "npm run -s fingerpost -- check". Stop with Ctrl+C.\n'
	);
}
