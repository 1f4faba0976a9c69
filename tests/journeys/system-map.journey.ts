import type { Page } from '@playwright/test';
import { expect, test } from '../server/test.ts';

const ESSEX = '/areas/essex/system/';
const JOURNEYS = [
	'Drink',
	'Heroin and other opioids',
	'Other drugs',
	'Under 18',
	'Family and friends',
	'Prison and courts',
	'Mental health as well',
	'Medicines'
];

const chart = (page: Page, name: string) => page.getByRole('article', { name: new RegExp(`^${name} in`) });
const steps = (page: Page, name: string) => chart(page, name).locator('> ol > li');

/** Waits until the script runs: the journey that is shown is then marked. */
async function alive(page: Page): Promise<void> {
	await expect(page.locator('.system.live')).toBeVisible();
}

test('from the area page to the whole way: steps in order, each with somebody to go to', async ({ page }) => {
	await page.goto('/areas/essex/');
	await page.getByRole('link', { name: 'How help works here: the whole way' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Help, step by step');
	await alive(page);
	await expect(page.getByRole('heading', { level: 2, name: 'Drink in Essex' })).toBeVisible();
	const titles = await steps(page, 'Drink').getByRole('heading', { level: 3 }).allInnerTexts();
	expect(titles.map((title) => title.replaceAll(/\s+/g, ' ').trim())).toEqual([
		'Step 1 Ask for help',
		'Step 2 First talk',
		'Step 3 Get treatment',
		'Step 4 Stop safely (detox)',
		'Step 5 Rehab',
		'Step 6 Stay well'
	]);
	await expect(
		steps(page, 'Drink')
			.first()
			.getByRole('link', { name: /^Call Open Road/ })
			.first()
	).toBeVisible();
	await expect(steps(page, 'Drink').first()).toContainText('If you drink every day, do not stop all at once');
});

test('every arrow starts at the bottom of its box and ends at the top of another, and no boxes overlap', async ({
	page
}) => {
	await page.goto(`${ESSEX}#journey=prison-and-courts`);
	await alive(page);
	const found = await chart(page, 'Prison and courts').evaluate((article) => {
		const rect = (element: Element) => element.getBoundingClientRect();
		const boxes = [...article.querySelectorAll('.box, .gap')].map(rect);
		const overlaps = boxes.filter((a, i) =>
			boxes.some((b, j) => i < j && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
		).length;
		const tops = [...article.querySelectorAll('.box')].map((box) => rect(box));
		const heads = [...article.querySelectorAll('.spine, .lane')].filter((line) => line.querySelector('path'));
		const loose = heads.filter((line) => {
			const { left, right, bottom } = rect(line);
			const middle = (left + right) / 2;
			return !tops.some((box) => Math.abs(box.top - bottom) < 2 && box.left <= middle && middle <= box.right);
		}).length;
		return { overlaps, loose, heads: heads.length, wide: document.documentElement.scrollWidth > innerWidth };
	});
	expect(found).toEqual({ overlaps: 0, loose: 0, heads: 7, wide: false });
});

test('a link from a plan opens the journey and says: you are here', async ({ page }) => {
	await page.goto(`${ESSEX}#journey=opioids&stage=treatment`);
	await alive(page);
	await expect(page.getByRole('heading', { level: 2 })).toHaveText('Heroin and other opioids in Essex');
	await expect(page.getByText('You are here').filter({ visible: true })).toHaveCount(1);
	await expect(steps(page, 'Heroin and other opioids').nth(2)).toContainText('You are here');
	await expect(steps(page, 'Heroin and other opioids').nth(2)).toBeInViewport();
});

test('by keyboard: choose a journey, jump to a step, read it as a professional', async ({ page }) => {
	await page.goto(ESSEX);
	await alive(page);
	await page.getByRole('link', { name: 'Under 18', exact: true }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 2 })).toHaveText('Under 18 in Essex');
	await expect(page).toHaveURL(/#journey=under-18/);

	const glance = chart(page, 'Under 18').getByRole('navigation', { name: 'The steps at a glance: Under 18' });
	await glance.getByRole('link', { name: /Get treatment/ }).focus();
	await page.keyboard.press('Enter');
	await expect(steps(page, 'Under 18').nth(2).getByRole('heading', { level: 3 })).toBeInViewport();
	await expect(page.getByText('You are here').filter({ visible: true })).toHaveCount(0);
	await page.keyboard.press('Tab');
	expect(await steps(page, 'Under 18').nth(2).locator(':focus').count()).toBe(1);

	await page.getByRole('radio', { name: 'For people' }).focus();
	await page.keyboard.press('ArrowRight');
	await expect(page.getByRole('radio', { name: 'For professionals' })).toBeChecked();
	await expect(steps(page, 'Under 18').nth(1)).toContainText('Gillick competence');
	await expect(
		steps(page, 'Under 18')
			.nth(1)
			.getByText(/^Sources:/)
	).toBeVisible();
	await expect(
		steps(page, 'Under 18')
			.first()
			.getByText(/^Ways in:/)
			.first()
	).toBeVisible();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the choice of journey, where you are and the version for professionals still work', async ({ page }) => {
		await page.goto(ESSEX);
		await expect(page.getByRole('article')).toHaveCount(1);
		for (const name of JOURNEYS) {
			await page.getByRole('link', { name, exact: true }).click();
			await expect(page.getByRole('article')).toHaveCount(1);
			await expect(chart(page, name)).toBeVisible();
		}
		await page.goto(`${ESSEX}#journey=drink&stage=detox`);
		await expect(page.getByText('You are here').filter({ visible: true })).toHaveCount(1);
		await expect(steps(page, 'Drink').nth(3)).toContainText('You are here');
		await page.locator('main').getByText('For professionals', { exact: true }).click();
		await expect(
			steps(page, 'Drink')
				.nth(3)
				.getByText(/^Sources:/)
		).toBeVisible();
		await expect(steps(page, 'Drink').nth(3).getByText('Topaz Ward takes people too complex')).toBeVisible();
	});
});

const AREAS = ['essex', 'leicester-leicestershire-rutland', 'northamptonshire', 'southend-on-sea', 'thurrock'];

test('every journey of every area prints on one page of A4, in both versions', async ({ page }) => {
	test.setTimeout(240_000);
	const long: string[] = [];
	for (const area of AREAS) {
		await page.goto(`/areas/${area}/system/`);
		await alive(page);
		for (const version of ['For people', 'For professionals']) {
			await page.locator('main').getByText(version, { exact: true }).click();
			for (const name of JOURNEYS) {
				await page.getByRole('link', { name, exact: true }).click();
				await expect(chart(page, name)).toBeVisible();
				const pdf = await page.pdf({ preferCSSPageSize: true });
				const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
				if (pages !== 1) long.push(`${area}, ${name}, ${version}: ${pages} pages`);
			}
		}
	}
	expect(long).toEqual([]);
});
