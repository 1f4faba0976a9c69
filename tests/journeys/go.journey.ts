import type { Page } from '@playwright/test';
import { expect, openAndSave, test } from '../server/test.ts';

/** Answers by taps: who drinks every day, wants to stop, and lives in Harlow. */
const TAPS = ['Me. I am 26 to 54', 'Alcohol', /every day/i, /stop/i] as const;
const ANSWERS = 'who=me-adult&what=drink&drink-how=daily';

const heading = (page: Page) => page.getByRole('main').getByRole('heading', { level: 1 });
const answer = (page: Page, name: string | RegExp) =>
	page.locator('.answers a.choice').filter({ hasText: name }).first();

/** Waits until the page is alive: the number of the question is only known then. */
async function alive(page: Page): Promise<void> {
	await expect(page.getByText(/^Question \d, at most \d$/)).toBeVisible();
}

async function toPlan(page: Page): Promise<void> {
	await page.goto('/go/');
	for (const tap of TAPS) {
		await alive(page);
		const before = await heading(page).textContent();
		await answer(page, tap).click();
		await expect(heading(page)).not.toHaveText(before ?? '');
	}
	await expect(page.getByRole('heading', { name: 'Because you said' })).toBeVisible();
}

test('four taps and a place lead to a plan with a number of the place', async ({ page }) => {
	await toPlan(page);
	await expect(page).toHaveURL(({ hash }) => hash.includes(ANSWERS));
	await expect(page.getByText('you drink every day', { exact: false }).first()).toBeVisible();
	await expect(page.getByText(/Do not stop/).first()).toBeVisible();

	await page.getByLabel('Postcode, town or village').fill('CM20 1AB');
	await page.getByRole('button', { name: 'Use this place' }).click();
	await expect(page.getByText('For Harlow Change place')).toBeVisible();
	await expect(page.getByRole('link', { name: /^Call Open Road/ }).first()).toBeVisible();
	// The place is kept as its council, never as what was typed.
	await expect(page).toHaveURL(/area=essex&council=harlow/);
	await expect(page).not.toHaveURL(/CM20/i);
});

test('answers and place are in no request, no query and no storage', async ({ page }) => {
	const asked: string[] = [];
	page
		.context()
		.on('request', (request) =>
			asked.push(`${request.url()} ${request.postData() ?? ''} ${request.headers()['referer'] ?? ''}`)
		);
	await toPlan(page);
	await page.getByLabel('Postcode, town or village').fill('CM20 1AB');
	await page.getByRole('button', { name: 'Use this place' }).click();
	await expect(page.getByText('For Harlow Change place')).toBeVisible();
	expect(asked.filter((request) => /me-adult|=daily|who=|what=|council=|CM20/i.test(request))).toEqual([]);
	await expect(page).toHaveURL(({ search }) => search === '');
	const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));
	expect(kept).not.toMatch(/me-adult|daily|harlow/i);
});

test('every question puts emergency help one tap away', async ({ page }) => {
	await page.goto('/go/what/');
	await expect(page.getByRole('link', { name: /Emergency help/ })).toHaveAttribute('href', '/now/');
	await expect(page.getByRole('link', { name: 'In danger now? Ring 999' })).toHaveAttribute('href', 'tel:999');
	await page.goto('/go/');
	await alive(page);
	await answer(page, 'Someone is in danger now').click();
	await expect(heading(page)).toHaveText(/999/);
	await expect(page.getByRole('main').getByRole('link', { name: 'Ring 999' }).first()).toHaveAttribute(
		'href',
		'tel:999'
	);
});

test('back works by browser and by link, and shows what was answered', async ({ page }) => {
	await page.goto('/go/');
	await alive(page);
	await answer(page, 'Me. I am 26 to 54').click();
	await expect(heading(page)).toHaveText('What is it about?');
	await answer(page, 'Alcohol').click();
	await expect(heading(page)).not.toHaveText('What is it about?');

	await page.getByRole('link', { name: 'Back', exact: true }).click();
	await expect(heading(page)).toHaveText('What is it about?');
	await expect(answer(page, 'Alcohol')).toContainText('Your answer so far');
	await page.goBack();
	await expect(heading(page)).not.toHaveText('What is it about?');
	await page.goBack();
	await expect(heading(page)).toHaveText('What is it about?');
	await page.goBack();
	await expect(heading(page)).toHaveText('Who is this for?');
});

test('an answer is changed from the plan, and nothing else is asked again', async ({ page }) => {
	await toPlan(page);
	await page.getByText('Change an answer').click();
	await page.getByRole('link', { name: 'Change: Who is this for?' }).click();
	await expect(heading(page)).toHaveText('Who is this for?');
	await answer(page, 'Me. I am 55 or over').click();
	await expect(page.getByRole('heading', { name: 'Because you said' })).toBeVisible();
	await expect(page).toHaveURL(/who=me-older&what=drink&drink-how=daily/);
});

test('the keyboard alone reaches a plan, and each step is told', async ({ page }) => {
	await page.goto('/go/');
	await alive(page);
	for (const tap of TAPS) {
		const before = await heading(page).textContent();
		const link = answer(page, tap);
		for (let i = 0; i < 60 && !(await link.evaluate((node) => node === document.activeElement)); i++) {
			await page.keyboard.press('Tab');
		}
		await page.keyboard.press('Enter');
		await expect(heading(page)).not.toHaveText(before ?? '');
		await expect(heading(page)).toBeFocused();
	}
	await expect(page.getByRole('heading', { name: 'Because you said' })).toBeVisible();
});

test('skipping everything leads to a plan with a person to ring', async ({ page }) => {
	await page.goto('/go/');
	for (let i = 0; i < 6; i++) {
		await expect(
			page.getByText(/^Question \d, at most \d$/).or(page.getByRole('heading', { name: 'Because you said' }))
		).toBeVisible();
		if (await page.getByRole('heading', { name: 'Because you said' }).isVisible()) break;
		const before = await heading(page).textContent();
		await answer(page, 'Skip this question').click();
		await expect(heading(page)).not.toHaveText(before ?? '');
	}
	await expect(page.getByRole('heading', { name: 'A person to talk to' })).toBeVisible();
	await expect(page.getByRole('link', { name: /^Call / }).first()).toBeVisible();
});

test('leaving wipes the answers', async ({ page }) => {
	await toPlan(page);
	await page.getByRole('link', { name: 'Wipe my answers and start again' }).click();
	await expect(heading(page)).toHaveText('Who is this for?');
	await alive(page);
	await expect(page).toHaveURL(({ hash }) => hash === '');
	await expect(page.getByText('Your answer so far')).toHaveCount(0);
});

test('a link with half the answers asks only for the rest', async ({ page }) => {
	await page.goto('/go/#what=drink&drink-how=daily');
	await expect(heading(page)).toHaveText('Who is this for?');
	await alive(page);
	await answer(page, 'Me. I am 26 to 54').click();
	await expect(heading(page)).toHaveText('What would help most?');
});

test('a page that never was leads to the start', async ({ page }) => {
	await openAndSave(page, '/go/');
	await page.goto('/go/no-such-question/');
	await expect(heading(page)).toHaveText('Who is this for?');
});

test('the flow works with the network off', async ({ page, host }) => {
	await openAndSave(page, '/');
	await host.stop();
	await toPlan(page);
	await page.getByRole('button', { name: 'Southend-on-Sea' }).click();
	await expect(page.getByText('For Southend-on-Sea')).toBeVisible();
	await expect(page.getByRole('link', { name: /^Call STARS/ }).first()).toBeVisible();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('links lead from the first question to a plan with the numbers of every area', async ({ page }) => {
		await page.goto('/go/');
		await answer(page, 'Me. I am 26 to 54').click();
		await expect(heading(page)).toHaveText('What is it about?');
		await answer(page, 'Alcohol').click();
		// What comes next hangs on the first answer, which this page cannot know: it asks.
		await expect(heading(page)).toHaveText('Which of these fits?');
		await page.locator('section:target a.choice', { hasText: 'Everyone else' }).click();
		await answer(page, /every day/i).click();
		await expect(heading(page)).toHaveText('What would help most?');
		await answer(page, 'Skip this question').click();
		await expect(page.getByRole('heading', { name: 'Whom to ring, by area' })).toBeVisible();
		await page.locator('summary', { hasText: 'Southend-on-Sea' }).click();
		await expect(page.getByRole('link', { name: /^Call STARS/ }).first()).toBeVisible();
		await expect(page.getByText(/Not reviewed by a clinician/)).toBeVisible();
	});
});
