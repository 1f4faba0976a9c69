import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { CORRECTIONS_KEY } from '../../src/lib/offline/storage-keys.ts';
import { areasOf } from '../built/records.ts';
import { Recorder } from '../privacy/recorder.ts';
import { indexOf } from '../server/releases.ts';
import { expect, openAndSave, site, test } from '../server/test.ts';

const index = indexOf(site());
/** Names of places, none of which has a place in a message: a service of all of England is asked about. */
const PLACES = areasOf(site()).flatMap(({ councils }) => councils.map(({ name }) => name));

const message = (page: Page) => page.locator('main .line');
const button = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true });
const KEEP = 'Keep it on this phone until you can send it';

test('from a service to a message about its number, kept with no signal, seen again and deleted', async ({
	page,
	context,
	host
}) => {
	await openAndSave(page, '/find/#q=naloxone&area=essex');
	host.fault = () => ({ kind: 'drop' });
	await context.setOffline(true);
	await page.locator('.results article h3 a').first().click();
	await expect(page.locator('main h1')).not.toHaveText('Find help');
	const name = (await page.locator('main h1').textContent()) ?? '';
	const id = new URL(page.url()).pathname.split('/')[2] ?? '';
	const link = page.getByRole('link', { name: /^This is wrong: phone / }).first();
	const number = (await link.getAttribute('aria-label'))?.replace('This is wrong: phone ', '') ?? '';
	expect(number).toMatch(/^\d[\d ]+$/);
	await link.click();

	await expect(page.locator('main h1')).toHaveText('What is wrong?');
	await expect(page).toHaveTitle('A correction · Fingerpost');
	await expect(page).toHaveURL((url) => url.hash === `#record=${id}&field=phones.0`);
	await page.getByLabel('What is right?').fill('Nobody answers at this number.');
	for (const part of [name, `Record: ${id}`, 'Field: phones.0', index.version, index.made, number, 'Nobody answers'])
		await expect(message(page)).toContainText(part);
	await expect(page.getByText('We do not know who looks after this list.')).toBeVisible();
	await expect(page.getByRole('link', { name: `Call ${name}, ${number}` })).toBeVisible();

	expect(await page.evaluate((key) => localStorage.getItem(key), CORRECTIONS_KEY)).toBeNull();
	await button(page, KEEP).click();
	await expect(page.getByText('Kept on this phone.')).toBeVisible();
	await page.getByRole('link', { name: 'See all that is kept' }).click();
	const waiting = page.getByRole('region', { name: 'Messages that wait to be sent' });
	await expect(waiting.getByRole('heading', { name: `${name}: phone number` })).toBeVisible();
	await expect(waiting).toContainText('Nobody answers at this number.');

	// Another day, still with no signal.
	await page.reload();
	await waiting.getByRole('link', { name: /^Send it/ }).click();
	await expect(page.getByLabel('What is right?')).toHaveValue('Nobody answers at this number.');
	await page.getByLabel('What is right?').fill('It is for a shop now.');
	await button(page, KEEP).click();
	await page.goto('/saved/');
	await expect(waiting).toContainText('It is for a shop now.');
	await expect(waiting.getByRole('listitem')).toHaveCount(1);
	await waiting.getByRole('button', { name: /^Delete it/ }).click();
	await expect(waiting).toHaveCount(0);
	expect(await page.evaluate((key) => localStorage.getItem(key), CORRECTIONS_KEY)).toBeNull();
});

test('the message holds nothing about the person: no place, no plan, no answers', async ({ page }) => {
	await page.addInitScript(() => localStorage.setItem('fingerpost-place', 'Harlow'));
	await page.goto('/services/samaritans/');
	await page.getByRole('button', { name: 'Add to plan' }).first().click();
	await page
		.getByRole('link', { name: /^This is wrong: phone 116 123/ })
		.first()
		.click();
	const text = (await message(page).innerText()).replaceAll(/\s+/g, ' ');
	expect(text).toBe(
		`Something is wrong on this page: Samaritans Record: samaritans Field: phones.0 (phone number) Version: list ${index.version} of ${index.made}, app ${version()} ${/Shown now: .*116 123.*(?= What is right)/.exec(text)?.[0]} What is right: I do not know.`
	);
	expect(PLACES.length).toBeGreaterThan(20);
	expect(PLACES.filter((place) => text.includes(place))).toEqual([]);
	// What is typed is gone with the page.
	await page.getByLabel('What is right?').fill('I typed this');
	await page.reload();
	await expect(page.getByLabel('What is right?')).toHaveValue('');
	expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['fingerpost-place']);
});

function version(): string {
	return /"version": "([^"]+)"/.exec(readFileSync('package.json', 'utf8'))?.[1] ?? '';
}

test('every fact of a service has a link of its own, and a pharmacy has them too', async ({ page }) => {
	const pharmacy = [...site().keys()].find((file) => /^services\/pharmacy-.*\/index\.html$/.test(file)) ?? '';
	for (const path of ['/services/open-road-essex/', `/${pharmacy.replace('index.html', '')}`]) {
		await page.goto(path);
		const links = page.getByRole('link', { name: /^This is wrong: / });
		await expect(links.last()).toHaveAccessibleName('This is wrong: the rest of this page');
		const names = await links.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? ''));
		expect(names.length).toBeGreaterThanOrEqual(3);
		expect(new Set(names).size).toBe(names.length);
		const hrefs = await links.evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''));
		for (const [i, href] of hrefs.entries()) {
			await page.goto(href);
			const field = new URLSearchParams(new URL(page.url()).hash.slice(1)).get('field') ?? '';
			await expect(message(page), names[i]).toContainText(`Field: ${field} (`);
			if (field !== 'other') await expect(message(page)).toContainText('Shown now: ');
		}
	}
});

test('the message is copied whole, and nobody is told', async ({ context, host }) => {
	const recorder = new Recorder(context, host);
	const page = await context.newPage();
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto('/wrong/#record=samaritans&field=other');
	await page.getByLabel('What is right?').fill('It has moved.');
	await page.getByRole('button', { name: 'Copy the message' }).click();
	await expect(page.getByText('Copied.')).toBeVisible();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await message(page).textContent());
	await button(page, KEEP).click();
	await expect(page.getByText('Kept on this phone.')).toBeVisible();
	expect(await recorder.wrong(page)).toEqual([]);
});

test('a service that is said to have closed can be doubted as well', async ({ page }) => {
	await page.goto('/services/phoenix-futures-alcohol-essex/');
	await page.getByRole('link', { name: /^This is wrong: / }).click();
	await expect(message(page)).toContainText('Shown now: no longer there');
});

const HOSTILE = {
	'nothing at all': '',
	'a script': 'record=<script>alert(1)</script>&field=phones.0',
	'another page’s': 'q=alcohol&area=essex',
	enormous: `record=${'a'.repeat(200_000)}`
};
for (const [name, fragment] of Object.entries(HOSTILE))
	test(`a link that is ${name} shows what to do instead`, async ({ context, host }) => {
		const recorder = new Recorder(context, host);
		const page = await context.newPage();
		page.on('dialog', () => {
			throw new Error('A script of the link was run.');
		});
		await page.goto(`/wrong/#${fragment}`);
		await expect(page.getByText('Find the page of the service.')).toBeVisible();
		await expect(page.getByRole('link', { name: 'Find a service' })).toBeVisible();
		await expect(page.getByLabel('What is right?')).toHaveCount(0);
		expect(await recorder.wrong(page)).toEqual([]);
	});

test('a record that nobody knows, and one that has no such fact', async ({ page }) => {
	await page.goto('/wrong/#record=nobody-at-all&field=phones.0');
	await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
	await page.goto('/wrong/#record=samaritans&field=locations.9.phones.9');
	await expect(message(page)).toContainText('Field: other');
});

test('what stands broken in the place of kept messages does no harm', async ({ page }) => {
	await page.addInitScript(
		([key]) => localStorage.setItem(key, `{"record":"samaritans","name":"<b>S</b>"}\n{half\n${'x'.repeat(300_000)}`),
		[CORRECTIONS_KEY] as const
	);
	await page.goto('/saved/');
	await expect(page.getByRole('heading', { name: '<b>S</b>' })).toBeVisible();
	await expect(page.getByRole('link', { name: /^Send it/ })).toHaveCount(1);
});

test('“Delete from this phone” deletes messages too', async ({ page }) => {
	await page.goto('/wrong/#record=samaritans&field=phones.0');
	await button(page, KEEP).click();
	await page.goto('/saved/');
	await expect(page.getByRole('heading', { name: 'Messages that wait to be sent' })).toBeVisible();
	await page.getByRole('button', { name: 'Delete from this phone' }).click();
	await page.getByRole('button', { name: 'Yes, delete it' }).click();
	await expect(page.getByText('Deleted. Nothing is saved')).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Messages that wait to be sent' })).toHaveCount(0);
	expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('says what to do instead', async ({ page }) => {
		await page.goto('/wrong/#record=samaritans&field=phones.0');
		await expect(page.locator('noscript .note')).toBeVisible();
		await expect(page.locator('noscript .note')).toContainText('Ring or write to the service itself');
	});
});
