import type { KeptFiles } from './kept-files.ts';
import { LAST_RESORT, notKept } from './last-resort.ts';
import { isToolPage } from './tool-pages.ts';

/** The page that draws any other from the data on the device. */
const SHELL = 'shell.html';
/** A network that takes longer for a page than this is no better than none. */
const PATIENCE_MS = 8_000;

/**
 * Answers requests for pages in the service worker. Home and emergency page as they are kept; any other page is the
 * shell. When a browser has deleted some of the app's files the shell could not draw anything: then the page comes from
 * the network, complete without a script, and with no network either, a page that says to ring 999.
 */
export class PageServer {
	readonly #base: string;
	readonly #app: KeptFiles;
	readonly #tools: KeptFiles;

	/** `base`: path of the site, without a slash at its end; `app`: its files; `tools`: code of the pages for work. */
	constructor(base: string, app: KeptFiles, tools: KeptFiles) {
		this.#base = base;
		this.#app = app;
		this.#tools = tools;
	}

	/** True for addresses of pages of the app: not of files, nor of lists that other sites show in a frame. */
	has(url: URL): boolean {
		if (url.pathname.startsWith(`${this.#base}/embed/`)) return false;
		return !/\/[^/]+\.[a-z0-9]+$/i.test(url.pathname);
	}

	async get(request: Request, url: URL): Promise<Response> {
		const shell = () => this.#keptSafely(`${this.#base}/${SHELL}`);
		const same = await this.#keptSafely(url.pathname);
		if (same) return same;
		// A page for work whose code is not kept here: from the network, or what to do without.
		if (isToolPage(this.#base, url.pathname) && !(await this.#tools.isWhole()))
			return (await fromNetwork(request)) ?? html(notKept(this.#base));
		if (await this.#app.isWhole()) return (await shell()) ?? (await fromNetwork(request)) ?? lastResort();
		return (await fromNetwork(request)) ?? (await shell()) ?? lastResort();
	}

	async #keptSafely(path: string): Promise<Response | undefined> {
		return this.#app.match(path).catch(() => undefined);
	}
}

async function fromNetwork(request: Request): Promise<Response | undefined> {
	const patience = new AbortController();
	const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
	try {
		const response = await fetch(request, { signal: patience.signal });
		return response.ok ? response : undefined;
	} catch {
		return undefined;
	} finally {
		clearTimeout(timer);
	}
}

const lastResort = () => html(LAST_RESORT);

function html(text: string): Response {
	return new Response(text, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}
