import { readFileSync } from 'node:fs';
import { samplePages } from '../built/pages.ts';
import { anotherRelease } from '../server/releases.ts';
import { expect, openAndSave, saved, site, test } from '../server/test.ts';
import { afterRefresh, corrected, expectEmergency, expectWhole, UP_TO_DATE, watched, withoutNetwork } from './check.ts';

/** What goes wrong between releases of the app. */
const watch = watched();

test('a new release is a quiet button: nothing reloads by itself', async ({ page, host }) => {
	host.site = anotherRelease(site(), 'last');
	await openAndSave(page);
	host.site = site();
	await page.goto('/find/');
	await page.getByRole('searchbox').fill('alcohol');
	const button = page.getByRole('button', { name: 'Update now' });
	await expect(button).toBeVisible();
	await expect(page.getByRole('searchbox')).toHaveValue('alcohol');
	await Promise.all([page.waitForEvent('load'), button.click()]);
	await expect(button).toHaveCount(0);
	await withoutNetwork(page, host);
	await expectWhole(page, watch, 'old');
});

test('two tabs: one takes the new release, the other goes on working', async ({ page, host, context }) => {
	host.site = anotherRelease(site(), 'last');
	await openAndSave(page, '/find/');
	const other = await context.newPage();
	host.site = corrected(watch);
	await other.goto('/');
	const button = other.getByRole('button', { name: 'Update now' });
	await Promise.all([other.waitForEvent('load'), button.click()]);
	await afterRefresh(other, UP_TO_DATE);
	await page.getByRole('searchbox').fill(watch.name);
	await page.getByRole('link', { name: watch.name, exact: true }).first().click();
	await expect(page.locator('h1')).toHaveText(watch.name);
	await expect(page.locator('a[href^="tel:"]').first()).toBeVisible();
	await page.getByRole('link', { name: 'Words explained' }).click();
	await expect(page.locator('h1')).toHaveText('Words explained');
	await expectWhole(page, watch, 'new');
});

test('after a year, data has a new shape: the old app goes on, and the new one has its data before it starts', async ({
	page,
	host,
	context
}) => {
	host.site = anotherRelease(site(), 'last', 0);
	await openAndSave(page);
	host.site = corrected(watch);
	await page.goto('/');
	await expect(page.getByRole('button', { name: 'Update now' })).toBeVisible();
	await expectWhole(page, watch, 'old');
	// Everything is closed; the phone is opened again where there is no signal.
	await page.close();
	const later = await context.newPage();
	await withoutNetwork(later, host);
	await expectWhole(later, watch, 'new');
	const names = await later.evaluate(() => caches.keys());
	expect(names.filter((name) => name.startsWith('fingerpost-data-'))).toHaveLength(1);
});

test('data of the new shape does not all come: the old app keeps its old data', async ({ page, host, context }) => {
	host.site = anotherRelease(site(), 'last', 0);
	await openAndSave(page);
	host.site = corrected(watch);
	let files = 0;
	host.fault = (path) => (/^data\/.*\.[0-9a-f]{12}\.json$/.test(path) && ++files > 20 ? { kind: 'drop' } : undefined);
	await page.goto('/saved/');
	await expect(page.locator('main [role="status"]')).toContainText('needs a newer version of this app');
	await page.close();
	const later = await context.newPage();
	await withoutNetwork(later, host);
	await expectWhole(later, watch, 'old');
});

test('an error page or half a file never becomes part of the app', async ({ page, host }) => {
	await openAndSave(page);
	host.site = anotherRelease(site(), 'next');
	host.fault = (path) => (path.startsWith('_app/next/chunks/') ? { kind: 'html' } : undefined);
	await page.goto('/');
	await expect.poll(() => host.asked.some(({ path }) => path.startsWith('_app/next/chunks/'))).toBe(true);
	await withoutNetwork(page, host);
	await expectWhole(page, watch, 'old');
});

for (const { name, fault } of [
	{ name: 'is not there', fault: { kind: 'status', status: 404 } },
	{ name: 'comes cut in half', fault: { kind: 'truncated' } },
	{ name: 'is a sign-in page', fault: { kind: 'html' } },
	{ name: 'is dropped', fault: { kind: 'drop' } }
] as const)
	test(`the file with the app’s code ${name}: the code comes file by file, and all works offline`, async ({
		page,
		host
	}) => {
		host.fault = (path) => (path.endsWith('.txt') ? fault : undefined);
		await openAndSave(page);
		await withoutNetwork(page, host);
		await expectWhole(page, watch, 'old');
	});

test('no script arrives: every kind of page shows what it says, and the way to help', async ({ page, host }) => {
	// As many pages as there are kinds: more of them take longer.
	test.slow();
	host.fault = (path) => (/\.js$/.test(path) ? { kind: 'status', status: 404 } : undefined);
	for (const { path } of samplePages(undefined, 1)) {
		await page.goto(path);
		await expect(page.locator('h1'), path).toBeVisible();
		await expect(page.locator('a[href$="now/"], a[href="tel:999"]').first(), path).toBeVisible();
	}
	await page.goto('/no/such/page/');
	await expect(page.locator('a[href="tel:999"]')).toBeVisible();
	await page.getByRole('link', { name: 'Emergency help' }).click();
	await expectEmergency(page);
});

test('the kill switch takes the service worker off a phone; pages and saved data stay', async ({ page, host }) => {
	await openAndSave(page);
	host.site = new Map([...site(), ['service-worker.js', readFileSync('deploy/kill-switch.js')]]);
	await page.goto('/');
	await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
	expect(await page.evaluate(() => caches.keys())).toEqual([expect.stringMatching(/^fingerpost-data-/)]);
	await expectWhole(page, watch, 'old');
	host.site = site();
	await page.goto('/');
	await saved(page);
	await withoutNetwork(page, host);
	await expectWhole(page, watch, 'old');
});
