import type { Page } from '@playwright/test';
import { cachedPaths, DATA, expect, openAndSave, saved, test } from '../server/test.ts';
import { afterRefresh, corrected, expectEmergency, expectWhole, UP_TO_DATE, watched, withoutNetwork } from './check.ts';

/** What goes wrong with what the device keeps. */
const watch = watched();

/** Deletes every second file of the caches whose name starts so, as a browser short of room may. */
function deleteHalf(page: Page, prefix: string): Promise<number> {
	return page.evaluate(async (start) => {
		let deleted = 0;
		for (const name of (await caches.keys()).filter((each) => each.startsWith(start))) {
			const cache = await caches.open(name);
			for (const [i, request] of (await cache.keys()).entries())
				if (i % 2 === 1 && !request.url.endsWith('index.json') && (await cache.delete(request))) deleted++;
		}
		return deleted;
	}, prefix);
}

/** The browser's own cache would mend much of it unasked: here it is gone too. */
async function emptyHttpCache(page: Page): Promise<void> {
	await (await page.context().newCDPSession(page)).send('Network.clearBrowserCache');
}

test('the device is full: the new data is used while connected, the old stays whole for later', async ({
	page,
	host
}) => {
	await openAndSave(page);
	host.site = corrected(watch);
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('Storage.overrideQuotaForOrigin', { origin: host.origin, quotaSize: 1 });
	await afterRefresh(page, /no room on this phone/);
	await expectWhole(page, watch, 'new');
	await withoutNetwork(page, host);
	await expectWhole(page, watch, 'old');
});

test('the device is full on the first visit: everything works while connected', async ({ page, host }) => {
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('Storage.overrideQuotaForOrigin', { origin: host.origin, quotaSize: 1 });
	await expectWhole(page, watch, 'old');
	await afterRefresh(page, /no room on this phone/);
});

const refused = [
	{
		name: 'storage is refused (private window)',
		script: `
			const refuse = () => { throw new DOMException('refused', 'SecurityError'); };
			for (const key of ['caches', 'localStorage', 'sessionStorage', 'indexedDB']) Object.defineProperty(window, key, { get: refuse });
			navigator.serviceWorker.register = () => Promise.reject(new DOMException('refused', 'SecurityError'));`
	},
	{ name: 'the Cache API is missing', script: `Object.defineProperty(window, 'caches', { value: undefined });` },
	{ name: 'IndexedDB is missing', script: `Object.defineProperty(window, 'indexedDB', { value: undefined });` },
	{ name: 'there are no service workers', script: `delete Navigator.prototype.serviceWorker;` },
	{
		name: 'every write to the cache fails',
		script: `Cache.prototype.put = () => Promise.reject(new DOMException('no', 'QuotaExceededError'));`
	}
];

for (const { name, script } of refused) {
	test(`${name}: search, pages and emergency page work while connected`, async ({ page }) => {
		const errors: string[] = [];
		page.on('pageerror', (error) => errors.push(error.message));
		await page.addInitScript(script);
		await page.goto('/');
		await expectWhole(page, watch, 'old');
		await page.goto('/saved/');
		await expect(page.locator('main [role="status"]')).not.toBeEmpty();
		expect(errors).toEqual([]);
	});
}

test('the browser deleted half of the data: with a network it mends itself', async ({ page, host }) => {
	await openAndSave(page);
	expect(await deleteHalf(page, 'fingerpost-data-')).toBeGreaterThan(10);
	host.site = corrected(watch);
	await expectWhole(page, watch, 'new');
	await afterRefresh(page, UP_TO_DATE);
	await withoutNetwork(page, host);
	await expectWhole(page, watch, 'new');
});

test('the page is left in the middle of saving: what came is used, and the next visit brings the rest', async ({
	page,
	host
}) => {
	const many = 40;
	// Of the first page, the device writes so many files and no more, until it is left.
	await page.addInitScript((most) => {
		const { put } = Cache.prototype;
		const written = new Set<string>();
		Cache.prototype.put = function (file, response) {
			if (location.pathname !== '/' || written.size < most) written.add(String(file));
			return written.has(String(file)) ? put.call(this, file, response) : new Promise(() => undefined);
		};
	}, many);
	await page.goto('/');
	await expect.poll(() => cachedPaths(page, DATA)).toHaveLength(many);
	const held = await cachedPaths(page, DATA);
	host.asked = [];
	await afterRefresh(page, UP_TO_DATE);
	const asked = host.asked.map(({ path }) => `/${path}`);
	expect(held.filter((path) => path !== '/data/index.json' && asked.includes(path))).toEqual([]);
	expect((await cachedPaths(page, DATA)).length).toBeGreaterThan(2 * many);
	await withoutNetwork(page, host);
	await expectWhole(page, watch, 'old');
});

test('the browser deleted half of the data: without a network, search has what is left and says so', async ({
	page,
	host
}) => {
	await openAndSave(page);
	await deleteHalf(page, 'fingerpost-data-');
	await emptyHttpCache(page);
	await withoutNetwork(page, host);
	await page.goto('/find/');
	await expect(page.locator('article').first()).toBeVisible();
	await expect(page.getByText('Part of the list is missing from this phone')).toBeVisible();
	await page.getByRole('searchbox').fill('alcohol');
	await expect(page.locator('article').first()).toBeVisible();
	await expectEmergency(page);
});

test('a stored file was tampered with: it is not believed, and fetched again', async ({ page }) => {
	await openAndSave(page);
	await page.evaluate(async (number) => {
		const name = (await caches.keys()).find((each) => each.startsWith('fingerpost-data-')) ?? '';
		const cache = await caches.open(name);
		for (const request of await cache.keys()) {
			const text = await (await cache.match(request))?.text();
			if (text?.includes(number) && !request.url.endsWith('index.json'))
				await cache.put(request, new Response(text.replaceAll(number, '0900 000 0000')));
		}
	}, watch.old);
	await expectWhole(page, watch, 'old');
});

test('the browser deleted half of the app: with a network pages still open', async ({ page }) => {
	await openAndSave(page);
	expect(await deleteHalf(page, 'fingerpost-app-')).toBeGreaterThan(5);
	await expectWhole(page, watch, 'old');
});

test('the browser deleted half of the app, and there is no network: 999 and the emergency page are there', async ({
	page,
	host
}) => {
	await openAndSave(page);
	await page.evaluate(async () => {
		const name = (await caches.keys()).find((each) => each.startsWith('fingerpost-app-')) ?? '';
		const cache = await caches.open(name);
		for (const request of await cache.keys()) if (request.url.includes('/_app/')) await cache.delete(request);
	});
	await emptyHttpCache(page);
	await withoutNetwork(page, host);
	await page.goto(`/services/${watch.id}/`);
	await expect(page.locator('a[href="tel:999"]').first()).toBeVisible();
	await expectEmergency(page);
});

test('the browser deleted all of the app, and there is no network: a page still says to ring 999', async ({
	page,
	host
}) => {
	await openAndSave(page);
	await page.evaluate(async () => {
		for (const name of await caches.keys()) await caches.delete(name);
	});
	await emptyHttpCache(page);
	await withoutNetwork(page, host);
	for (const path of ['/', '/now/', `/services/${watch.id}/`]) {
		await page.goto(path);
		await expect(page.locator('a[href="tel:999"]').first()).toBeVisible();
	}
});

for (const year of ['1970-01-02', '2040-06-01']) {
	test(`the clock says ${year}: search works, and nothing false is said of the age`, async ({ page, host }) => {
		await page.clock.setFixedTime(`${year}T12:00:00Z`);
		await page.goto('/');
		await saved(page);
		await expectWhole(page, watch, 'old');
		await withoutNetwork(page, host);
		await expectWhole(page, watch, 'old');
		await page.goto('/saved/');
		await expect(page.locator('main [role="status"]')).toContainText(
			year < '2000' ? 'on a day we do not know' : 'today'
		);
	});
}

test('a copy that is 45 days old says so beside what it shows', async ({ page, host }) => {
	await openAndSave(page);
	await page.clock.setFixedTime(Date.now() + 45 * 86_400_000);
	await withoutNetwork(page, host);
	for (const path of [`/services/${watch.id}/`, '/find/#q=naloxone']) {
		await page.goto(path);
		await expect(page.getByText('last brought up to date 45 days ago')).toBeVisible();
	}
	await page.goto('/saved/');
	await expect(page.locator('main [role="status"]')).toContainText('45 days ago');
});

test('a person sees what is saved and can delete it: nothing is left, and nothing is saved again unasked', async ({
	page
}) => {
	await openAndSave(page, '/saved/');
	await expect(page.locator('main [role="status"]')).toContainText(UP_TO_DATE);
	await expect(page.locator('dl')).toContainText('Essex');
	await page.getByRole('button', { name: 'Delete from this phone' }).click();
	await page.getByRole('button', { name: 'Yes, delete it' }).click();
	await expect(page.locator('main [role="status"]')).toContainText('Deleted');
	expect(await page.evaluate(() => caches.keys())).toEqual([]);
	expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
	await page.getByRole('link', { name: 'About', exact: true }).click();
	await expect(page.locator('h1')).toContainText('About');
	expect(await page.evaluate(() => caches.keys())).toEqual([]);
});
