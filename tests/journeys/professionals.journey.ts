import type { Page } from '@playwright/test';
import { expect, openAndSave, test, toolsKept } from '../server/test.ts';

const MOST_ACTIONS = 10;

/** Says when the page is asked to print, in place of a dialog that nobody can press in a test. */
async function listenForPrint(page: Page): Promise<() => Promise<number>> {
	await page.addInitScript(() => {
		window.print = () => {
			document.documentElement.dataset.printed = String(Number(document.documentElement.dataset.printed ?? 0) + 1);
		};
	});
	return () => page.evaluate(() => Number(document.documentElement.dataset.printed ?? 0));
}

test('a police officer at a domestic abuse call reaches a plan and hands over a sheet, in under ten actions', async ({
	page
}) => {
	const printed = await listenForPrint(page);
	let actions = 0;
	const act = async (what: Promise<unknown>) => {
		actions++;
		await what;
	};
	await act(page.goto('/professionals/'));
	await act(page.getByRole('link', { name: /^Police/ }).click());
	await expect(page.locator('h1')).toHaveText('Police: response and custody');
	await act(page.getByLabel('Where do they live?').selectOption('essex'));
	await act(page.getByRole('link', { name: /^Domestic abuse call/ }).click());
	await expect(page.locator('h1')).toHaveText('Abuse at home, with drink or drugs');
	await expect(page.getByText('For Essex')).toBeVisible();
	await expect(page.getByText('0330 333 7444').first()).toBeVisible();
	await expect(page.getByText('Referral:').first()).toBeVisible();
	await act(page.getByRole('button', { name: /^Add to plan ?:? COMPASS/ }).click());
	await act(page.goBack());
	await act(page.getByRole('link', { name: 'Open the hand-out' }).click());
	const sheet = page.locator('article');
	await expect(sheet.getByRole('heading', { level: 1 })).toHaveText('A number that is just for you');
	await expect(sheet.getByText('01245 284772')).toBeVisible();
	await expect(sheet.getByText('0808 2000 247')).toBeVisible();
	await act(page.getByRole('button', { name: 'Print this page' }).click());
	await expect.poll(printed).toBe(1);
	expect(actions).toBeLessThan(MOST_ACTIONS);
});

test('a GP puts two services side by side, takes one out, and prints the checklist of the other', async ({ page }) => {
	const printed = await listenForPrint(page);
	await page.goto('/professionals/');
	await page.getByLabel('Where do they live?').selectOption('essex');
	await page.getByLabel('Search services').fill('inpatient detox referral criteria');
	await page.getByRole('checkbox', { name: /^Compare ?: Topaz Ward/ }).check();
	await page.getByRole('checkbox', { name: /^Compare ?: Essex STaRS/ }).check();
	await page.getByRole('link', { name: 'Compare 2 services' }).click();
	const table = page.getByRole('table');
	await expect(table.getByRole('columnheader')).toHaveCount(2);
	await expect(table.getByRole('rowheader', { name: 'Who can refer' })).toBeVisible();
	await expect(table.getByRole('row', { name: /^How long it takes/ })).toContainText('In 2022');
	// No source names a form: the table says so, and what to ask.
	await expect(table.getByRole('row', { name: /^Form/ })).toContainText('Not known. Ask');
	await table.getByRole('button', { name: /^Take out Essex STaRS/ }).click();
	await expect(table.getByRole('columnheader')).toHaveCount(1);
	await table.getByRole('link', { name: /^Checklist for Topaz/ }).click();
	await expect(page.locator('h1')).toHaveText('Referral checklist');
	await expect(page.getByText('preparation work in the last four weeks')).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Consent' })).toBeVisible();
	await expect(page.locator('main input, main textarea')).toHaveCount(0);
	await page.getByRole('button', { name: 'Print this page' }).click();
	await expect.poll(printed).toBe(1);
});

test('by keyboard alone: from the box through the results, into the plan, to the list of keys, to a service', async ({
	page
}) => {
	await page.setViewportSize({ width: 1280, height: 800 });
	await page.goto('/professionals/');
	const box = page.getByLabel('Search services');
	await expect(box).toBeFocused();
	await page.keyboard.type('pp?c dual diagnosis');
	await expect(box).toHaveValue('pp?c dual diagnosis');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await box.fill('dual diagnosis');
	const links = page.locator('ol a.name');
	await expect(links.nth(1)).toBeVisible();
	await page.keyboard.press('ArrowDown');
	await expect(links.nth(0)).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await expect(links.nth(1)).toBeFocused();
	await page.keyboard.press('p');
	await expect(
		page
			.locator('ol li')
			.nth(1)
			.getByRole('button', { name: /^Take out of plan/ })
	).toBeVisible();
	await page.keyboard.press('c');
	await expect(page.getByRole('link', { name: 'Compare 1 service' })).toBeVisible();
	await page.keyboard.press('?');
	await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expect(links.nth(1)).toBeFocused();
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('ArrowUp');
	await expect(box).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/services\/.*#for-professionals$/);
	await expect(page.getByText('Criteria, and what they ask for')).toBeVisible();
});

test('the professional view goes from page to page, stays in no store, and can be put away', async ({ page }) => {
	await page.goto('/services/topaz-ward-detox/');
	await expect(page.getByText('Criteria, and what they ask for')).toBeHidden();
	await page.getByText('For professionals: criteria, referral, timescales').click();
	await expect(page.getByText('Criteria, and what they ask for')).toBeVisible();
	await page.getByRole('link', { name: 'Areas' }).first().click();
	await page.getByRole('main').getByRole('link', { name: 'Essex' }).click();
	await expect(page.getByRole('table', { name: 'First call' })).toBeVisible();
	await page.getByRole('link', { name: 'Find', exact: true }).click();
	await expect(page.getByText('Referral:').first()).toBeVisible();
	await page.getByText('Narrow it down').click();
	await page.getByLabel('Professional view').uncheck();
	await expect(page.getByText('Referral:')).toHaveCount(0);
	expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});

test('a link to services of which one is gone shows the others, and a hostile one shows none', async ({ page }) => {
	await page.goto('/professionals/compare/#ids=topaz-ward-detox,no-such-service');
	await expect(page.getByText('One service of this link is not here')).toBeVisible();
	await expect(page.getByRole('columnheader')).toHaveCount(1);
	await page.goto('/professionals/compare/#ids=<script>,../..,%00');
	await page.reload();
	await expect(page.getByText('tick two or three services')).toBeVisible();
});

test('the hand-out fits one sheet of A4, in every job and with the longest list of numbers', async ({ page }) => {
	await page.emulateMedia({ media: 'print' });
	for (const job of ['gp', 'police', 'probation', 'hospital', 'pharmacy', 'housing', 'school', 'social-care']) {
		await page.goto(`/professionals/${job}/hand-out/#area=essex`);
		await expect(page.getByText('01245 493311')).toBeVisible();
		const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
		expect(pdf.match(/\/Type \/Page\b/g), job).toHaveLength(1);
	}
});

test('after one visit to the front page for professionals, hand-outs, side by side and the checklist open with no network', async ({
	page,
	context,
	host
}) => {
	await openAndSave(page, '/professionals/');
	await toolsKept(page);
	await host.stop();
	await context.setOffline(true);
	await page.goto('/professionals/police/hand-out/#area=essex');
	await expect(page.getByText('01245 284772')).toBeVisible();
	await page.goto('/professionals/compare/#ids=topaz-ward-detox,open-road-essex');
	await expect(page.getByRole('columnheader')).toHaveCount(2);
	await page.goto('/professionals/checklist/#ids=topaz-ward-detox');
	await expect(page.getByText('preparation work in the last four weeks')).toBeVisible();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the professional view of a service opens by hand, and a case leads to its plan', async ({ page }) => {
		await page.goto('/services/topaz-ward-detox/');
		await page.getByText('For professionals: criteria, referral, timescales').click();
		await expect(page.getByText('Criteria, and what they ask for')).toBeVisible();
		await page.goto('/professionals/police/');
		await page.getByRole('link', { name: /^Domestic abuse call/ }).click();
		await expect(page.locator('h1')).toHaveText('Abuse at home, with drink or drugs');
		await expect(page.getByText('Whom to ring, by area')).toBeVisible();
	});
});
