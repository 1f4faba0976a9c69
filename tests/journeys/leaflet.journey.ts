import type { Page } from '@playwright/test';
import { expect, openAndSave, test } from '../server/test.ts';

const AREAS = ['essex', 'leicester-leicestershire-rutland', 'northamptonshire', 'southend-on-sea', 'thurrock'];
const READERS = ['adult', 'under-18', 'family', 'school', 'waiting-room', 'custody'];
/** Pages of each form of paper. */
const PAGES = { sheet: 1, fold: 2, cards: 1 };

const ready = (page: Page) => expect(page.getByRole('button', { name: 'Print it' })).toBeEnabled();
const paper = (page: Page) => page.locator('[data-fits]');

async function pagesOf(page: Page): Promise<number> {
	const pdf = await page.pdf({ preferCSSPageSize: true });
	return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** What is cut off at the edge of a page, a column or a card, and type that is too small to read. */
function faults(page: Page, smallest: number): Promise<string[]> {
	return page.evaluate((points) => {
		const found: string[] = [];
		for (const box of document.querySelectorAll('[data-fits] :is(.page, .card)')) {
			const edge = box.getBoundingClientRect();
			for (const piece of box.querySelectorAll(':is(.piece, h3, h4, .foot, .head)')) {
				const { bottom, right } = piece.getBoundingClientRect();
				if (bottom > edge.bottom + 1 || right > edge.right + 1) found.push(`cut: ${piece.textContent?.slice(0, 40)}`);
			}
		}
		for (const column of document.querySelectorAll('[data-fits] .column')) {
			const pieces = [...column.querySelectorAll('.piece')];
			const next = column.parentElement?.querySelector(':scope > .foot')?.getBoundingClientRect().top ?? Infinity;
			for (const piece of pieces)
				if (piece.getBoundingClientRect().bottom > next + 1)
					found.push(`over the foot: ${piece.textContent?.slice(0, 40)}`);
		}
		for (const piece of document.querySelectorAll('[data-fits] :is(.piece, .foot) p')) {
			const size = (parseFloat(getComputedStyle(piece).fontSize) * 72) / 96;
			if (size < points - 0.01) found.push(`${size} pt: ${piece.textContent?.slice(0, 40)}`);
		}
		return [...new Set(found)];
	}, smallest);
}

for (const area of AREAS)
	test(`every leaflet of ${area} is whole on its pages, in type that can be read`, async ({ page }) => {
		test.setTimeout(300_000);
		const problems: string[] = [];
		// Wide enough that the paper is drawn at its own size.
		await page.setViewportSize({ width: 1400, height: 900 });
		await page.goto(`/print/#area=${area}`);
		await ready(page);
		for (const reader of READERS)
			for (const [format, pages] of Object.entries(PAGES))
				for (const large of [false, true]) {
					const name = `${reader} ${format}${large ? ' large' : ''}`;
					const end = `format=${format}${large ? '&large=1' : ''}`;
					await page.evaluate((hash) => void (location.hash = hash), `area=${area}&for=${reader}&${end}`);
					const shown = new RegExp(`^area=${area}&for=${reader}&need=[^&]*&${end}$`);
					await expect(page.locator('[data-shown]')).toHaveAttribute('data-shown', shown);
					await ready(page);
					problems.push(...(await faults(page, large ? 16 : 11)).map((fault) => `${name}: ${fault}`));
					const count = await pagesOf(page);
					if (count !== pages) problems.push(`${name}: ${count} pages`);
					if (format !== 'cards') await expect(paper(page)).toContainText('Danger to life? Ring 999');
					await expect(paper(page)).toContainText('Check before you travel.');
				}
		expect(problems).toEqual([]);
	});

test('a GP prints a leaflet for the waiting room, with the front door of the council', async ({ page }) => {
	await page.clock.setFixedTime(new Date('2026-11-24T11:00:00Z'));
	await page.addInitScript(() => {
		window.print = () => document.body.setAttribute('data-printed', 'yes');
	});
	await page.goto('/areas/essex/');
	await page.getByRole('link', { name: 'Make a leaflet to print' }).click();
	await page.getByRole('combobox', { name: /Council/ }).selectOption('Harlow');
	await page.getByRole('radio', { name: 'A waiting room' }).check();
	await ready(page);
	await expect(paper(page)).toContainText('Open Road Harlow');
	await expect(paper(page)).toContainText('Start here if you are under 18');
	await expect(paper(page)).toContainText('Made on 24 November 2026');
	await expect(paper(page)).not.toContainText('Open Road Chelmsford');
	await expect(paper(page).getByRole('img', { name: /QR code/ })).toBeVisible();
	await page.getByRole('button', { name: 'Print it' }).click();
	await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes');
	expect(page.url()).toContain('council=harlow');
});

test('a school makes pocket cards without a connection, and no card names a service for adults', async ({
	page,
	host
}) => {
	await openAndSave(page);
	await host.stop();
	await page.goto('/print/');
	await page.getByRole('combobox', { name: 'Place' }).selectOption('Southend-on-Sea');
	await page.getByRole('radio', { name: 'A school or college' }).check();
	await page.getByRole('radio', { name: /Pocket cards/ }).check();
	await ready(page);
	await expect(paper(page).locator('.card')).toHaveCount(8);
	await expect(paper(page)).toContainText('01702 431889');
	await expect(paper(page)).toContainText('Ring 999');
	await expect(page.getByRole('checkbox', { name: /Needles/ })).toHaveCount(0);
	await page.getByRole('checkbox', { name: 'Large print' }).check();
	await expect(paper(page).locator('.card')).toHaveCount(4);
});

test('by keyboard alone', async ({ page }) => {
	await page.goto('/print/');
	const place = page.getByRole('combobox', { name: 'Place' });
	await expect(place).toBeVisible();
	await place.focus();
	await page.keyboard.type('Thurrock');
	await expect(place).toHaveValue('thurrock');
	await page.keyboard.press('Tab');
	await page.keyboard.press('ArrowDown');
	await expect(page.getByRole('radio', { name: 'Someone under 18' })).toBeChecked();
	await ready(page);
	await page.getByRole('button', { name: 'Print it' }).focus();
	await expect(page.getByRole('button', { name: 'Print it' })).toBeFocused();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('says what it is, and leads to the pages that can be printed', async ({ page }) => {
		await page.goto('/print/');
		await page.getByRole('link', { name: 'choose it here' }).click();
		await expect(page).toHaveURL(/\/areas\/$/);
	});
});
