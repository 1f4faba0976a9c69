import type { Page } from '@playwright/test';
import { samplePages } from '../built/pages.ts';
import { expect, test } from '../server/test.ts';

/** Google calls 0.1 good; a thumb on its way to a number needs better. A size, not a time: https://web.dev/articles/cls */
const MOST_SHIFT = 0.01;

/** Watches from a page's first moment how far things jump that nobody moved. */
async function watchShifts(page: Page): Promise<void> {
	await page.addInitScript(`
		window.shifts = [];
		new PerformanceObserver((list) => {
			for (const { value, hadRecentInput, sources } of list.getEntries())
				if (!hadRecentInput)
					window.shifts.push({ value, what: sources.map(({ node }) => node?.nodeName + '.' + (node?.className ?? '')).join(', ') });
		}).observe({ type: 'layout-shift', buffered: true });`);
}

for (const { path, kind } of samplePages(undefined, 1)) {
	test(`nothing jumps while ${path} (${kind}) comes to life`, async ({ page }) => {
		await watchShifts(page);
		await page.goto(path, { waitUntil: 'networkidle' });
		await expect(page.locator('h1')).toBeVisible();
		const shifts: unknown = await page.evaluate('window.shifts');
		const sum: unknown = await page.evaluate('window.shifts.reduce((all, { value }) => all + value, 0)');
		expect(typeof sum).toBe('number');
		expect(sum, JSON.stringify(shifts)).toBeLessThanOrEqual(MOST_SHIFT);
	});
}
