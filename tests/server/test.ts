import { expect, test as base, type Page } from '@playwright/test';
import { toolFiles } from '../../src/data/files/data-files.ts';
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

export { expect } from '@playwright/test';

/** Saving all of the app and the list takes a busy machine longer than a screen takes to change. */
const SAVING = { timeout: 60_000 };

/** Opens `path`, and waits until the app and all data are on the device. */
export async function openAndSave(page: Page, path = '/'): Promise<void> {
	await page.goto(path);
	await saved(page);
}

/** Waits until the app and all data are on the device. */
export async function saved(page: Page): Promise<void> {
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
	const isSaved = () =>
		page.evaluate(async () => {
			const data = (await caches.keys()).find((name) => name.startsWith('fingerpost-data-'));
			return data !== undefined && (await (await caches.open(data)).match('/data/saved-at.json')) !== undefined;
		});
	// Not page.waitForFunction: it does not wait for what an async function promises.
	await expect.poll(isSaved, SAVING).toBe(true);
}

/** Waits until all code of the pages for work, from `folder`, and what they read is on the device. */
export async function toolsKept(page: Page, folder = '/_app/immutable/'): Promise<void> {
	const files = toolFiles(indexOf(site()));
	const worker = site().get('service-worker.js')?.toString() ?? '';
	const [, tools] = [...worker.matchAll(APP_FILES)].map(([, list = '']) => list.split('"url"').length - 1);
	const isKept = () =>
		page.evaluate(
			async ([code, many, data]) => {
				const names = await caches.keys();
				const cached = async (name?: string) =>
					name === undefined ? [] : (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
				const kept = await cached(names.find((name) => name.endsWith('-tools')));
				const read = await cached(names.find((name) => name.startsWith('fingerpost-data-')));
				return (
					kept.filter((path) => path.startsWith(code)).length >= many &&
					data.every((file) => read.includes(`/data/${file}`))
				);
			},
			[folder, tools ?? Infinity, files] as const
		);
	await expect.poll(isKept, SAVING).toBe(true);
}
