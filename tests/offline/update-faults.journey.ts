import type { Fault } from '../server/host.ts';
import { anotherRelease } from '../server/releases.ts';
import { expect, openAndSave, site, test } from '../server/test.ts';
import { afterRefresh, corrected, expectWhole, NOT_REACHED, UP_TO_DATE, watched, withoutNetwork } from './check.ts';

/** What goes wrong between a phone that holds the old data and a host that has the new. */
const watch = watched();

test('nothing goes wrong: a corrected number is taken up at once, for less than 10 KB, with no prompt', async ({
	page,
	host
}) => {
	await openAndSave(page);
	host.site = corrected(watch);
	host.asked = [];
	await afterRefresh(page, UP_TO_DATE);
	const bytes = host.asked.reduce((sum, asked) => sum + asked.bytes, 0);
	process.stdout.write(`  corrected number over the wire: ${bytes} bytes, ${host.asked.length} requests\n`);
	const asked = host.asked.map(({ path, status, bytes }) => `${path} ${status} ${bytes}`).join('\n');
	expect(bytes, asked).toBeLessThan(10_000);
	await expect(page.getByRole('button', { name: 'Update now' })).toHaveCount(0);
	await withoutNetwork(page, host);
	await expectWhole(page, watch, 'new');
});

const isFile = (path: string) => /^data\/.*\.[0-9a-f]{12}\.json$/.test(path);

const broken: { name: string; fault: Fault; of: (path: string) => boolean }[] = [
	{ name: 'the server answers 500', fault: { kind: 'status', status: 500 }, of: (path) => path.startsWith('data/') },
	{ name: 'new data files are not there (404)', fault: { kind: 'status', status: 404 }, of: isFile },
	{
		name: 'the index is not there (404)',
		fault: { kind: 'status', status: 404 },
		of: (path) => path === 'data/index.json'
	},
	{ name: 'a sign-in page comes in place of data', fault: { kind: 'html' }, of: (path) => path.startsWith('data/') },
	{ name: 'a Wi-Fi portal redirects everything', fault: { kind: 'redirect' }, of: () => true },
	{ name: 'data files come cut in half', fault: { kind: 'truncated' }, of: isFile },
	{ name: 'the index comes cut in half', fault: { kind: 'truncated' }, of: (path) => path === 'data/index.json' },
	{ name: 'data files do not match their hash', fault: { kind: 'changed' }, of: isFile },
	{ name: 'the server drops every connection', fault: { kind: 'drop' }, of: () => true }
];

for (const { name, fault, of } of broken) {
	test(`${name}: the old data stays whole, and the next good visit brings the new`, async ({ page, host }) => {
		await openAndSave(page);
		host.site = corrected(watch);
		host.fault = (path) => (of(path) ? fault : undefined);
		await afterRefresh(page, NOT_REACHED);
		await expectWhole(page, watch, 'old');
		host.fault = () => undefined;
		await afterRefresh(page, UP_TO_DATE);
		await expectWhole(page, watch, 'new');
	});
}

test('the server is gone in the middle of an update: the old data stays whole', async ({ page, host }) => {
	await openAndSave(page);
	host.site = corrected(watch);
	let files = 0;
	host.fault = (path) => (isFile(path) && ++files > 1 ? { kind: 'drop' } : undefined);
	await afterRefresh(page, NOT_REACHED);
	await withoutNetwork(page, host);
	await expectWhole(page, watch, 'old');
});

test('an answer never ends: after a while the old data is in use and nothing hangs', async ({ page, host }) => {
	await openAndSave(page);
	host.site = corrected(watch);
	host.fault = (path) => (path.startsWith('data/') ? { kind: 'hang' } : undefined);
	await page.clock.install();
	// The wait begins with the request: time that passes before it would not count.
	const asked = page.waitForRequest(/\/data\/index\.json$/);
	await page.goto('/saved/');
	await asked;
	await expect(page.locator('main [role="status"]')).toContainText('Saving');
	await page.clock.fastForward(21_000);
	await expect(page.locator('main [role="status"]')).toContainText(NOT_REACHED);
	await expectWhole(page, watch, 'old');
});

test('one request in fifty is dropped: first visit and update arrive whole all the same', async ({ page, host }) => {
	let asked = 0;
	host.fault = () => (++asked % 50 === 7 ? { kind: 'drop' } : undefined);
	await openAndSave(page);
	host.site = corrected(watch);
	await afterRefresh(page, UP_TO_DATE);
	await expectWhole(page, watch, 'new');
});

test('the service worker of the last release serves today’s data', async ({ page, host }) => {
	host.site = anotherRelease(site(), 'last');
	await openAndSave(page);
	host.site = corrected(watch);
	host.fault = (path) => (path === 'service-worker.js' ? { kind: 'status', status: 503 } : undefined);
	await afterRefresh(page, UP_TO_DATE);
	await expectWhole(page, watch, 'new');
	await withoutNetwork(page, host);
	await expectWhole(page, watch, 'new');
});
