import { expect, type Page } from '@playwright/test';

/** Adds `count` services of the search on show to the plan; gives their names in that order. */
export async function addFound(page: Page, count: number): Promise<string[]> {
	const names: string[] = [];
	for (let i = 0; i < count; i++) {
		const fresh = page
			.locator('.results article')
			.filter({ has: page.getByRole('button', { name: /^Add to plan/ }) })
			.first();
		const name = ((await fresh.locator('h3').textContent()) ?? '').trim();
		names.push(name);
		// By its name: the order may change when the hours are known.
		const card = page.locator('.results article', { has: page.getByRole('link', { name, exact: true }) });
		await card.getByRole('button', { name: /^Add to plan/ }).click();
		await expect(card.getByText('In your plan.')).toBeVisible();
	}
	return names;
}
