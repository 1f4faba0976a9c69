import type { Host } from '../server/host.ts';
import { expect, openAndSave, test } from '../server/test.ts';

/** Budgets in bytes of gzip, as a counting host sends them. */
const FIRST_VISIT = 65_000;
const EMERGENCY = 13_000;
const LATER_VISIT = 2_000;
const EVERYTHING = 700_000;

/** What was sent since the last time, said on one line. */
function sent(host: Host, what: string, of: (path: string) => boolean = () => true): number {
	const asked = host.asked.filter(({ path }) => of(path));
	const bytes = asked.reduce((sum, each) => sum + each.bytes, 0);
	process.stdout.write(`  over the wire, ${what}: ${(bytes / 1000).toFixed(1)} KB in ${asked.length} requests\n`);
	host.asked = [];
	return bytes;
}

const isData = (path: string) => path.startsWith('data/');

test.describe('what a visit costs over the wire', () => {
	test.describe('before anything is saved', () => {
		test.use({ serviceWorkers: 'block' });

		test('home, until it works', async ({ page, host }) => {
			// What is saved in the background comes afterwards, and is counted below.
			host.fault = (path) => (isData(path) ? { kind: 'drop' } : undefined);
			await page.goto('/', { waitUntil: 'networkidle' });
			await expect(page.getByRole('searchbox')).toBeVisible();
			expect(sent(host, 'first visit to home', (path) => !isData(path))).toBeLessThanOrEqual(FIRST_VISIT);
		});

		test('the emergency page', async ({ page, host }) => {
			await page.goto('/now/', { waitUntil: 'networkidle' });
			await expect(page.locator('a[href="tel:999"]').first()).toBeVisible();
			expect(sent(host, 'emergency page')).toBeLessThanOrEqual(EMERGENCY);
		});
	});

	test('everything saved, for all areas; then a later visit', async ({ page, host }) => {
		await openAndSave(page);
		const all = sent(host, 'everything for all areas, first visit and all that is saved');
		expect(all).toBeLessThanOrEqual(EVERYTHING);
		await page.goto('/', { waitUntil: 'networkidle' });
		await expect(page.getByRole('searchbox')).toBeVisible();
		expect(sent(host, 'later visit')).toBeLessThanOrEqual(LATER_VISIT);
	});
});
