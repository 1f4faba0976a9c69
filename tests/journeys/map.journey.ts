import type { Page } from '@playwright/test';
import { expect, openAndSave, test } from '../server/test.ts';

/** Words that only map code and its styles contain. */
const MAP_CODE = /leaflet-(pane|container)|supercluster|cluster_id/i;
const FIND = '/find/#area=northamptonshire';

/** Everything that went wrong on a page: errors of scripts, refusals of its policy, warnings. */
function troublesOf(page: Page): string[] {
	const troubles: string[] = [];
	page.on('pageerror', (error) => troubles.push(error.message));
	page.on('console', (message) => {
		if (['error', 'warning'].includes(message.type())) troubles.push(message.text());
	});
	return troubles;
}

async function openMap(page: Page): Promise<void> {
	// The map then moves at once, so that a marker is where it was when it is tapped.
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.getByRole('button', { name: 'Show map' }).click();
	await expect(page.locator('.map-names text').first()).toBeAttached();
	await expect(page.locator('.map-marker').first()).toBeVisible();
}

const listOf = (page: Page) => page.locator('.results article h3').allTextContents();

/** Taps a marker of one service: groups are opened until there is one. */
async function tapOneService(page: Page): Promise<string> {
	const one = page.locator('.map-marker:has(.shape)');
	for (let i = 0; i < 8 && (await one.count()) === 0; i++) {
		await page.locator('.map-marker:has(.group)').first().click();
	}
	const marker = one.first();
	const name = (await marker.getAttribute('title')) ?? '';
	await marker.click({ force: true });
	return name;
}

test('no byte of map code is fetched before a map is opened', async ({ browser, host }) => {
	// Without the service worker, which keeps the map for offline use once the page has come to rest.
	const context = await browser.newContext({ baseURL: host.origin, serviceWorkers: 'block' });
	const page = await context.newPage();
	const mapFiles: string[] = [];
	page.on('response', async (response) => {
		if (/\.(js|css)$/.test(response.url()) && MAP_CODE.test(await response.text())) mapFiles.push(response.url());
	});
	await page.goto(FIND);
	await expect(page.locator('.results article').first()).toBeVisible();
	await page.waitForLoadState('networkidle');
	expect(mapFiles).toEqual([]);
	await openMap(page);
	await page.waitForLoadState('networkidle');
	expect(mapFiles.length).toBeGreaterThan(1);
	await context.close();
});

test('the map asks nobody but this site, and breaks no policy', async ({ page, host }) => {
	const troubles = troublesOf(page);
	const strangers: string[] = [];
	page.context().on('request', (request) => {
		if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(host.origin)) strangers.push(request.url());
	});
	await page.goto(FIND);
	await openMap(page);
	await page.getByRole('button', { name: 'Zoom in' }).click();
	await page.getByRole('button', { name: 'Zoom out' }).click();
	await tapOneService(page);
	expect(strangers).toEqual([]);
	expect(troubles).toEqual([]);
});

test('tapping a marker gives the card of that service, and the list stays as it was', async ({ page }) => {
	await page.goto(FIND);
	await expect(page.locator('.results article').first()).toBeVisible();
	const before = await listOf(page);
	await openMap(page);
	const name = await tapOneService(page);
	const chosen = page.locator('.chosen article');
	await expect(chosen).toHaveCount(1);
	await expect(chosen.getByRole('heading')).toHaveText(name);
	await expect(page.locator('.map-marker .chosen')).toHaveCount(1);
	expect(await listOf(page)).toEqual(before);
	await page.getByRole('button', { name: 'Close' }).click();
	await expect(chosen).toHaveCount(0);
});

test('the map says how many services it shows, and says that the others are in the list', async ({ page }) => {
	await page.goto(FIND);
	await openMap(page);
	await expect(page.locator('.service-map')).toContainText(/\d+ of \d+ services are on the map/);
	const region = page.getByRole('region', { name: /^Map with \d+ services/ });
	await expect(region).toBeVisible();
	// The list is how keys and screen readers reach every service: markers are no stops on the way.
	await expect(page.locator('.map-marker[tabindex]')).toHaveCount(0);
	await expect(page.locator('.leaflet-marker-pane')).toHaveAttribute('aria-hidden', 'true');
	await page.getByRole('button', { name: 'Skip the map' }).press('Enter');
	await expect(page.locator('.leaflet-container')).not.toBeFocused();
});

test('what a thumb presses on the map is 44 pixels or more', async ({ page }) => {
	await page.goto(FIND);
	await openMap(page);
	const controls = [...(await page.locator('.service-map .frame button').all()), page.locator('.map-marker').first()];
	for (const control of controls) {
		const box = await control.boundingBox();
		expect(box?.width).toBeGreaterThanOrEqual(44);
		expect(box?.height).toBeGreaterThanOrEqual(44);
	}
});

test('names on the map do not overlap, from the overview to a single town', async ({ page }) => {
	await page.goto(FIND);
	await openMap(page);
	for (let i = 0; i < 4; i++) {
		const boxes = await page.locator('.map-names text').evaluateAll((names) =>
			names.map((name) => {
				const { left, top, right, bottom } = name.getBoundingClientRect();
				return { left, top, right, bottom };
			})
		);
		const overlapping = boxes.flatMap((a, k) =>
			boxes.slice(k + 1).filter((b) => {
				const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
				const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
				return width > 1 && height > 1;
			})
		);
		expect(overlapping).toEqual([]);
		const names = await page.locator('.map-names').innerHTML();
		await page.getByRole('button', { name: 'Zoom in' }).click();
		await expect(async () => expect(await page.locator('.map-names').innerHTML()).not.toBe(names)).toPass();
	}
});

test('the side of the line that is yours is named', async ({ page }) => {
	await page.goto('/find/#near=NN17+1AA&area=northamptonshire');
	await openMap(page);
	await expect(page.locator('.map-names .own').first()).toContainText('Northamptonshire');
	await expect(page.locator('.map-own-line.own')).toHaveCount(1);
});

test('light and dark change while the map is open', async ({ page }) => {
	await page.emulateMedia({ colorScheme: 'light' });
	await page.goto(FIND);
	await openMap(page);
	const colour = () => page.locator('.map-sea').evaluate((sea) => getComputedStyle(sea).fill);
	const light = await colour();
	await page.emulateMedia({ colorScheme: 'dark' });
	expect(await colour()).not.toBe(light);
});

test('after one visit to home, the map opens for the first time with no network', async ({ page, context, host }) => {
	await openAndSave(page);
	await host.stop();
	await context.setOffline(true);
	await page.goto(FIND);
	await openMap(page);
	await expect(page.locator('.map-land')).toBeVisible();
});
