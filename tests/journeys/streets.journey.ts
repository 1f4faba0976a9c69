import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { isDataIndex } from '../../src/data/guards.ts';
import type { Site } from '../server/host.ts';
import { smallPmtiles } from '../server/small-pmtiles.ts';
import { expect, openAndSave, test } from '../server/test.ts';

const STREETS = 'map/basemap.pmtiles';
const FIND = '/find/#area=northamptonshire';
const file = smallPmtiles({ west: -1.4, south: 51.9, east: -0.3, north: 52.7 });

const hashOf = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex').slice(0, 12);

/** The site as `npm run build` makes it when a deployer has put street detail in static/map. */
function withStreets(site: Site): Site {
	const index: unknown = JSON.parse(String(site.get('data/index.json')));
	if (!isDataIndex(index)) throw new Error('The built index is not an index.');
	const base: unknown = JSON.parse(String(site.get(`data/map.${index.files['map']}.json`)));
	if (typeof base !== 'object') throw new Error('The built map is not a map.');
	const text = JSON.stringify({ ...base, street: { path: STREETS, bytes: file.length, hash: hashOf(file) } });
	const changed = { ...index, version: hashOf(text), files: { ...index.files, map: hashOf(text) } };
	return new Map([
		...site,
		[STREETS, file],
		[`data/map.${hashOf(text)}.json`, Buffer.from(text)],
		['data/index.json', Buffer.from(JSON.stringify(changed))]
	]);
}

async function openMap(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Show map' }).click();
	await expect(page.locator('.map-marker').first()).toBeVisible();
}

/** How many tiles of street detail are painted with the colour of land. */
const paintedTiles = (page: Page) =>
	page.locator('canvas.leaflet-tile').evaluateAll(
		(tiles) =>
			tiles.filter((tile) => {
				if (!(tile instanceof HTMLCanvasElement) || tile.width === 0) return false;
				const pixel = tile.getContext('2d')?.getImageData(tile.width / 2, tile.height / 2, 1, 1).data;
				return pixel !== undefined && (pixel[3] ?? 0) > 0;
			}).length
	);

test.beforeEach(({ host }) => {
	host.site = withStreets(host.site);
});

test('street detail is drawn from parts of the file, with its credit', async ({ page, host }) => {
	await page.goto(FIND);
	await openMap(page);
	await expect.poll(() => paintedTiles(page)).toBeGreaterThan(0);
	const asked = host.asked.filter(({ path }) => path === STREETS);
	expect(asked.length).toBeGreaterThan(1);
	expect(asked.every(({ status }) => status === 206)).toBe(true);
	await expect(page.locator('.service-map')).toContainText('OpenStreetMap');
	await expect(page.getByRole('link', { name: 'ODbL' })).toBeVisible();
});

test('saved street detail is drawn with no network, and can be deleted', async ({ page, context, host }) => {
	await openAndSave(page, FIND);
	await openMap(page);
	await page.getByRole('button', { name: /^Save the street map \(/ }).click();
	await expect(page.locator('.service-map')).toContainText('The street map is on this device');
	// The code that draws streets is fetched with the first map that has them; from then on the browser holds it.
	await context.setOffline(true);
	await host.stop();
	await page.getByRole('button', { name: 'Hide map' }).click();
	await openMap(page);
	await expect.poll(() => paintedTiles(page)).toBeGreaterThan(0);
	const before = await paintedTiles(page);
	await page.getByRole('button', { name: 'Zoom in' }).click();
	await expect.poll(() => paintedTiles(page)).toBeGreaterThan(0);
	expect(before).toBeGreaterThan(0);
	await page.getByRole('button', { name: 'Delete it from this device' }).click();
	await expect(page.locator('.service-map')).toContainText('it cannot be reached now');
	await expect(page.locator('canvas.leaflet-tile')).toHaveCount(0);
	expect(await page.evaluate(() => caches.has('fingerpost-streets'))).toBe(false);
});

test('a half-fetched street map is not kept', async ({ page, host }) => {
	await page.goto(FIND);
	await openMap(page);
	host.fault = (path) => (path === STREETS ? { kind: 'truncated' } : undefined);
	await page.getByRole('button', { name: /^Save the street map \(/ }).click();
	await expect(page.locator('.service-map')).toContainText('could not be saved');
	expect(await page.evaluate(() => caches.has('fingerpost-streets'))).toBe(false);
});

test('where the site cannot send parts of a file, streets are offered once all of it is saved', async ({
	page,
	host
}) => {
	host.site.delete(STREETS);
	host.site.set('map/whole.bin', file);
	await page.route(`**/${STREETS}`, (route) => route.fulfill({ status: 200, body: file }));
	await page.goto(FIND);
	await openMap(page);
	await expect(page.locator('.service-map')).toContainText('once the street map is on this device');
	await page.getByRole('button', { name: /^Save the street map \(/ }).click();
	await expect.poll(() => paintedTiles(page)).toBeGreaterThan(0);
});
