import { samplePages } from '../built/pages.ts';
import { expect, test } from '../server/test.ts';

test.use({ javaScriptEnabled: false });

for (const { path, kind } of samplePages(undefined, 1))
	test(`${path} (${kind}) shows its content, and every link leads somewhere`, async ({ page, request }) => {
		await page.goto(path);
		await expect(page.locator('h1')).toBeVisible();
		const { length } = await page.locator('main').innerText();
		expect(length > 80 || (await page.locator('main a').count()) > 0).toBe(true);
		const hrefs = await page
			.locator('a[href]')
			.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
		const base = new URL(page.url());
		const own = hrefs
			.map((href) => new URL(href, base))
			.filter((url) => url.origin === base.origin)
			.map(({ pathname }) => pathname);
		for (const each of new Set(own.slice(0, 60))) {
			const response = await request.get(each);
			expect(response.status(), each).toBe(200);
			// A file of open data is no page.
			if (!response.headers()['content-type']?.startsWith('text/html')) continue;
			expect(await response.text(), `${each} is only the shell`).toContain('<h1');
		}
		// What has a = in it is a state of the page and not a place on it.
		for (const hash of new Set(hrefs.filter((href) => /^#[^=]+$/.test(href))))
			await expect(page.locator(`[id="${hash.slice(1)}"]`), hash).toHaveCount(1);
	});
