import type { Page } from '@playwright/test';
import { expect, saved, test } from '../server/test.ts';
import { addFound } from './add-found.ts';

const FIND = '/find/#q=alcohol&area=essex';

const heading = (page: Page) => page.locator('main h1');
const titles = (page: Page) => page.locator('main ol > li h2');
const button = (page: Page, name: string | RegExp) => page.locator('main').getByRole('button', { name }).first();
const kept = (page: Page) => page.evaluate(() => Object.keys(localStorage));

async function toPlan(page: Page): Promise<void> {
	await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Plan', exact: true }).click();
	await expect(heading(page)).toHaveText('Your plan');
}

test('a plan is made from results and a service page, put in order, ticked off and taken apart', async ({ page }) => {
	await page.goto(FIND);
	const names = await addFound(page, 2);
	await page
		.locator('.results article')
		.filter({ has: page.getByRole('button', { name: /^Add to plan/ }) })
		.first()
		.locator('h3 a')
		.click();
	await expect(heading(page)).not.toHaveText('Find help');
	await expect(page).toHaveURL(/\/services\//);
	names.push(((await heading(page).textContent()) ?? '').trim());
	await button(page, /^Add to plan/).click();
	await page.locator('main').getByRole('link', { name: 'See your plan' }).first().click();
	await expect(titles(page)).toHaveText(names);

	await button(page, /^Down /).click();
	await expect(titles(page)).toHaveText([names[1] ?? '', names[0] ?? '', names[2] ?? '']);
	await expect(page.locator('#down-1')).toBeFocused();
	await page.locator('main li').first().getByRole('checkbox').check();
	await expect(page.getByText('3 things, 1 done.')).toBeVisible();
	await page.getByLabel('Add a note').fill('Ask about the wait');
	await button(page, 'Add the note').click();
	await expect(titles(page).last()).toHaveText('Note');
	await button(page, /^Take out /).click();
	await expect(titles(page)).toHaveText([names[0] ?? '', names[2] ?? '', 'Note']);
	await expect(page.locator('#out-0')).toBeFocused();
});

test('a whole pathway plan goes in with its steps, their warnings and services', async ({ page }) => {
	await page.goto('/go/stop-plan/#who=me-adult&what=drink&drink-how=daily&drink-want=stop&area=essex');
	await button(page, 'Add all this to my plan').click();
	await page.getByRole('link', { name: /^See your plan: / }).click();
	await expect(titles(page).first()).toHaveText('Step');
	await expect(page.getByText(/Do not stop/).first()).toBeVisible();
	await expect(page.locator('main ol a[href^="tel:"]').first()).toBeVisible();
	await expect(page).not.toHaveURL(/who=|daily/);
});

test('nothing is kept until the person says so; then one tap deletes it', async ({ page }) => {
	await page.goto(FIND);
	const names = await addFound(page, 1);
	await toPlan(page);
	expect(await kept(page)).toEqual([]);
	await page.reload();
	await expect(page.getByText('Nothing is in it yet.')).toBeVisible();

	await page.goto(FIND);
	await addFound(page, 1);
	await toPlan(page);
	await expect(page.getByText('Anyone who uses this phone could open this app and read it.')).toBeVisible();
	await button(page, 'Keep it on this phone').click();
	await page.reload();
	await expect(titles(page)).toHaveText(names);
	await expect(page.getByRole('heading', { name: 'Keep this plan on this phone?' })).toHaveCount(0);
	await button(page, 'Delete it from this phone').click();
	expect(await kept(page)).toEqual([]);
	await page.reload();
	await expect(page.getByText('Nothing is in it yet.')).toBeVisible();
});

test('who does not want it kept is asked only once in a visit', async ({ page }) => {
	await page.goto(FIND);
	await addFound(page, 1);
	await toPlan(page);
	await button(page, 'No, do not keep it').click();
	await expect(page.getByText('Not kept: it is gone when you close this page')).toBeVisible();
	await page.getByRole('link', { name: 'Areas', exact: true }).click();
	await expect(heading(page)).not.toHaveText('Your plan');
	await toPlan(page);
	await expect(page.getByRole('heading', { name: 'Keep this plan on this phone?' })).toHaveCount(0);
});

test('help against violence at home is never kept without being asked for, even where plans are kept', async ({
	page
}) => {
	await page.goto('/find/#kind=domestic-abuse&area=essex');
	await button(page, /^Add to plan/).click();
	await toPlan(page);
	await expect(page.getByText('Not kept: it is gone when you close this page')).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Keep this plan on this phone?' })).toHaveCount(0);

	await page.goto(FIND);
	await addFound(page, 1);
	await toPlan(page);
	await button(page, 'Keep it on this phone').click();
	const before = await page.evaluate(() => localStorage.getItem('fingerpost-plans'));
	await page.getByRole('link', { name: 'Find', exact: true }).click();
	await page.locator('#results').waitFor();
	await page.evaluate(() => (location.hash = 'kind=domestic-abuse&area=essex'));
	await expect(page).toHaveURL(/kind=domestic-abuse/);
	await expect(page.locator('.results article .kind').first()).toContainText('Hurt or scared at home');
	await button(page, /^Add to plan/).click();
	await toPlan(page);
	await expect(titles(page)).toHaveCount(2);
	expect(await page.evaluate(() => localStorage.getItem('fingerpost-plans'))).toBe(before);
	await expect(page.getByText('What you added just now is not kept yet')).toBeVisible();
	await button(page, 'Keep it on this phone').click();
	expect(await page.evaluate(() => localStorage.getItem('fingerpost-plans'))).not.toBe(before);
});

test('“Leave this page” wipes a plan that is not kept', async ({ page, context }) => {
	await context.route(/bbc\.co\.uk/, (route) => route.fulfill({ contentType: 'text/html', body: 'Weather' }));
	await page.goto(FIND);
	await addFound(page, 1);
	await toPlan(page);
	await page.getByRole('link', { name: 'Leave this page' }).click();
	await expect(page).toHaveURL(/bbc/);
	await page.goBack();
	await page.goto('/plan/');
	await expect(page.getByText('Nothing is in it yet.')).toBeVisible();
	expect(await kept(page)).toEqual([]);
});

test('“Delete from this phone” on the page about what is saved deletes kept plans, and nothing brings them back', async ({
	page
}) => {
	await page.goto(FIND);
	await addFound(page, 1);
	await saved(page);
	await toPlan(page);
	await button(page, 'Keep it on this phone').click();
	await page.getByRole('link', { name: 'Saved on this phone' }).click();
	await button(page, 'Delete from this phone').click();
	await button(page, 'Yes, delete it').click();
	await expect(page.getByText(/^Deleted\./)).toBeVisible();
	await toPlan(page);
	await page.getByLabel('Add a note').fill('Later');
	await button(page, 'Add the note').click();
	await expect(titles(page)).toHaveCount(2);
	expect(await kept(page)).toEqual([]);
});

test('somebody who makes plans for others has one for each, without names', async ({ page }) => {
	await page.goto(FIND);
	await addFound(page, 1);
	await toPlan(page);
	await page.getByText('Do you make plans for other people?').click();
	await expect(page.getByText('We ask for no names')).toBeVisible();
	await button(page, 'Start another plan').click();
	await expect(heading(page)).toHaveText('Plan 2 of 2');
	await expect(page.getByText('Nothing is in it yet.')).toBeVisible();
	await button(page, 'Plan 1 (1)').click();
	await expect(titles(page)).toHaveCount(1);
	await button(page, 'Throw plan 1 away').click();
	await expect(heading(page)).toHaveText('Your plan');
	await expect(page.getByText('Nothing is in it yet.')).toBeVisible();
});

/** Presses Tab until `name` has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
	for (let i = 0; i < 120; i++) {
		await page.keyboard.press('Tab');
		const focused = await page.evaluate(() => {
			const element = document.activeElement;
			const labels =
				element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels : null;
			return `${element?.getAttribute('aria-label') ?? ''} ${labels?.[0]?.textContent ?? ''} ${element?.textContent ?? ''}`.trim();
		});
		if (name.test(focused)) return;
	}
	throw new Error(`${name} is not in reach of the Tab key`);
}

test('by keyboard alone: add, order, tick, write, take out, show the code', async ({ page }) => {
	await page.goto('/find/#q=alcohol&area=essex');
	await expect(page.locator('.results article').first()).toBeVisible();
	await tabTo(page, /^Add to plan/);
	await page.keyboard.press('Enter');
	await tabTo(page, /^See your plan/);
	await page.keyboard.press('Enter');
	await expect(heading(page)).toBeFocused();
	await tabTo(page, /^Add a note/);
	await page.keyboard.type('Ring on Monday');
	await tabTo(page, /^Add the note/);
	await page.keyboard.press('Enter');
	await expect(titles(page)).toHaveCount(2);
	await heading(page).focus();
	await tabTo(page, /Done /);
	await page.keyboard.press('Space');
	await expect(page.getByText('2 things, 1 done.')).toBeVisible();
	await tabTo(page, /^Down /);
	await page.keyboard.press('Enter');
	await expect(titles(page).first()).toHaveText('Note');
	await heading(page).focus();
	await tabTo(page, /^Take out note/);
	await page.keyboard.press('Enter');
	await expect(titles(page)).toHaveCount(1);
	await tabTo(page, /^Show a code/);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('the page says what it does and what to do instead, and no button is dead', async ({ page }) => {
		await page.goto('/plan/');
		await expect(page.locator('noscript .note')).toBeVisible();
		await expect(page.locator('noscript .note')).toContainText('write the numbers down on paper');
		await expect(page.getByRole('button')).toHaveCount(0);
		await page.goto('/areas/thurrock/');
		await expect(page.getByRole('button', { name: /Add to plan/ })).toHaveCount(0);
	});
});
