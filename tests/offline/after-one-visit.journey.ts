import { isToolPage } from '../../src/lib/offline/worker/tool-pages.ts';
import { anotherRelease } from '../server/releases.ts';
import { expect, openAndSave, site, test, toolsKept } from '../server/test.ts';
import { samplePages } from '../built/pages.ts';

test('after one visit to home, every kind of page opens with no network', async ({ page, context, host }) => {
	// As many pages as there are kinds: more of them take longer.
	test.slow();
	await openAndSave(page);
	await host.stop();
	await context.setOffline(true);
	for (const { path } of samplePages(undefined, 1)) {
		await page.goto(path);
		await expect(page.locator('h1'), path).toBeVisible();
		if (isToolPage('', path)) {
			await expect(page.locator('h1'), path).toHaveText('This page is not on this phone yet');
			await expect(page.getByRole('link', { name: 'Find help' })).toBeVisible();
			await expect(page.getByRole('link', { name: 'Ring 999 now' })).toBeVisible();
			continue;
		}
		await expect(page.locator('h1'), path).not.toHaveText(/could not|no page/);
		await expect(page.locator('a[href$="/now/"], a[href="tel:999"]').first(), path).toBeVisible();
	}
});

test('once a page for work has been opened, all of them open with no network, and stay up to date', async ({
	page,
	context,
	host
}) => {
	await openAndSave(page, '/print/');
	await toolsKept(page);
	host.site = anotherRelease(site(), 'next');
	await page.goto('/saved/');
	await page.getByRole('button', { name: 'Update now' }).click();
	await expect(page.getByRole('button', { name: 'Update now' })).toHaveCount(0);
	await toolsKept(page, '/_app/next/');
	await host.stop();
	await context.setOffline(true);
	const tools = samplePages(undefined, 2).filter(({ path }) => isToolPage('', path));
	expect(tools.length).toBeGreaterThan(5);
	for (const { path } of tools) {
		await page.goto(path);
		await expect(page.locator('h1'), path).toBeVisible();
		await expect(page.locator('h1'), path).not.toHaveText(/could not|no page|not on this phone/);
	}
	await page.goto('/print/');
	await page.getByLabel('Place', { exact: true }).selectOption('Essex');
	await expect(page.getByRole('button', { name: 'Print it' })).toBeEnabled();
});

test('after one visit, search works with no network', async ({ page, context }) => {
	await openAndSave(page);
	await context.setOffline(true);
	await page.goto('/find/#q=needle+exchange&area=essex');
	await expect(page.locator('article').first()).toBeVisible();
});
