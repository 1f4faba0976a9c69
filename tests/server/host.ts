import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { builtFiles, readBuilt } from '../built/files.ts';

/** A site in memory: bytes by path without the first slash. */
export type Site = Map<string, Buffer>;

/** How a host may misbehave for one request. `undefined`: it behaves. */
export type Fault =
	| { kind: 'status'; status: number }
	| { kind: 'html' }
	| { kind: 'truncated' }
	| { kind: 'changed' }
	| { kind: 'redirect' }
	| { kind: 'hang' }
	| { kind: 'drop' };

/** What was asked of the host. */
export interface Asked {
	path: string;
	search: string;
	method: string;
	referer: string | undefined;
	cookie: string | undefined;
	body: string;
	/** Bytes of the answer's body, compressed. */
	bytes: number;
	status: number;
}

const TYPES: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json',
	'.txt': 'text/plain; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.webmanifest': 'application/manifest+json'
};

/** Every file of a build, in memory. */
export function builtSite(folder?: string): Site {
	return new Map(builtFiles(folder).map((file) => [file, readBuilt(file, folder)]));
}

/**
 * A static host for tests: serves a site that can be swapped for another at any time, counts what it sends, and
 * misbehaves when told to. Unknown addresses of pages get the shell, as on a real host.
 */
export class Host {
	site: Site;
	/** Decides for each request whether to misbehave. `path` has no slash at its start. */
	fault: (path: string) => Fault | undefined = () => undefined;
	asked: Asked[] = [];
	readonly #server: Server;
	readonly #open = new Set<ServerResponse>();
	#origin = '';

	constructor(site: Site) {
		this.site = site;
		this.#server = createServer((request, response) => void this.#answer(request, response));
	}

	/** Where it listens, without a slash at the end. */
	get origin(): string {
		return this.#origin;
	}

	async start(): Promise<this> {
		await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
		const address = this.#server.address();
		if (typeof address !== 'object' || !address) throw new Error('The test host has no port.');
		this.#origin = `http://localhost:${address.port}`;
		return this;
	}

	async stop(): Promise<void> {
		for (const response of this.#open) response.destroy();
		this.#server.closeAllConnections();
		await new Promise((resolve) => this.#server.close(resolve));
	}

	async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const url = new URL(request.url ?? '/', 'http://host');
		const path = decodeURIComponent(url.pathname).slice(1);
		const asked: Asked = {
			path,
			search: url.search,
			method: request.method ?? '',
			referer: request.headers.referer,
			cookie: request.headers.cookie,
			body: '',
			bytes: 0,
			status: 0
		};
		this.asked.push(asked);
		for await (const chunk of request) asked.body += String(chunk);
		this.#open.add(response);
		response.on('close', () => this.#open.delete(response));
		const fault = this.fault(path);
		if (fault?.kind === 'hang') return;
		if (fault?.kind === 'drop') return void request.socket.destroy();
		if (fault?.kind === 'redirect') return void response.writeHead(302, { Location: '/portal/login' }).end();
		const send = (status: number, type: string, bytes: Buffer) => {
			const body = gzipSync(bytes);
			asked.bytes = body.length;
			asked.status = status;
			const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`;
			if (status === 200 && request.headers['if-none-match'] === etag) {
				asked.bytes = 0;
				asked.status = 304;
				return void response.writeHead(304).end();
			}
			const lasting = path.startsWith('_app/immutable/') || /^data\/.*\.[0-9a-f]{12}\.json$/.test(path);
			response
				.writeHead(status, {
					'Content-Type': type,
					'Content-Encoding': 'gzip',
					'Cache-Control': lasting && status === 200 ? 'public, max-age=31536000, immutable' : 'no-cache',
					ETag: etag,
					'Referrer-Policy': 'no-referrer'
				})
				.end(body);
		};
		const sendRange = (whole: Buffer, from: number, to: number) => {
			const part = whole.subarray(from, to);
			asked.bytes = part.length;
			asked.status = 206;
			const range = `bytes ${from}-${from + part.length - 1}/${whole.length}`;
			response.writeHead(206, { 'Content-Range': range, 'Content-Length': part.length }).end(part);
		};
		const found = this.#find(path);
		if (fault?.kind === 'status') return send(fault.status, 'text/plain', Buffer.from('fault'));
		if (fault?.kind === 'html') return send(200, 'text/html', Buffer.from('<h1>Sign in to this Wi-Fi</h1>'));
		if (!found) return send(404, 'text/plain', Buffer.from('Not found'));
		const type = TYPES[extname(found.file)] ?? 'application/octet-stream';
		const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
		if (range && extname(path) === '.pmtiles') return sendRange(found.bytes, Number(range[1]), Number(range[2]) + 1);
		if (fault?.kind === 'truncated') return send(200, type, found.bytes.subarray(0, found.bytes.length / 2));
		if (fault?.kind === 'changed') return send(200, type, Buffer.from(found.bytes.toString().replace(/0(\d)/, '9$1')));
		send(200, type, found.bytes);
	}

	#find(path: string): { file: string; bytes: Buffer } | undefined {
		const candidates = [
			path,
			`${path}index.html`,
			...(extname(path) === '' ? [`${path}/index.html`, 'shell.html'] : [])
		];
		for (const file of candidates) {
			const bytes = this.site.get(file);
			if (bytes) return { file, bytes };
		}
		return undefined;
	}
}
