import { expect, test } from 'vitest';
import { bucketOf } from '../../src/data/files/buckets.ts';
import { isCards, isDataIndex, isWholes } from '../../src/data/guards.ts';
import type { DataIndex } from '../../src/data/record.ts';
import { compile } from '../../src/content/compile/index.ts';
import { readContent } from '../../src/content/read/index.ts';
import { readMapSources } from '../../src/content/read/map-sources.ts';
import { readPlaceTables } from '../../src/content/read/place-tables.ts';
import { fileName } from '../../src/data/files/data-files.ts';
import { INDEX } from '../../src/lib/offline/store/data-index.ts';
import { DataStore } from '../../src/lib/offline/store/data-store.ts';
import { parseData } from '../../src/lib/offline/store/parse-data.ts';
import { MemoryShelf } from '../../src/lib/offline/store/shelf.ts';
import { sizeOf } from '../built/files.ts';
import { report } from './report.ts';

/** Budget of DESIGN.md, in bytes of gzip: what a returning phone downloads after one record changed. */
const CHANGED_RECORD = 10_000;

const content = readContent('.');
const tables = readPlaceTables('.');
const shapes = readMapSources('.');
const { files } = compile(content, tables, shapes);
const index = indexOf(files);

function indexOf(built: ReadonlyMap<string, string>): DataIndex {
	const value: unknown = JSON.parse(built.get(INDEX) ?? '');
	if (!isDataIndex(value)) throw new Error('The compiled index is not an index.');
	return value;
}

const gzip = (text: string) => sizeOf(text).gzip;
const sizes = new Map([...files].map(([name, text]) => [name, gzip(text)]));

/** Files that hold a part of this service: one of cards and one of details in each pack that has it. */
function filesWith(id: string): string[] {
	return Object.entries(index.packs).flatMap(([area, { cards, details }]) => {
		const name = (part: string, hashes: string[]) => {
			const bucket = bucketOf(id, hashes.length);
			return fileName(`${area}.${part}-${bucket}`, hashes[bucket] ?? '');
		};
		const cardFile = name('cards', cards);
		const list = parseData(files.get(cardFile) ?? '[]');
		if (isWholes(list)) return list.some(({ card }) => card.id === id) ? [cardFile] : [];
		const has = isCards(list) && list.some((card) => card.id === id);
		return has ? [cardFile, name('details', details)] : [];
	});
}

const published = content.services
	.map(({ record }) => record)
	.filter(({ listing }) => listing === 'listed' || listing === 'confirm-first');

test('a change to any one record costs a returning phone at most 10 KB, with every area saved', () => {
	const costs = published.map(({ id }) => ({
		id,
		bytes: [INDEX, ...filesWith(id)].reduce((all, name) => all + (sizes.get(name) ?? 0), 0)
	}));
	const dearest = costs.sort((a, b) => b.bytes - a.bytes);
	expect(costs.every(({ bytes }) => bytes > 1_000)).toBe(true);
	const [worst] = dearest;
	const middle = dearest[Math.floor(dearest.length / 2)];
	report('changed record', { [`worst (${worst?.id})`]: worst?.bytes ?? 0, middle: middle?.bytes ?? 0 });
	expect(worst?.bytes).toBeLessThanOrEqual(CHANGED_RECORD);
});

test('a corrected phone number costs a phone that has the rest only the files that hold its record, and the index', async () => {
	const changed = content.services.map((each) => ({ ...each, record: structuredClone(each.record) }));
	const service = changed.find(
		({ record }) => record.listing === 'confirm-first' && record.phones?.[0]?.number.startsWith('0')
	);
	const phone = service?.record.phones?.[0];
	if (!service || !phone) throw new Error('No published record has a phone number.');
	phone.number = '020 7946 0991';
	const after = compile({ ...content, services: changed }, tables, shapes).files;
	const shelf = new MemoryShelf();
	await new DataStore(shelf, (name) => Promise.resolve(files.get(name))).refresh(1);
	const asked: string[] = [];
	const returning = new DataStore(shelf, (name) => {
		asked.push(name);
		return Promise.resolve(after.get(name));
	});
	expect((await returning.refresh(2)).state).toBe('saved');
	const roles = (names: string[]) => names.map((name) => name.replace(/\.[0-9a-f]+\.json$/, '')).sort();
	expect(roles(asked)).toEqual(roles([INDEX, ...filesWith(service.record.id)]));
	const bytes = asked.reduce((all, name) => all + gzip(after.get(name) ?? ''), 0);
	report('corrected phone number', { [service.record.id]: bytes });
	expect(bytes).toBeLessThanOrEqual(CHANGED_RECORD);
});
