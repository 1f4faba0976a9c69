import { expect, test } from 'vitest';
import { isDataIndex } from '../../src/data/guards.ts';
import { areasOf } from '../../src/data/packs.ts';
import { filesOf } from '../../src/lib/offline/data-index.ts';
import { builtFiles, readBuilt, sum, wireSize, type Size } from '../built/files.ts';
import { report } from './report.ts';

/**
 * In bytes of gzip (1 KB = 1000 bytes: the strict reading). DESIGN.md asks for 400 KB for one area. That goal is not met
 * since the pathway (59 KB), the system map and the map's code (85 KB) are part of it: this holds the line where it
 * stands until it is (ARCHITECTURE.md, "Budgets").
 */
const ONE_AREA = 560_000;
const ALL_AREAS = 900_000;
/** For everyone, wherever they live: its pack is part of what one area needs. */
const NATIONAL = 'national';

const index = readIndex();
const app = appSize();

function readIndex() {
	const value: unknown = JSON.parse(readBuilt('data/index.json').toString());
	if (!isDataIndex(value)) throw new Error('build/data/index.json is not an index.');
	return value;
}

/** The service worker and every file that it keeps. */
function appSize(): Size {
	const worker = readBuilt('service-worker.js').toString();
	const files = [...worker.matchAll(/\{"url":"\/([^"]*)","revision":/g)].map(([, url = '']) =>
		url === '' || url.endsWith('/') ? `${url}index.html` : url
	);
	expect(files.length).toBeGreaterThan(10);
	return sum(['service-worker.js', ...files].map(wireSize));
}

const dataSize = (areas: string[]) =>
	sum(['index.json', ...new Set(filesOf(index, areas))].map((name) => wireSize(`data/${name}`)));

test.each(areasOf(Object.keys(index.packs)))(
	'everything offline for %s, with the national lines, is within 560 KB',
	(area) => {
		const data = dataSize([area, NATIONAL]);
		const all = sum([app, data]);
		report(`offline, ${area}`, { app: app.gzip, data: data.gzip, 'all gzip': all.gzip, 'all brotli': all.brotli });
		expect(all.gzip).toBeLessThanOrEqual(ONE_AREA);
	}
);

test('everything offline for all areas is within 900 KB', () => {
	const data = dataSize(Object.keys(index.packs));
	const all = sum([app, data]);
	report('offline, all areas', { app: app.gzip, data: data.gzip, 'all gzip': all.gzip, 'all brotli': all.brotli });
	expect(all.gzip).toBeLessThanOrEqual(ALL_AREAS);
});

test('every data file that the index names is built, and no other', () => {
	const named = new Set(filesOf(index, Object.keys(index.packs)));
	const built = builtFiles().filter((file) => /^data\/[^/]+\.[0-9a-f]{12}\.json$/.test(file));
	expect(built.map((file) => file.slice('data/'.length)).sort()).toEqual([...named].sort());
});
