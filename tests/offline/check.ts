import { expect, type Page } from '@playwright/test';
import { cardsOf, detailsOf } from '../built/records.ts';
import type { Host, Site } from '../server/host.ts';
import { withPhone } from '../server/releases.ts';
import { site } from '../server/test.ts';

/** A service to watch: its number is corrected while things go wrong. */
export interface Watched {
	id: string;
	name: string;
	old: string;
	new: string;
}

/** Drama number range of Ofcom: nobody's. */
const CORRECTED = '020 7946 0991';

/** The first service of Essex whose number is a voice line with a name of its own. */
export function watched(): Watched {
	const details = detailsOf(site(), 'essex');
	for (const card of cardsOf(site(), 'essex')) {
		const phone = details.find(({ id }) => id === card.id)?.phones?.[0];
		if (card.phone && phone?.kind === 'voice' && phone.number === card.phone)
			return { id: card.id, name: card.name, old: card.phone, new: CORRECTED };
	}
	throw new Error('No service of Essex has a phone number.');
}

/** Today's site with the watched service's number corrected. */
export function corrected(watch: Watched, from: Site = site()): Site {
	return withPhone(from, watch.id, watch.new);
}

/** The page about what is saved says how the last try to bring the copy up to date ended. */
export async function afterRefresh(page: Page, says: RegExp): Promise<void> {
	await page.goto('/saved/');
	await expect(page.locator('main [role="status"]')).toContainText(says);
}

export const UP_TO_DATE = /Saved on this phone today/;
export const NOT_REACHED = /could not check for a newer list/;

/**
 * The end that every fault must have: the data is whole, old or new but not a mixture; search finds the service and says
 * the same number as its own page; the emergency page is up.
 */
export async function expectWhole(page: Page, watch: Watched, number: 'old' | 'new'): Promise<void> {
	const right = watch[number];
	await page.goto(`/services/${watch.id}/`);
	await expect(page.locator('a[href^="tel:"] b', { hasText: right }).first()).toBeVisible();
	await page.goto(`/find/#q=${encodeURIComponent(watch.name)}&area=essex`);
	const card = page.locator('article', { has: page.getByRole('link', { name: watch.name, exact: true }) }).first();
	await expect(card.locator('a[href^="tel:"]').first()).toContainText(right);
	await expectEmergency(page);
}

export async function expectEmergency(page: Page): Promise<void> {
	await page.goto('/now/');
	await expect(page.locator('a[href="tel:999"]').first()).toBeVisible();
	await expect(page.locator('article, section').first()).toBeVisible();
}

/** Ends all service to this host's pages, so that what follows is only what the device holds. */
export async function withoutNetwork(page: Page, host: Host): Promise<void> {
	host.fault = () => ({ kind: 'drop' });
	await page.context().setOffline(true);
}
