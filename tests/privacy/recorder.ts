import type { BrowserContext, Page } from '@playwright/test';
import type { Host } from '../server/host.ts';
import { APP_CACHE_NAME, APP_CACHE_PREFIX, DATA_CACHE, WEB_STORAGE_KEYS } from '../../src/lib/offline/storage-keys.ts';

/** Typed into every box: nowhere but on the page, and after a # in the address, may it ever be seen. */
export const SECRET = 'zqsecret';

/** Records what a person's visits let out, and says what of it should not be. */
export class Recorder {
	readonly #host: Host;
	readonly #wrong: string[] = [];

	constructor(context: BrowserContext, host: Host) {
		this.#host = host;
		context.on('request', (request) => {
			const url = new URL(request.url());
			if (url.origin !== host.origin && url.protocol !== 'data:' && url.protocol !== 'blob:')
				this.#wrong.push(`a request to ${url.origin}`);
		});
		context.on('page', (page) => this.#watch(page));
	}

	#watch(page: Page): void {
		page.on('console', (message) => {
			if (message.type() === 'error' || /content security policy/i.test(message.text()))
				this.#wrong.push(`${page.url()}: the console says "${message.text()}"`);
		});
		page.on('pageerror', (error) => this.#wrong.push(`${page.url()}: ${error.message}`));
	}

	/** Everything that is wrong so far, with what the host was asked and what `page` keeps on the device. */
	async wrong(page: Page): Promise<string[]> {
		const found = [...this.#wrong];
		for (const { path, search, method, referer, cookie, body } of this.#host.asked) {
			if (search) found.push(`/${path} was asked with "${search}"`);
			if (method !== 'GET') found.push(`${method} /${path}`);
			// When a browser looks by itself whether there is a new service worker, it names the file that it asks for: that tells nothing.
			if (referer && referer !== `${this.#host.origin}/${path}`)
				found.push(`/${path} was told the referrer ${referer}`);
			if (cookie) found.push(`/${path} was sent a cookie`);
			if (body) found.push(`/${path} was sent a body`);
			if (path.includes(SECRET)) found.push(`/${path} holds what was typed`);
		}
		return [...found, ...(await keptWrongly(page))];
	}
}

async function keptWrongly(page: Page): Promise<string[]> {
	const kept = await page.evaluate(async () => ({
		cookie: document.cookie,
		local: Object.entries({ ...localStorage }),
		session: Object.keys(sessionStorage),
		databases: (await indexedDB.databases()).map(({ name }) => name ?? ''),
		caches: await Promise.all(
			(await caches.keys()).map(async (name) => ({
				name,
				urls: (await (await caches.open(name)).keys()).map(({ url }) => url)
			}))
		)
	}));
	const known = (name: string) => name === DATA_CACHE || name.startsWith(`${APP_CACHE_PREFIX}-${APP_CACHE_NAME}-`);
	// Kit keeps the scroll position of pages, by number and for this tab only.
	const scroll = /^sveltekit:(scroll|snapshot)$/;
	return [
		...(kept.cookie ? ['a cookie is kept'] : []),
		...kept.local.filter(([key]) => !WEB_STORAGE_KEYS.includes(key)).map(([key]) => `localStorage has ${key}`),
		...kept.session.filter((key) => !scroll.test(key)).map((key) => `sessionStorage has ${key}`),
		...kept.databases.map((name) => `IndexedDB has ${name}`),
		...kept.caches.filter(({ name }) => !known(name)).map(({ name }) => `there is a cache ${name}`),
		...kept.caches.flatMap(({ urls }) => urls.filter((url) => url.includes(SECRET))).map((url) => `a cache has ${url}`)
	];
}
