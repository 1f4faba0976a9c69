import { chromium } from '@playwright/test';
import { browserArgs, browserPath } from '../browser.js';
import { builtSite, Host } from '../server/host.ts';

/**
 * How long a cheap phone on a poor line waits: `npm run throttled`, by hand, on a quiet machine. A figure to report and no
 * test: it depends on the machine. Each run is a first visit, in a browser that has nothing.
 */
const SLOWER_CPU = 6;
const ROUND_TRIP_MS = 400;
const BYTES_PER_SECOND = 400_000 / 8;
const RUNS = 5;

/** What must be on the screen: the first step of the emergency page, the search box of home. */
const PAGES = [
	{ path: '/now/', what: 'the emergency page’s first step', selector: 'main ol li' },
	{ path: '/', what: 'home’s search box', selector: 'main input[type="search"]' }
] as const;

const host = await new Host(builtSite()).start();
const browser = await chromium.launch({ executablePath: browserPath(), args: browserArgs });
for (const { path, what, selector } of PAGES) {
	const times: number[] = [];
	for (let run = 0; run < RUNS; run++) times.push(await firstShown(path, selector));
	const sorted = [...times].sort((a, b) => a - b);
	const median = sorted[Math.floor(RUNS / 2)] ?? Number.NaN;
	process.stdout.write(
		`${what}: median ${(median / 1000).toFixed(2)} s of ${sorted.map((ms) => (ms / 1000).toFixed(2)).join(', ')}\n`
	);
}
await browser.close();
await host.stop();

/** Milliseconds from the start of the visit until the first frame after which the element is there and drawn. */
async function firstShown(path: string, selector: string): Promise<number> {
	const context = await browser.newContext({
		viewport: { width: 360, height: 740 },
		deviceScaleFactor: 2,
		isMobile: true,
		// What waits for the element is a text to the page, which its policy would refuse.
		bypassCSP: true
	});
	const page = await context.newPage();
	const devtools = await context.newCDPSession(page);
	await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_CPU });
	await devtools.send('Network.enable');
	await devtools.send('Network.emulateNetworkConditions', {
		offline: false,
		latency: ROUND_TRIP_MS,
		downloadThroughput: BYTES_PER_SECOND,
		uploadThroughput: BYTES_PER_SECOND
	});
	await page.addInitScript(`
		const look = () => {
			const painted = performance.getEntriesByName('first-contentful-paint').length > 0;
			const element = document.querySelector(${JSON.stringify(selector)});
			if (painted && element?.checkVisibility()) window.shownAt ??= performance.now();
			else requestAnimationFrame(look);
		};
		requestAnimationFrame(look);`);
	await page.goto(`${host.origin}${path}`, { waitUntil: 'commit' });
	const shown = await page.waitForFunction('window.shownAt', undefined, { timeout: 120_000, polling: 100 });
	const at: unknown = await shown.jsonValue();
	await context.close();
	if (typeof at !== 'number') throw new Error(`${path} did not show ${selector}.`);
	return at;
}
