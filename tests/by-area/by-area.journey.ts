import { test as base, type Page } from '@playwright/test';
import { codeOf } from '../../src/lib/plan/codes.ts';
import { BUILD_BY_AREA } from '../built/files.ts';
import { cardsOf } from '../built/records.ts';
import { builtSite, Host, type Site } from '../server/host.ts';
import { expect, openAndSave, site } from '../server/test.ts';

/** The site as it is with a directory too large for every phone: the same content, area by area. */
let built: Site | undefined;

const test = base.extend<{ host: Host }>({
	// eslint-disable-next-line no-empty-pattern -- Playwright asks for a pattern here
	host: async ({}, use) => {
		built ??= builtSite(BUILD_BY_AREA);
		const host = await new Host(built).start();
		await use(host);
		await host.stop();
	},
	baseURL: async ({ host }, use) => use(host.origin)
});

/** Areas of whose files something was asked. */
function areasAsked(host: Host): string[] {
	const names = host.asked.map(({ path }) => /^data\/(?:bundle|index|areas)\.([a-z-]+)\./.exec(path)?.[1]);
	return [
		...new Set(names.flatMap((name) => (name && name !== 'everyone' && name !== 'national' ? [name] : [])))
	].sort();
}

/** Waits until the page about what is saved says so. */
async function areasSaved(page: Page, text: RegExp): Promise<void> {
	await page.goto('/saved/');
	await expect(page.locator('main')).toContainText(text);
}

/** A service that only people of an area need, with a name of its own. */
function localService(area: string) {
	const names = ['essex', 'northamptonshire', 'thurrock'].flatMap((each) =>
		cardsOf(site(), each).map(({ name }) => name)
	);
	const card = cardsOf(site(), area).find(
		({ name, listing, phone }) => phone && listing === 'listed' && names.filter((each) => each === name).length === 1
	);
	if (!card) throw new Error(`${area} has no such service.`);
	return card;
}

test('a first visit asks for no area; a place typed in brings its area, and nobody is told the place', async ({
	page,
	host
}) => {
	await openAndSave(page);
	expect(areasAsked(host)).toEqual([]);
	await page.goto('/find/');
	await expect(page.getByText('Say where you are, or choose an area')).toBeVisible();
	await page.getByRole('searchbox').fill('needle exchange');
	await page.getByLabel('Postcode, town or village').fill('Ketering');
	await expect(page.getByText('Kettering is in North Northamptonshire.')).toBeVisible();
	await expect(page.locator('article').first()).toContainText(/miles|Kettering|Northamptonshire/);
	expect(areasAsked(host)).toEqual(['northamptonshire']);
	expect(host.asked.filter(({ path, search, body }) => /ket+ering/i.test(path + search + body))).toEqual([]);
});

test('a town in the search box brings its area too', async ({ page, host }) => {
	await openAndSave(page);
	await page.goto('/find/');
	await page.getByRole('searchbox').pressSequentially('needle exchange in corby');
	await expect(page.locator('article').first()).toContainText(/Corby|Northamptonshire/);
	expect(areasAsked(host)).toEqual(['northamptonshire']);
	expect(host.asked.filter(({ path, search, body }) => /corby/i.test(path + search + body))).toEqual([]);
});

test('the area that was asked for is kept, and works with no network; another says that it is not here', async ({
	page,
	host,
	context
}) => {
	// Many pages, one after the other.
	test.slow();
	const here = localService('northamptonshire');
	const elsewhere = localService('essex');
	await openAndSave(page, `/find/#q=${encodeURIComponent(here.name)}&area=northamptonshire`);
	await expect(page.getByRole('link', { name: here.name, exact: true }).first()).toBeVisible();
	await areasSaved(page, /Northamptonshire/);
	await expect(page.locator('main')).not.toContainText('Essex');
	await host.stop();
	await context.setOffline(true);
	await page.goto(`/find/#q=${encodeURIComponent(here.name)}&area=northamptonshire`);
	await page.getByRole('link', { name: here.name, exact: true }).first().click();
	await expect(page.locator('h1')).toHaveText(here.name);
	await page.goto('/areas/northamptonshire/system/');
	await expect(page.locator('main')).toContainText('Northamptonshire');
	await page.goto(`/services/${elsewhere.id}/`);
	await expect(page.locator('h1')).not.toHaveText(elsewhere.name);
	await expect(page.locator('main')).not.toContainText(/closed|no page/i);
	await expect(page.locator('a[href="tel:999"], a[href$="/now/"]').first()).toBeVisible();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test("a plan has the numbers for all of England, and a link to each area's page, which has the others", async ({
		page
	}) => {
		await page.goto('/go/get-naloxone/');
		const areas = page.locator('section[aria-labelledby="by-area"]');
		await expect(areas.locator('summary')).toHaveText(['Anywhere in England']);
		await areas.getByRole('link', { name: 'Northamptonshire' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toContainText('Northamptonshire');
		await expect(page.locator('a[href^="tel:"]').first()).toBeVisible();
	});
});

test('the gaps of an area that is not on the phone are shown', async ({ page }) => {
	await openAndSave(page, '/data/coverage/');
	await page.getByRole('link', { name: 'Thurrock' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Thurrock');
	await expect(page.locator('table').first()).toContainText('None that we know');
});

test('a plan of an area that was never looked at opens: what stands in it is looked for', async ({ page, host }) => {
	const service = localService('essex');
	await openAndSave(page);
	await page.goto(`/plan/#p1=0${codeOf(service.id)}`);
	await expect(page.locator('main')).toContainText(service.name);
	expect(areasAsked(host)).toEqual(['essex']);
});

test('a plan asks for the place, and then has the services of that place', async ({ page, host }) => {
	await openAndSave(page);
	await page.goto('/go/stop-plan/#who=me-adult&what=drink&drink-how=daily&drink-want=stop');
	await page.getByLabel('Postcode, town or village').fill('CM20 1AB');
	await page.getByRole('button', { name: 'Use this place' }).click();
	await expect(page.getByText('For Harlow Change place')).toBeVisible();
	await expect(page.getByRole('link', { name: /^Call Open Road/ }).first()).toBeVisible();
	expect(areasAsked(host)).toEqual(['essex']);
});

test('a plan takes the area from a list, by keyboard, where there are too many for a button each', async ({
	page,
	host
}) => {
	await openAndSave(page);
	await page.goto('/go/stop-plan/#who=me-adult&what=drink&drink-how=daily&drink-want=stop');
	const list = page.getByLabel('Or choose your area:');
	await list.selectOption('Thurrock');
	await list.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page.getByText('For Thurrock Change place')).toBeVisible();
	expect(areasAsked(host)).toEqual(['thurrock']);
});

test('an area of the list of all areas opens, though nothing of it is on the phone', async ({ page, host }) => {
	await openAndSave(page);
	await page.goto('/areas/');
	await page.getByRole('link', { name: 'Thurrock' }).click();
	await expect(page.locator('h1')).toContainText('Thurrock');
	expect(areasAsked(host)).toEqual(['thurrock']);
});

test('when the directory has grown, a phone keeps all that it had: the old app goes on, and the new one brings it up to date', async ({
	page,
	host,
	context
}) => {
	test.slow();
	const service = localService('essex');
	const found = async () => {
		await page.goto(`/find/#q=${encodeURIComponent(service.name)}&area=essex`);
		await expect(page.getByRole('link', { name: service.name, exact: true }).first()).toBeVisible();
	};
	const grown = host.site;
	host.site = site();
	await openAndSave(page);
	host.site = grown;
	await found();
	const button = page.getByRole('button', { name: 'Update now' });
	await Promise.all([page.waitForEvent('load'), button.click()]);
	await areasSaved(page, /Saved on this phone today/);
	await expect(page.locator('main')).toContainText('Essex');
	await expect(page.locator('main')).toContainText('Thurrock');
	await host.stop();
	await context.setOffline(true);
	await found();
});

test('a leaflet for an area that is not on the phone is made', async ({ page, host }) => {
	await openAndSave(page, '/print/');
	await page.getByLabel('Place', { exact: true }).selectOption('Essex');
	await expect(page.getByRole('button', { name: 'Print it' })).toBeEnabled();
	expect(areasAsked(host)).toEqual(['essex']);
});
