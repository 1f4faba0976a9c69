import { chromium, type Page } from '@playwright/test';
import { browserArgs, browserPath } from '../../../tests/browser.js';
import { bundle } from '../search/bundle.ts';
import type { Material } from '../search/engine.ts';
import type { Keystroke } from '../search/keystrokes.ts';
import { spreadOf, type Spread } from '../timing.ts';

/** A cheap phone is about so much slower than this machine. */
const SLOWER = 6;
const ROUNDS = 5;
const ORIGIN = 'http://localhost:9';
const WORKER = '/worker.mjs';

/** What a browser took, in milliseconds, with its processor throttled by `SLOWER`. */
export interface InBrowser {
	records: number;
	/** The search's own time for a key, in the page: of each the best of a few rounds, because other programs of the machine count in here. */
	keys: Spread;
	/** The same for the very first keys of a visit, after the warm-up: once, so others of the machine show. */
	first: Spread;
	/** From a key to its answer as the find page asks: of each the best of a few rounds. The page is slowed down, the worker is not. */
	answers: Spread;
	/** From the start of making the index in the worker until one could search. */
	build: number;
	/** Tasks of the page over 50 ms meanwhile, as the browser tells them, and the longest of these. */
	longTasks: number;
	longest: number;
}

/** Types into the search in Chromium. */
export async function benchBrowser(
	root: string,
	materials: readonly Material[],
	keys: readonly Keystroke[]
): Promise<InBrowser[]> {
	const code = {
		page: await bundle(`${root}/src/bench/browser/page.ts`, 'page'),
		worker: await bundle(`${root}/src/lib/search-worker/worker.ts`, 'worker')
	};
	const browser = await chromium.launch({ executablePath: browserPath(), args: browserArgs });
	const found: InBrowser[] = [];
	try {
		for (const material of materials) {
			const page = await browser.newPage();
			await serve(page, code, material);
			found.push(await inPage(page, keys));
			await page.close();
		}
	} finally {
		await browser.close();
	}
	return found;
}

async function serve(page: Page, code: { page: string; worker: string }, material: Material): Promise<void> {
	const html = `<!doctype html><title>Search</title><script type="module">
		import { page } from '/page.mjs';
		window.longTasks = [];
		new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
		window.search = page;
	</script>`;
	await page.route(`${ORIGIN}/**`, (route) => {
		const path = new URL(route.request().url()).pathname;
		if (path === '/data') return route.fulfill({ contentType: 'application/json', body: JSON.stringify(material) });
		// By itself, a page may have a clock that is fine enough.
		const headers = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };
		const script = path === '/page.mjs' ? code.page : path === WORKER ? code.worker : undefined;
		if (script) return route.fulfill({ contentType: 'text/javascript', body: script, headers });
		return route.fulfill({ contentType: 'text/html', body: html, headers });
	});
	await page.goto(`${ORIGIN}/`);
	await page.waitForFunction('window.search');
}

async function inPage(page: Page, keys: readonly Keystroke[]): Promise<InBrowser> {
	const session = await page.context().newCDPSession(page);
	const records: number = await page.evaluate('window.search.load("/data")');
	await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
	await page.evaluate('window.longTasks.length = 0');
	const build: number = await page.evaluate(`window.search.build("${WORKER}")`);
	const long: number[] = await page.evaluate('window.longTasks');
	const typed = JSON.stringify(keys);
	const asked = await roundsOf(() => page.evaluate(`window.search.ask(${typed})`));
	await page.evaluate('window.search.buildHere()');
	const first: number[] = await page.evaluate(`window.search.type(${typed})`);
	const warm = await roundsOf(async () => {
		await page.evaluate('window.search.buildHere()');
		return page.evaluate(`window.search.type(${typed})`);
	});
	const best = (rounds: number[][]) =>
		spreadOf(keys.map((_, index) => Math.min(...rounds.map((round) => round[index] ?? 0))));
	return {
		records,
		keys: best(warm),
		first: spreadOf(first),
		answers: best(asked),
		build,
		longTasks: long.length,
		longest: Math.max(0, ...long)
	};
}

async function roundsOf(run: () => Promise<number[]>): Promise<number[][]> {
	const rounds: number[][] = [];
	for (let round = 0; round < ROUNDS; round++) rounds.push(await run());
	return rounds;
}
