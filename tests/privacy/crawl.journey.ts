import type { Page } from '@playwright/test';
import { samplePages } from '../built/pages.ts';
import { expect, saved, test } from '../server/test.ts';
import { Recorder, SECRET } from './recorder.ts';

/** Buttons pressed on each page at most: enough to meet each of a screen's controls. */
const MOST_BUTTONS = 12;

/** Does what a person may do on a page: writes in every box, ticks, chooses, and presses buttons. */
async function use(page: Page): Promise<void> {
	const main = page.locator('main');
	await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
	for (const box of await main
		.locator('input[type="text"]:visible, input[type="search"]:visible, textarea:visible')
		.all()) {
		await box.fill(SECRET);
		await box.press('Enter');
		await box.fill('Leicester').catch(() => undefined);
	}
	for (const box of await main.locator('input[type="checkbox"]:visible, input[type="radio"]:visible').all())
		await box.check({ timeout: 1_000 }).catch(() => undefined);
	for (let i = 0; i < MOST_BUTTONS; i++) {
		const button = main.locator('button:visible:enabled').nth(i);
		if (!(await button.count())) break;
		await button.click({ timeout: 1_000 }).catch(() => undefined);
	}
}

test.use({ permissions: ['geolocation'], geolocation: { latitude: 52.63, longitude: -1.13 } });

for (const { path, kind } of samplePages(undefined, 1)) {
	test(`${path} (${kind}) tells nobody anything`, async ({ context, host }) => {
		const recorder = new Recorder(context, host);
		const page = await context.newPage();
		await page.goto(path);
		await expect(page.locator('h1')).toBeVisible();
		await use(page);
		expect(await recorder.wrong(page)).toEqual([]);
	});
}

test('a whole visit, from search to a service and back, tells nobody anything', async ({ context, host }) => {
	const recorder = new Recorder(context, host);
	const page = await context.newPage();
	await page.goto('/');
	await saved(page);
	await page.getByRole('searchbox').fill(`${SECRET} alcohol`);
	await page.getByRole('searchbox').press('Enter');
	await expect(page).toHaveURL(/\/find\/#q=/);
	await page.locator('article a').first().click();
	await page.goBack();
	for (const name of ['Areas', 'Privacy', 'Saved on this phone', 'Words explained'])
		await page.getByRole('link', { name, exact: true }).first().click();
	await page.goto('/now/');
	await page.goto(`/services/${SECRET}/`);
	// A page nobody has: the shell draws it from the device, and the host is not asked for it.
	expect(await recorder.wrong(page)).toEqual([]);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('the search form sends nothing of what was typed', async ({ page, host }) => {
		await page.goto('/');
		await page.getByRole('searchbox').fill(SECRET);
		await page.getByRole('button', { name: 'Find' }).click();
		await expect(page.locator('h1')).toHaveText('Find help');
		expect(host.asked.filter(({ path, search, body }) => `${path}${search}${body}`.includes(SECRET))).toEqual([]);
	});
});
