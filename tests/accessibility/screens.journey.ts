import type { Page } from '@playwright/test';
import { toFragment } from '../../src/lib/plan/link.ts';
import { serviceItem } from '../../src/lib/plan/plan.ts';
import { samplePages } from '../built/pages.ts';
import { expect, openAndSave, test } from '../server/test.ts';
import { axeProblems, inItsPlace, otherProblems } from './screen.ts';

const WIDTHS = [320, 1280] as const;

/**
 * Looks at the page as it stands in both colour schemes, on a small phone and a wide screen. The dark scheme changes
 * colours alone, so only they are looked at again.
 */
async function expectGood(page: Page): Promise<void> {
	const problems: string[] = [];
	await inItsPlace(page);
	for (const width of WIDTHS) {
		await page.setViewportSize({ width, height: 720 });
		await page.emulateMedia({ colorScheme: 'light' });
		const light = [...(await axeProblems(page)), ...(await otherProblems(page))];
		await page.emulateMedia({ colorScheme: 'dark' });
		const dark = await axeProblems(page, 'colours');
		problems.push(...light.map((each) => `light ${width}: ${each}`), ...dark.map((each) => `dark ${width}: ${each}`));
	}
	expect(problems).toEqual([]);
}

for (const { path, kind } of samplePages(undefined, 1)) {
	test(`${path} (${kind})`, async ({ page }) => {
		await page.goto(path);
		await expect(page.locator('h1')).toBeVisible();
		await page.waitForLoadState('networkidle');
		await expectGood(page);
	});
}

/** A plan with an open service, one that has closed and a code that nobody knows. */
const sentPlan = `/plan/#${toFragment(['samaritans', 'phoenix-futures-alcohol-essex', 'nobody'].map(serviceItem))}`;

async function takePlan(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Make it my plan' }).click();
	await page.getByLabel('Add a note').fill('Ask for a quiet room');
	await page.getByRole('button', { name: 'Add the note' }).click();
	await expect(page.locator('main ol > li h2')).toHaveCount(4);
}

async function keepMessage(page: Page): Promise<void> {
	await page.getByLabel('What is right?').fill('It rings, and nobody answers.');
	await page.getByRole('button', { name: 'Keep it on this phone' }).click();
	await expect(page.getByText('Kept on this phone.')).toBeVisible();
}

const states: { name: string; path: string; act: (page: Page) => Promise<void> }[] = [
	{
		name: 'find with results',
		path: '/find/#q=alcohol&area=essex',
		act: (page) => expect(page.locator('article').first()).toBeVisible()
	},
	{
		name: 'find with an emergency',
		path: '/find/#q=he+is+not+breathing',
		act: (page) => expect(page.locator('a[href="tel:999"]').first()).toBeVisible()
	},
	{
		name: 'find with filters open',
		path: '/find/#area=essex&kind=needle-exchange',
		act: (page) => page.locator('main details summary').first().click()
	},
	{
		name: 'find with nothing found',
		path: '/find/#q=xyzzyqwv&kind=prison&who=under-18&way=walk-in',
		act: (page) => expect(page.getByText('ring 111').first()).toBeVisible()
	},
	{
		name: 'words with nothing found',
		path: '/words/',
		act: (page) => page.getByRole('searchbox').fill('xyzzyqwv')
	},
	{
		name: 'an area with everything open',
		path: '/areas/thurrock/',
		act: async (page) => {
			await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
		}
	},
	{
		name: 'a plan that was sent',
		path: sentPlan,
		act: (page) => expect(page.getByText('This service has closed.')).toBeVisible()
	},
	{
		name: 'a plan in hand',
		path: sentPlan,
		act: takePlan
	},
	{
		name: 'a plan with all ways to hand it on',
		path: sentPlan,
		act: async (page) => {
			await takePlan(page);
			await page.getByRole('button', { name: 'Show a code, send or save it' }).click();
			await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
			await expect(page.getByRole('img', { name: 'QR code that opens this plan' })).toBeVisible();
		}
	},
	{
		name: 'a message that a number is wrong, kept',
		path: '/wrong/#record=open-road-essex&field=phones.0',
		act: keepMessage
	},
	{
		name: 'saved, with a message that waits',
		path: '/wrong/#record=open-road-essex&field=phones.0',
		act: async (page) => {
			await keepMessage(page);
			await page.getByRole('link', { name: 'See all that is kept' }).click();
			await expect(page.getByRole('heading', { name: 'Messages that wait to be sent' })).toBeVisible();
		}
	},
	{
		name: 'saved, asked whether to delete',
		path: '/saved/',
		act: (page) => page.getByRole('button', { name: 'Delete from this phone' }).click()
	},
	{
		name: 'a map that is open',
		path: '/find/#q=alcohol&area=essex',
		act: async (page) => {
			await page.getByRole('button', { name: 'Show map' }).click();
			await expect(page.locator('.leaflet-marker-icon').first()).toBeVisible();
		}
	},
	{
		name: 'the second question, with an answer given',
		path: '/go/',
		act: async (page) => {
			await page.locator('.answers a.choice').filter({ hasText: 'Me. I am 26 to 54' }).first().click();
			await expect(page).toHaveURL(/\/go\/[a-z-]+\/#/);
		}
	},
	{
		name: 'a page that is not there',
		path: '/services/nothing-of-this-name/',
		act: (page) => expect(page.locator('h1')).toHaveText('There is no page here')
	}
];

for (const { name, path, act } of states) {
	test(name, async ({ page }) => {
		await page.goto(path);
		await act(page);
		await page.waitForLoadState('networkidle');
		await expectGood(page);
	});
}

test('find when the list cannot be had', async ({ page, host }) => {
	host.fault = (path) => (path.startsWith('data/') ? { kind: 'status', status: 404 } : undefined);
	await page.goto('/find/');
	await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
	await expectGood(page);
});

test('a service and the list, with no network', async ({ page, host, context }) => {
	test.slow();
	await openAndSave(page);
	host.fault = () => ({ kind: 'drop' });
	await context.setOffline(true);
	for (const path of ['/find/#q=naloxone&area=essex', '/saved/']) {
		await page.goto(path);
		await expect(page.locator('h1')).toBeVisible();
		await expectGood(page);
	}
});
