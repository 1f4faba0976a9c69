import type { Page } from '@playwright/test';
import { samplePages } from '../built/pages.ts';
import { expect, test } from '../server/test.ts';

const pages = samplePages(undefined, 1);

/** Elements whose text is cut off or that make the page scroll sideways. */
function lost(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		const cut = [...document.querySelectorAll('a, button, p, h1, h2, h3, dd, dt, li, label, td, th')].filter(
			(element) => {
				const { overflowX, clipPath } = getComputedStyle(element);
				return overflowX === 'hidden' && clipPath === 'none' && element.scrollWidth > element.clientWidth + 1;
			}
		);
		return [
			...(scrollWidth > clientWidth + 1 ? [`${scrollWidth} px wide on ${clientWidth}`] : []),
			...cut.map((element) => `cut off: ${(element.textContent ?? '').trim().slice(0, 40)}`)
		];
	});
}

for (const { path } of pages) {
	test(`${path}: 200 % text on a phone, and 400 % zoom, lose nothing`, async ({ page }) => {
		await page.setViewportSize({ width: 320, height: 640 });
		await page.goto(path);
		await expect(page.locator('h1')).toBeVisible();
		expect(await lost(page)).toEqual([]);
		await page.setViewportSize({ width: 400, height: 800 });
		await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
		expect(await lost(page)).toEqual([]);
	});
}

test('with forced colours every button and choice keeps an edge', async ({ page }) => {
	await page.emulateMedia({ forcedColors: 'active' });
	for (const path of ['/', '/now/', '/find/', '/areas/', '/saved/']) {
		await page.goto(path);
		const edgeless = await page.evaluate(() =>
			[...document.querySelectorAll('.button, .arm, .panel, select, input')]
				.filter((each) => each.checkVisibility())
				.filter((each) => {
					const style = getComputedStyle(each);
					return style.appearance === 'none'
						? false
						: Number.parseFloat(style.borderTopWidth) < 1 && each.tagName !== 'INPUT';
				})
				.map((each) => each.textContent?.trim().slice(0, 40))
		);
		expect(edgeless, path).toEqual([]);
	}
});

test('with reduced motion nothing moves', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	for (const { path } of pages) {
		await page.goto(path);
		const moving = await page.evaluate(() =>
			[...document.querySelectorAll('*')]
				.filter((each) => {
					const { transitionDuration, animationName } = getComputedStyle(each);
					return animationName !== 'none' || transitionDuration.split(',').some((time) => Number.parseFloat(time) > 0);
				})
				.map((each) => each.className)
		);
		expect(moving, path).toEqual([]);
	}
});
