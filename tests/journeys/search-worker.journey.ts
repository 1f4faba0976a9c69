import type { Page } from '@playwright/test';
import { expect, test } from '../server/test.ts';

/** Another browser, or the rules of whoever runs the phone. */
const REFUSED = `globalThis.Worker = class {
	constructor() {
		throw new DOMException('No workers here.', 'SecurityError');
	}
};`;
const firstCard = (page: Page) => page.locator('article').first();

test.describe('the search beside the page', () => {
	test('runs in a worker, which ends when the person goes to another page', async ({ page }) => {
		await page.goto('/find/#q=pins');
		await expect(firstCard(page)).toContainText(/needle/i);
		expect(page.workers()).toHaveLength(1);
		await page.getByRole('banner').getByRole('link').first().click();
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expect.poll(() => page.workers()).toHaveLength(0);
	});

	test('works in the page itself where a browser refuses workers', async ({ page }) => {
		await page.addInitScript(REFUSED);
		await page.goto('/find/');
		await page.getByRole('searchbox').pressSequentially('pins in corby');
		await expect(firstCard(page)).toContainText(/needle/i);
		expect(page.workers()).toHaveLength(0);
		await page.getByRole('searchbox').fill('my husband drinks');
		await expect(firstCard(page)).toContainText(/famil/i);
	});

	test.describe('before the app is saved', () => {
		test.use({ serviceWorkers: 'block' });

		test('when its code cannot be had the page says so, and a second try brings it', async ({ page, host }) => {
			let broken = true;
			host.fault = (path) => (broken && path.includes('/workers/') ? { kind: 'drop' } : undefined);
			await page.goto('/find/#q=pins');
			const again = page.getByRole('button', { name: 'Try again' });
			await expect(again).toBeVisible();
			broken = false;
			await again.click();
			await expect(firstCard(page)).toContainText(/needle/i);
		});
	});
});
