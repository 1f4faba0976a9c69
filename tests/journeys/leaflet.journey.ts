import type { Page } from '@playwright/test';
import { expect, openAndSave, test, toolsKept } from '../server/test.ts';

const ready = (page: Page) => expect(page.getByRole('button', { name: 'Print it' })).toBeEnabled();
const paper = (page: Page) => page.locator('[data-fits]');

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
	await expect(page).toHaveURL(/council=harlow/);
});

test('a school makes pocket cards without a connection, and no card names a service for adults', async ({
	page,
	host
}) => {
	await openAndSave(page, '/print/');
	await toolsKept(page);
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
