import { expect, test } from '../server/test.ts';

/** Paper cannot be pressed, scrolled or brought up to date: what is printed must be true later, and whole. */
const PAGES = ['/services/open-road-harlow/', '/areas/thurrock/'];

for (const path of PAGES)
	test(`${path} on paper: numbers are big and black, nothing is for a screen only, and it says how old it is`, async ({
		page
	}) => {
		await page.clock.setFixedTime(new Date('2026-11-24T11:00:00Z'));
		await page.goto(path);
		// "Open until 4pm", "May be closed. Should open Monday": true now, and not tomorrow.
		const moment = page
			.locator('main')
			.getByText(/^(Open|Closed|Should be open) until |^May be closed/)
			.filter({ visible: true });
		await expect(moment.first()).toBeVisible();
		await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
		await expect(page.getByText('Check before you travel.').first()).toBeVisible();
		await expect(page.getByText('Printed on 24 November 2026, from')).toBeVisible();
		await expect(page.getByText(/The newest fact in this list is of \d+ \w+ 20\d\d\./)).toBeVisible();
		await expect(page.getByRole('navigation')).toHaveCount(0);
		await expect(page.getByRole('button')).toHaveCount(0);
		await expect(page.getByRole('link', { name: 'Leave this page' })).toHaveCount(0);
		await expect(page.getByText('In danger now?')).toBeHidden();
		await expect(moment).toHaveCount(0);

		const number = page.locator('main a.phone').first();
		const { size, colour } = await number.evaluate((link) => {
			const style = getComputedStyle(link);
			return { size: parseFloat(style.fontSize), colour: style.color };
		});
		// 14 points, at 96 pixels to 72 points.
		expect(size).toBeGreaterThanOrEqual((14 * 96) / 72 - 0.1);
		expect(colour).toBe('rgb(0, 0, 0)');
	});

test('an area on paper unfolds what is folded on the screen', async ({ page }) => {
	await page.goto('/areas/thurrock/');
	const inside = page.locator('details.need li').first();
	await expect(inside).toBeHidden();
	await page.emulateMedia({ media: 'print' });
	await expect(inside).toBeVisible();
});

test('a service on paper gives web addresses in full', async ({ page }) => {
	await page.goto('/services/open-road-harlow/');
	await expect(page.getByText('https://www.openroad.org.uk/')).toBeHidden();
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByText('https://www.openroad.org.uk/')).toBeVisible();
});
