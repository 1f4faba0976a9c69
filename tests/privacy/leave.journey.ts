import { expect, test } from '../server/test.ts';

const NEUTRAL = /^https:\/\/www\.bbc\.co\.uk\/weather/;

test.beforeEach(async ({ context }) => {
	await context.route(NEUTRAL, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }));
});

test('the button takes the page’s place: going back does not return to it, and no referrer is sent', async ({
	page
}) => {
	await page.goto('/about/');
	await page.goto('/find/#q=alcohol&area=essex');
	await expect(page.locator('article').first()).toBeVisible();
	const request = page.waitForRequest(NEUTRAL);
	await page.getByRole('link', { name: 'Leave this page' }).click();
	expect((await request).headers()['referer']).toBeUndefined();
	await expect(page).toHaveURL(NEUTRAL);
	await page.goBack();
	await expect(page).toHaveURL(/\/about\/$/);
});

test('Shift pressed three times leaves; writing capitals does not', async ({ page }) => {
	await page.goto('/find/');
	await page.getByRole('searchbox').pressSequentially('ABCD');
	await page.getByRole('searchbox').press('Shift+E');
	await expect(page).toHaveURL(/\/find\//);
	for (let i = 0; i < 3; i++) await page.keyboard.press('Shift');
	await expect(page).toHaveURL(NEUTRAL);
});

test('without a network the page is blank at once: no word, no title, nothing in the address', async ({
	page,
	context
}) => {
	await page.goto('/find/#q=alcohol');
	await expect(page.locator('article').first()).toBeVisible();
	await context.unroute(NEUTRAL);
	await context.setOffline(true);
	const left = await page.evaluate(() => {
		document.querySelector<HTMLAnchorElement>('.leave a')?.click();
		return [document.body.innerText.trim(), document.title.trim(), location.hash, location.pathname];
	});
	expect(left).toEqual(['', '', '', '/']);
});

test('it is in reach on every screen, also at the top of a long page and on a small phone', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 560 });
	for (const path of ['/', '/now/', '/areas/essex/', '/find/', '/go/']) {
		await page.goto(path);
		await expect(page.getByRole('link', { name: 'Leave this page' }), path).toBeInViewport();
	}
});
