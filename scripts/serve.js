import { createServer } from 'node:http';
import { networkInterfaces } from 'node:os';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import sirv from 'sirv';

/** The page for addresses that no file stands at: the shell, which draws the page or says that there is none. */
const SHELL = 'shell.html';

/**
 * Serves a built site as a plain static host does, with the headers of static/_headers that matter on any host.
 * @param {string} folder the built site
 * @param {number} port 0 for any free one
 * @returns {Promise<import('node:http').Server>} when it listens
 */
export function serve(folder, port) {
	if (!existsSync(join(folder, SHELL))) throw new Error(`${folder}/${SHELL} is missing: run "npm run build" first.`);
	const files = sirv(folder, {
		etag: true,
		setHeaders(response, path) {
			const lasting = path.startsWith('/_app/immutable/') || /^\/data\/[^/]+\.[0-9a-f]{12}\.json$/.test(path);
			response.setHeader('Cache-Control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
			response.setHeader('Referrer-Policy', 'no-referrer');
			response.setHeader('X-Content-Type-Options', 'nosniff');
		}
	});
	const server = createServer((request, response) =>
		files(request, response, () => {
			const page = !/\.[a-z0-9]+$/i.test(new URL(request.url ?? '/', 'http://host').pathname);
			request.url = page ? `/${SHELL}` : request.url;
			if (page) files(request, response, () => notFound(response));
			else notFound(response);
		})
	);
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, () => resolve(server));
	});
}

/** @param {import('node:http').ServerResponse} response */
function notFound(response) {
	response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found');
}

/** Where a server can be reached. @param {import('node:http').Server} server */
export function addresses(server) {
	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	const hosts = Object.values(networkInterfaces())
		.flat()
		.filter((each) => each && each.family === 'IPv4' && !each.internal);
	return { local: `http://localhost:${port}/`, network: hosts.map((each) => `http://${each?.address}:${port}/`) };
}
