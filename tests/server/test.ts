import { expect, test as base, type Page } from '@playwright/test';
import { toolFiles } from '../../src/data/files/data-files.ts';
import { DATA_CACHE_PREFIX, SAVED_AT, TOOLS_CACHE_END } from '../../src/lib/offline/storage-keys.ts';
import { builtSite, Host, type Site } from './host.ts';
import { APP_FILES, indexOf } from './releases.ts';

let built: Site | undefined;

/** The built site, read once in each worker. */
export function site(): Site {
	built ??= builtSite();
	return built;
}

/** Playwright's test with a host of its own for each test: one that can be told to misbehave. */
export const test = base.extend<{ host: Host }>({
	// eslint-disable-next-line no-empty-pattern -- Playwright asks for a pattern here
	host: async ({}, use) => {
		const host = await new Host(site()).start();
		await use(host);
		await host.stop();
	},
	baseURL: async ({ host }, use) => use(host.origin)
});

export { expect };

/** Caches of the device by their names: of the data, in whatever shape, and of the code of the pages for work. */
export const DATA = new RegExp(`^${DATA_CACHE_PREFIX}`);
const TOOLS = new RegExp(`${TOOLS_CACHE_END}$`);
/** Saving all of the app and the list takes a busy machine longer than a screen takes to change. */
const SAVING = { timeout: 60_000 };

/** Paths of what the device keeps in the first cache whose name fits; none where there is no such cache. */
export function cachedPaths(page: Page, cache: RegExp): Promise<string[]> {
	return page.evaluate(async (pattern) => {
		const name = (await caches.keys()).find((each) => pattern.test(each));
		const requests = name === undefined ? [] : await (await caches.open(name)).keys();
		return requests.map(({ url }) => new URL(url).pathname);
	}, cache);
}

/** Opens `path`, and waits until the app and all data are on the device. */
export async function openAndSave(page: Page, path = '/'): Promise<void> {
	await page.goto(path);
	await saved(page);
}

/** Waits until the app and all data are on the device. */
export async function saved(page: Page): Promise<void> {
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
	await expect.poll(() => cachedPaths(page, DATA), SAVING).toContain(`/data/${SAVED_AT}`);
}

/** Waits until all code of the pages for work, from `folder`, and what they read is on the device. */
export async function toolsKept(page: Page, folder = '/_app/immutable/'): Promise<void> {
	const worker = site().get('service-worker.js')?.toString() ?? '';
	const [, tools = Infinity] = [...worker.matchAll(APP_FILES)].map(([, list = '']) => list.split('"url"').length - 1);
	const code = async () => (await cachedPaths(page, TOOLS)).filter((path) => path.startsWith(folder)).length;
	await expect.poll(code, SAVING).toBeGreaterThanOrEqual(tools);
	const files = toolFiles(indexOf(site())).map((file) => `/data/${file}`);
	await expect.poll(() => cachedPaths(page, DATA), SAVING).toEqual(expect.arrayContaining(files));
}
