import type { Page } from '@playwright/test';
import { expect, openAndSave, test } from '../server/test.ts';

const heading = (page: Page) => page.getByRole('main').getByRole('heading', { level: 1 });
const answer = (page: Page, name: string | RegExp) =>
	page.locator('.answers a.choice').filter({ hasText: name }).first();

async function begin(page: Page, how = /it is about me/): Promise<void> {
	await page.goto('/check/alcohol/');
	// The page is alive once a tap does something.
	await expect(async () => {
		if (await page.getByText(/^Question 1,/).isVisible()) return;
		await answer(page, how).click({ timeout: 1000 });
		await expect(page.getByText(/^Question 1,/)).toBeVisible({ timeout: 1000 });
	}).toPass();
}

async function give(page: Page, answers: readonly (string | RegExp)[]): Promise<void> {
	for (const each of answers) {
		const before = await heading(page).textContent();
		await answer(page, each).click();
		await expect(heading(page)).not.toHaveText(before ?? '');
		await expect(heading(page)).toBeFocused();
	}
}

const HEAVY = ['4 times a week', '10 units or more', 'Man', 'Every day'] as const;
const REST = [
	'Every day',
	'About once a week',
	'Every day',
	'Never',
	'Never',
	/^\s*No\s*$/,
	'Yes, in the last year'
] as const;

test('a high score asks for a specialist, never says to stop, and leads on to a plan', async ({ page }) => {
	await begin(page);
	await give(page, [...HEAVY, 'None of these', ...REST]);
	await expect(heading(page)).toHaveText('Your body may depend on drink');
	await expect(page.getByText('27 of 40', { exact: true }).first()).toBeVisible();
	await expect(page.getByText('Do not stop or cut down suddenly by yourself.')).toBeVisible();
	await expect(page.getByRole('heading', { name: 'If you drink every day, do not stop all at once' })).toBeVisible();

	await page.getByRole('button', { name: 'Southend-on-Sea' }).click();
	await expect(page.getByRole('link', { name: /^Call STARS/ }).first()).toBeVisible();
	await page.getByRole('link', { name: 'Get a whole plan' }).click();
	await expect(heading(page)).toHaveText('Who is this for?');
	await expect(page).toHaveURL(/drink-how=high-score/);
	await expect(page).toHaveURL(/area=southend-on-sea/);
	await answer(page, 'Me. I am 26 to 54').click();
	await expect(page.getByRole('heading', { name: 'Because you said' })).toBeVisible();
});

test('a low score ends after the short test', async ({ page }) => {
	await begin(page);
	await give(page, ['Once a month or less', '0 to 2 units', 'Woman', 'Never', 'None of these']);
	await expect(heading(page)).toHaveText('Your score: low risk');
	await expect(page.getByText('1 of 12', { exact: true }).first()).toBeVisible();
});

test('a fit without drink before counts for more than a low score', async ({ page }) => {
	await begin(page);
	await give(page, ['Once a month or less', '0 to 2 units', 'Woman', 'Never', 'It has happened before']);
	await expect(heading(page)).toHaveText('Get medical help before you drink less');
});

test('somebody ill without drink now is sent to 999 at once', async ({ page }) => {
	await begin(page);
	await give(page, ['Never', 'Right now']);
	await expect(heading(page)).toHaveText('Ring 999 now');
	await expect(page.getByRole('main').getByRole('link', { name: 'Ring 999' }).first()).toHaveAttribute(
		'href',
		'tel:999'
	);
});

test('drinks add up to the answer', async ({ page }) => {
	await begin(page);
	await give(page, ['2 or 3 times a week']);
	await page.getByText('Add up your drinks in units').click();
	await page.getByRole('button', { name: 'One more: Bottle of wine' }).click();
	await expect(page.getByText('Together: 9 units')).toBeVisible();
	await page.getByRole('link', { name: 'Answer: 7 to 9 units' }).click();
	await expect(heading(page)).toHaveText('Are you a woman or a man?');
	await expect(page).toHaveURL(/units=7-to-9/);
});

test('with someone: one line to copy, without a name', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await begin(page, /doing it with someone/);
	await give(page, [...HEAVY, 'I shake, sweat', ...REST]);
	await page.getByRole('button', { name: 'Copy the line' }).click();
	await expect(page.getByText('Copied.')).toBeVisible();
	const line = await page.evaluate(() => navigator.clipboard.readText());
	expect(line).toMatch(
		/^AUDIT-C 12 of 12 \(possible dependence\)\. AUDIT 27 of 40 \(possible dependence\)\. Withdrawal signs/
	);
	expect(line).toMatch(/Self-reported, \d{1,2} \w+ \d{4}\.$/);
});

test('an answer is changed from the result, and back goes back', async ({ page }) => {
	await begin(page);
	await give(page, ['Once a month or less', '0 to 2 units', 'Woman', 'Never', 'None of these']);
	await page.goBack();
	await expect(heading(page)).toHaveText('What happens to you without a drink?');
	await page.goForward();
	await page.getByText('Your answers', { exact: true }).click();
	await page.getByRole('link', { name: 'Change: How often do you have a drink with alcohol in it?' }).click();
	await answer(page, '2 to 4 times a month').click();
	await expect(page.getByText('2 of 12', { exact: true }).first()).toBeVisible();
});

test('answers are in no request and no storage', async ({ page }) => {
	const asked: string[] = [];
	page.context().on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
	await begin(page);
	await give(page, ['Once a month or less', '0 to 2 units', 'Woman', 'Never', 'I shake, sweat']);
	expect(asked.filter((request) => /how-often|without-drink|signs/.test(request))).toEqual([]);
	await expect(page).toHaveURL(({ search }) => search === '');
	expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toMatch(
		/signs|0-to-2/
	);
});

test('the check works with the network off', async ({ page, host }) => {
	await openAndSave(page, '/');
	await host.stop();
	await begin(page);
	await give(page, ['Never', 'None of these']);
	await expect(heading(page)).toHaveText('Your score: low risk');
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the page holds the whole test, to do on paper', async ({ page }) => {
		await page.goto('/check/alcohol/');
		await expect(answer(page, /it is about me/)).toBeHidden();
		await page.locator('summary', { hasText: 'See all the questions' }).click();
		await expect(page.getByText('Add up all ten.')).toBeVisible();
		await expect(page.locator('ol li')).toHaveCount(10);
	});
});
