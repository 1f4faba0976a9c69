import type { Page } from '@playwright/test';
import type { Card } from '../../src/data/record.ts';
import { dateInWords } from '../../src/lib/directory/service/dates.ts';
import { cardsOf, detailsOf } from '../built/records.ts';
import { expect, site, test } from '../server/test.ts';

/** What becomes of a record that nobody checks: by the clock of the device, months after its newest check. */

const cards = cardsOf(site());
const details = detailsOf(site());
const hoursOf = (card: Card) => card.hours?.[card.mainHours ?? -1];

function find(what: string, fits: (card: Card) => boolean): Card {
	const card = cards.find(fits);
	if (!card) throw new Error(`The data has no ${what}.`);
	return card;
}

const isDay = (date: string | undefined) => date?.length === 'YYYY-MM-DD'.length;
const monthOf = (date = '') => dateInWords(date.slice(0, 'YYYY-MM'.length));

/** Sets the clock so many months after a day, at noon. */
async function setMonthsAfter(page: Page, date: string | undefined, months: number): Promise<void> {
	const [year = 0, month = 1, day = 1] = (date ?? '').split('-').map(Number);
	await page.clock.setFixedTime(Date.UTC(year, month - 1 + months, day + 1, 12));
}

/** A line whose times are those of its newest check, which is not old yet. */
const line = find('listed line with times checked on a day', (card) => {
	const hours = hoursOf(card);
	return (
		card.listing === 'listed' && !card.old && hours?.always === true && isDay(hours.seen) && hours.seen === card.checked
	);
});
const mark = `Not checked since ${monthOf(line.checked)}`;
const hidden = `Opening times not checked since ${monthOf(line.checked)}`;

test('a check of the last months needs no word', async ({ page }) => {
	await setMonthsAfter(page, line.checked, 1);
	await page.goto(`/services/${line.id}/`);
	await expect(page.locator('main p.marks').first()).toHaveText('Open all day, every day');
	await expect(page.locator('main')).not.toContainText(/not checked since/i);
});

for (const months of [7, 13]) {
	test(`after ${months} months the page says since when nobody has checked, and its times are still there`, async ({
		page
	}) => {
		await setMonthsAfter(page, line.checked, months);
		await page.goto(`/services/${line.id}/`);
		await expect(page.locator('main p.marks').first()).toContainText('Open all day, every day');
		await expect(page.locator('main p.marks').first()).toContainText(mark);
	});
}

test('after a year and a half the times of a line are gone, and its number is not', async ({ page }) => {
	await setMonthsAfter(page, line.checked, 19);
	await page.goto(`/services/${line.id}/`);
	await expect(page.locator('main p.marks').first()).toHaveText(hidden);
	await expect(page.locator('main')).not.toContainText('Open all day');
	await expect(page.getByRole('link', { name: `Call ${line.name}` }).first()).toBeVisible();
});

test('after a year and a half a week of times gives way to "ring first"', async ({ page }) => {
	const [detail, seen] =
		details
			.map(
				({ id, schedules }) =>
					[id, schedules?.find(({ hours }) => hours.week && isDay(hours.seen))?.hours.seen] as const
			)
			.find(([id, date]) => date !== undefined && cards.some((card) => card.id === id && card.phone)) ?? [];
	if (!detail || !seen) throw new Error('No record has a week of times that are not too old.');
	await setMonthsAfter(page, seen, 1);
	await page.goto(`/services/${detail}/`);
	const when = page.locator('section[aria-labelledby="when"]');
	await expect(when.locator('table').first()).toBeVisible();
	await setMonthsAfter(page, seen, 19);
	await page.reload();
	await expect(when.getByText(`Opening times not checked since ${monthOf(seen)}: ring first.`).first()).toBeVisible();
	await expect(when.locator('table')).toHaveCount(0);
});

const article = (page: Page, { id }: Card) =>
	page.locator('article').filter({ has: page.locator(`.name a[href$="/services/${id}/"]`) });

test('lists carry the mark too', async ({ page }) => {
	await setMonthsAfter(page, line.checked, 7);
	await page.goto(`/find/#q=${encodeURIComponent(line.name)}`);
	await expect(article(page, line)).toContainText(mark);
});

test('"open now" leaves out what is too old to be sure of, and no crisis line of all England', async ({ page }) => {
	const crisis = find('crisis line that never closes', ({ id }) => id === 'samaritans');
	await setMonthsAfter(page, line.checked, 1);
	await page.goto(`/find/#q=${encodeURIComponent(line.name)}&open=1`);
	await expect(article(page, line)).toContainText('Open all day');

	await setMonthsAfter(page, line.checked, 19);
	await page.goto('/');
	await page.goto(`/find/#q=${encodeURIComponent(`${line.name} samaritans`)}&open=1`);
	await expect(article(page, crisis)).toContainText('Open all day');
	await expect(article(page, crisis)).not.toContainText(/not checked since/i);
	await expect(article(page, line)).toHaveCount(0);
	await page.goto('/');
	await page.goto(`/find/#q=${encodeURIComponent(line.name)}`);
	await expect(article(page, line)).toContainText(hidden);
});

test('what was too old on the day of the content never shows its times, with JavaScript or without', async ({
	browser,
	baseURL
}) => {
	const old = find(
		'record whose times are too old',
		(card) => hoursOf(card)?.unknown === true && !!hoursOf(card)?.seen
	);
	const words = `Opening times not checked since ${monthOf(hoursOf(old)?.seen)}`;
	for (const javaScriptEnabled of [true, false]) {
		const context = await browser.newContext({ javaScriptEnabled, ...(baseURL && { baseURL }) });
		const page = await context.newPage();
		await page.goto(`/services/${old.id}/`);
		await expect(page.locator('main p.marks').first()).toContainText(words);
		await expect(page.locator('main table')).toHaveCount(0);
		await context.close();
	}
});
