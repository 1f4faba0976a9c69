import { axeProblems, otherProblems } from '../accessibility/screen.ts';
import { expect, saved, test } from '../server/test.ts';

const LIST = '/embed/essex/treatment/';

test('a list for frames fits a column of 280 px, asks for nothing else, and opens every link on a page of its own', async ({
	page
}) => {
	await page.setViewportSize({ width: 280, height: 600 });
	const asked: string[] = [];
	page.on('request', (request) => asked.push(new URL(request.url()).pathname));
	await page.goto(LIST);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Essex');
	await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('Start here');
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(280);
	expect(asked.filter((path) => path !== '/favicon.ico')).toEqual([LIST]);
	const links = await page
		.getByRole('link')
		.evaluateAll((all) =>
			all.map((link) => [
				link.getAttribute('target'),
				link.getAttribute('rel'),
				Math.round(link.getBoundingClientRect().height)
			])
		);
	expect(links.length).toBeGreaterThan(5);
	for (const [target, rel, height] of links) {
		expect([target, rel]).toEqual(['_blank', 'noopener']);
		expect(Number(height)).toBeGreaterThanOrEqual(44);
	}
});

for (const colorScheme of ['light', 'dark'] as const) {
	test(`a list for frames can be read by everybody, ${colorScheme}`, async ({ page }) => {
		await page.emulateMedia({ colorScheme });
		await page.goto(LIST);
		expect(await axeProblems(page)).toEqual([]);
		// The site around the frame has those.
		const problems = (await otherProblems(page)).filter((line) => !/^there is no (header|nav|footer)$/.test(line));
		expect(problems).toEqual([]);
	});
}

test('a list for frames is the same list for someone who has the app', async ({ page }) => {
	await page.goto('/');
	await saved(page);
	await page.goto(LIST);
	await expect(page.getByRole('heading', { name: 'Start here' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Leave this page' })).toHaveCount(0);
});

test('every file that the open data page names is there, and its line for other sites works', async ({
	page,
	request
}) => {
	await page.goto('/data/');
	const files = page.locator('main a[href*="/data/"]');
	const addresses = await files.evaluateAll((links) => links.flatMap((link) => link.getAttribute('href') ?? []));
	expect(addresses.length).toBeGreaterThan(8);
	const { href: base, origin } = new URL(page.url());
	for (const address of addresses) expect((await request.get(new URL(address, base).href)).ok(), address).toBe(true);
	await expect(page.locator('pre')).toContainText(`<iframe src="${origin}${LIST}"`);
});

test('the corrections lead to services that have the right number', async ({ page }) => {
	await page.goto('/changes/');
	await page.getByRole('link', { name: /FRANK/ }).click();
	await expect(page.getByRole('link', { name: /0300 123 6600/ }).first()).toBeVisible();
});
