import { expect, openAndSave, test } from '../server/test.ts';
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
		await expect(page.locator('h1'), path).not.toHaveText(/could not|no page/);
		await expect(page.locator('a[href$="/now/"], a[href="tel:999"]').first(), path).toBeVisible();
	}
});

test('after one visit, search works with no network', async ({ page, context }) => {
	await openAndSave(page);
	await context.setOffline(true);
	await page.goto('/find/#q=needle+exchange&area=essex');
	await expect(page.locator('article').first()).toBeVisible();
});
