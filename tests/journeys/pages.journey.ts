import type { Card } from '../../src/data/record.ts';
import { areasOf, cardsOf } from '../built/records.ts';
import { indexOf } from '../server/releases.ts';
import { expect, site, test } from '../server/test.ts';

const index = indexOf(site());
const cards = cardsOf(site());
const areas = areasOf(site());

function find(what: string, fits: (card: Card) => boolean): Card {
	const card = cards.find(fits);
	if (!card) throw new Error(`The data has no ${what}.`);
	return card;
}

test.describe('the page of a service', () => {
	const ringFirst = find(
		'service to ring first',
		({ listing, phone }) => listing === 'confirm-first' && Boolean(phone)
	);

	test('the number to ring is the first thing to press, and the biggest', async ({ page }) => {
		await page.goto(`/services/${ringFirst.id}/`);
		const first = page.locator('main a:visible, main button:visible').first();
		await expect(first).toHaveAttribute('href', /^(tel|sms):/);
		const heights = await page
			.locator('main a:visible')
			.evaluateAll((links) => links.map((link) => link.getBoundingClientRect().height));
		expect(Math.max(...heights)).toBe(heights[0]);
		await expect(page.getByRole('link', { name: `Call ${ringFirst.name}` }).first()).toBeVisible();
	});

	test('says to ring first where nobody confirmed it, and where each fact comes from', async ({ page }) => {
		await page.goto(`/services/${ringFirst.id}/`);
		await expect(page.locator('main').getByText('Ring first').first()).toBeVisible();
		const note = page.locator('main a[href^="#source-"]:visible').first();
		const source = (await note.getAttribute('href')) ?? '';
		await note.click();
		await expect(page.locator(source)).toBeInViewport();
		await expect(page.getByRole('heading', { name: 'Where this comes from' })).toBeVisible();
	});

	test('one that has moved says what to use instead', async ({ page }) => {
		const [id, moved] = Object.entries(index.moved).find(([, { to }]) => to !== undefined) ?? [];
		if (!id || !moved) throw new Error('Nothing has moved.');
		await page.goto(`/services/${id}/`);
		await page.getByText('Use this instead').getByRole('link').click();
		await expect(page).toHaveURL(new RegExp(`/services/${moved.to}/$`));
	});
});

test.describe('the page of an area', () => {
	for (const area of areas.filter(({ frontDoors }) => frontDoors.length > 0))
		test(`${area.name} begins with its front door, and says what is missing`, async ({ page }) => {
			await page.goto(`/areas/${area.id}/`);
			const headings = page.locator('main h2');
			await expect(headings.first()).toHaveText('Start here');
			const first = find('front door', ({ id }) => id === area.frontDoors[0]?.service);
			await expect(page.locator('article').first()).toContainText(first.name);
			for (const gap of area.missing) await expect(page.getByText(gap.what).first()).toBeAttached();
		});
});

test('home leads to the pathway, to search, to each area and to the emergency page', async ({ page }) => {
	await page.goto('/');
	for (const href of ['/go/', '/now/', '/find/', ...areas.map(({ id }) => `/areas/${id}/`)])
		await expect(page.locator(`a[href$="${href}"], form[action$="${href}"]`).first(), href).toBeVisible();
});

test('words can be narrowed down, and a word that is not there says so', async ({ page }) => {
	await page.goto('/words/');
	const all = await page.locator('dt').count();
	await page.getByRole('searchbox').fill('referral');
	await expect.poll(() => page.locator('dt').count()).toBeLessThan(all);
	await page.getByRole('searchbox').fill('xyzzyqwv');
	await expect(page.getByRole('status').filter({ hasText: '0 of' })).toBeVisible();
});
