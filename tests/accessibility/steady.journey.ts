import type { Page } from '@playwright/test';
import { samplePages } from '../built/pages.ts';
import { expect, test } from '../server/test.ts';

/** Google calls 0.1 good; a thumb on its way to a number needs better. A size, not a time: https://web.dev/articles/cls */
const MOST_SHIFT = 0.01;

/**
 * Kinds of page that still jump when what this device knows comes to them (ARCHITECTURE.md, "Not met"), and the most that
 * each may until it is mended: none may get worse, and no other kind of page may jump at all.
 */
const STILL_JUMP: readonly { kind: RegExp; most: number }[] = [
	{ kind: /^\/professionals/, most: 0.3 },
	{ kind: /^\/saved/, most: 0.5 },
	{ kind: /^\/go .*moved$/, most: 0.6 }
];
const most = (kind: string) => STILL_JUMP.find((each) => each.kind.test(kind))?.most ?? MOST_SHIFT;

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
		expect(sum, JSON.stringify(shifts)).toBeLessThanOrEqual(most(kind));
	});
}
