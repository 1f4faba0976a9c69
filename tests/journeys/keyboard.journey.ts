import type { Page } from '@playwright/test';
import { expect, test } from '../server/test.ts';

/** Presses Tab until `name` has the focus. Throws when it is not in reach. */
async function tabTo(page: Page, name: RegExp, most = 80): Promise<void> {
	for (let i = 0; i < most; i++) {
		await page.keyboard.press('Tab');
		const focused = await page.evaluate(() => {
			const element = document.activeElement;
			const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
			return `${element?.getAttribute('aria-label') ?? ''} ${label ?? ''} ${element?.textContent ?? ''}`.trim();
		});
		if (name.test(focused)) return;
	}
	throw new Error(`${name} is not in reach of the Tab key`);
}

/** True when the focused element can be seen to have the focus, and nothing covers it. */
function focusShows(page: Page): Promise<boolean> {
	return page.evaluate(() => {
		const element = document.activeElement;
		if (!element || element === document.body) return false;
		const inside = [element, ...element.children].map((each) => getComputedStyle(each));
		const drawn =
			inside.some(
				({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
			) ||
			element.matches('.arm, .skip') ||
			getComputedStyle(element.closest('label') ?? element).outlineStyle !== 'none';
		const { left, top, width, height } = element.getBoundingClientRect();
		const over = document.elementFromPoint(left + width / 2, top + height / 2);
		return drawn && (over === null || element.contains(over) || over.contains(element));
	});
}

test('by keyboard alone: skip to the content, search, open a service, reach its number', async ({ page }) => {
	await page.goto('/');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.locator('main')).toBeFocused();
	await tabTo(page, /What do you need/);
	await page.keyboard.type('pins');
	await page.keyboard.press('Enter');
	await expect(page.locator('h1')).toHaveText('Find help');
	await expect(page.locator('article').first()).toBeVisible();
	await tabTo(page, /needle|exchange/i, 120);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/services\//);
	await expect(page.locator('h1')).toBeFocused();
	await tabTo(page, /^(Call|Text) /);
});

test('wherever the focus goes, it is seen and nothing covers it', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 560 });
	for (const path of ['/', '/find/', '/areas/thurrock/', '/saved/', '/now/']) {
		await page.goto(path);
		await expect(page.locator('h1')).toBeVisible();
		for (let i = 0; i < 30; i++) {
			await page.keyboard.press('Tab');
			if (await page.evaluate(() => document.activeElement === document.body)) break;
			const what = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120));
			expect(await focusShows(page), `${path}: ${what}`).toBe(true);
		}
	}
});

test('focus moves to the heading of a new page, and to the results after a search', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('link', { name: 'About', exact: true }).click();
	await expect(page.locator('h1')).toBeFocused();
	await page.goto('/find/');
	await page.getByRole('searchbox').fill('alcohol');
	await page.getByRole('searchbox').press('Enter');
	await expect(page.locator('#results')).toBeFocused();
});

test('filters and the question to delete can be worked with keys', async ({ page }) => {
	await page.goto('/find/#area=essex');
	await expect(page.locator('article').first()).toBeVisible();
	await page.locator('summary', { hasText: 'Narrow it down' }).focus();
	await page.keyboard.press('Enter');
	const box = page.getByRole('group', { name: 'What kind of help' }).getByRole('checkbox').first();
	await box.focus();
	await page.keyboard.press('Space');
	await expect(box).toBeChecked();
	await expect(page).toHaveURL(/kind=/);
});
