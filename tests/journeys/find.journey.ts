import type { Page } from '@playwright/test';
import { expect, openAndSave, test } from '../server/test.ts';

const box = (page: Page) => page.getByRole('searchbox');
const cards = (page: Page) => page.locator('article');
const said = (page: Page) => page.locator('section[aria-labelledby="results"] [role="status"]').first();

test.describe('finding help in your own words', () => {
	test('"pins" in Essex, letter by letter, brings needle exchanges and says why', async ({ page }) => {
		await page.goto('/find/');
		await page.getByLabel('Area').selectOption({ label: 'Essex' });
		await box(page).pressSequentially('pins');
		await expect(cards(page).first()).toContainText(/needle/i);
		await expect(cards(page).first()).toContainText(/pins/i);
		await expect(page).toHaveURL(/#q=pins&area=essex$/);
	});

	test('"my husband drinks" brings help for families first', async ({ page }) => {
		await page.goto('/');
		await box(page).pressSequentially('my husband drinks');
		await box(page).press('Enter');
		await expect(page).toHaveURL(/\/find\/#q=my\+husband\+drinks/);
		await expect(cards(page).first()).toContainText(/famil/i);
	});

	test('each letter leaves something to read: never an error, never an empty screen', async ({ page }) => {
		const errors: string[] = [];
		page.on('pageerror', (error) => errors.push(error.message));
		await page.goto('/find/');
		await expect(cards(page).first()).toBeVisible();
		for (const letter of 'i cant stop drinkin') {
			await box(page).pressSequentially(letter);
			await expect(page.locator('article, a[href="tel:111"]').first()).toBeVisible();
		}
		expect(errors).toEqual([]);
	});

	test('filters combine, and each can be undone', async ({ page }) => {
		await page.goto('/find/#area=essex');
		await expect(cards(page).first()).toBeVisible();
		const count = async () => Number.parseInt((await said(page).textContent()) ?? '', 10);
		await expect.poll(count).toBeGreaterThan(0);
		const all = await count();
		await page.locator('summary', { hasText: 'Narrow it down' }).click();
		const kinds = page.getByRole('group', { name: 'What kind of help' }).getByRole('checkbox');
		const ways = page.getByRole('group', { name: 'How to get in' }).getByRole('checkbox');
		await kinds.first().check();
		await expect.poll(count).toBeLessThan(all);
		const one = await count();
		await kinds.nth(1).check();
		await expect.poll(count).toBeGreaterThan(one);
		const two = await count();
		await ways.first().check();
		await expect.poll(count).toBeLessThanOrEqual(two);
		await ways.first().uncheck();
		await expect.poll(count).toBe(two);
		await kinds.nth(1).uncheck();
		await expect.poll(count).toBe(one);
		await page.getByRole('button', { name: 'Start again' }).click();
		await expect.poll(count).toBeGreaterThanOrEqual(all);
	});

	test('what is asked stands in the address: it comes back with "back" and with a new visit', async ({ page }) => {
		await page.goto('/find/#q=naloxone&area=northamptonshire');
		await expect(box(page)).toHaveValue('naloxone');
		await cards(page).first().getByRole('link').first().click();
		await expect(page.locator('h1')).not.toHaveText('Find help');
		await page.goBack();
		await expect(box(page)).toHaveValue('naloxone');
		await expect(cards(page).first()).toBeVisible();
	});

	test('nothing found leaves a person with numbers to ring', async ({ page }) => {
		await page.goto('/find/#q=zzqxwv&kind=prison&who=under-18&way=walk-in&area=thurrock');
		await expect(page.locator('a[href="tel:111"]').first()).toBeVisible();
		await expect(page.locator('a[href="tel:999"]').first()).toBeVisible();
		await expect(cards(page).first()).toBeVisible();
		await page.getByRole('button', { name: 'Take the filters off' }).click();
		await expect(page).not.toHaveURL(/kind=/);
	});

	for (const words of ['he wont wake up', 'not breathing', 'overdose', 'i want to die', 'my baby swallowed methadone'])
		test(`"${words}" opens the emergency card above everything else`, async ({ page }) => {
			await page.goto('/find/');
			await box(page).fill(words);
			const card = page.getByRole('alert');
			await expect(card.locator('a[href="tel:999"]')).toBeVisible();
			const link = card.getByRole('link', { name: /step by step/ });
			const id = (await link.getAttribute('href'))?.split('#')[1] ?? '';
			await link.click();
			await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
		});

	test('it works with no network', async ({ page, context, host }) => {
		await openAndSave(page);
		await context.setOffline(true);
		host.fault = () => ({ kind: 'drop' });
		await page.goto('/find/');
		await page.getByLabel('Area').selectOption({ label: 'Essex' });
		await box(page).pressSequentially('pins');
		await expect(cards(page).first()).toContainText(/needle/i);
	});

	test('the number of results is said once, after the typing', async ({ page }) => {
		await page.goto('/find/');
		await expect(cards(page).first()).toBeVisible();
		await page.evaluate(() => {
			const status = document.querySelector('section[aria-labelledby="results"] [role="status"]');
			if (!status) throw new Error('no status');
			new MutationObserver(
				() => (document.body.dataset.said = String(Number(document.body.dataset.said ?? 0) + 1))
			).observe(status, { childList: true, characterData: true, subtree: true });
		});
		await box(page).pressSequentially('needle exchange', { delay: 30 });
		await expect(said(page)).toContainText(/\d+ service|Nothing/);
		await expect.poll(() => page.evaluate(() => Number(document.body.dataset.said ?? 0))).toBeGreaterThan(0);
		expect(await page.evaluate(() => Number(document.body.dataset.said ?? 0))).toBeLessThanOrEqual(2);
	});

	test('whatever stands after the # of a link, a safe page shows', async ({ page }) => {
		const errors: string[] = [];
		page.on('pageerror', (error) => errors.push(error.message));
		page.on('dialog', (dialog) => errors.push(dialog.message()));
		for (const fragment of [
			'q=<img src=x onerror=alert(1)>',
			'q=%3Cscript%3Ealert(1)%3C/script%3E&area=__proto__&kind=constructor',
			`q=${'a'.repeat(50_000)}`,
			'%E0%A4%A&q=%',
			'q=\u202ereversed\u0000&near=\ud800&open=1&open=2',
			'area=javascript:alert(1)&who=toString'
		]) {
			await page.goto('about:blank');
			await page.goto(`/find/#${fragment}`);
			await expect(page.locator('h1')).toHaveText('Find help');
			await expect(page.locator('article, a[href="tel:111"]').first()).toBeVisible();
			expect(await page.locator('main img, main script').count()).toBe(0);
		}
		// SvelteKit itself says this of an end that cannot be decoded, after it has drawn the page: nothing is lost by it.
		expect(errors.filter((error) => error !== 'URI malformed')).toEqual([]);
	});
});
