import { beforeAll, describe, expect, test, vi } from 'vitest';
import { buildFiles } from '../content/build.ts';
import { DataStore } from '../lib/offline/store/data-store.ts';
import { MemoryShelf } from '../lib/offline/store/shelf.ts';
import type { Engine, Material } from './search/engine.ts';
import { fuse } from './search/engines/fuse.ts';
import { miniSearch } from './search/engines/minisearch.ts';
import { ours } from './search/engines/ours.ts';
import { HELD_OUT, TUNED } from './search/index.ts';
import { keystrokes } from './search/keystrokes.ts';
import { answersOf } from './search/measure.ts';
import { readQueries } from './search/quality.ts';
import { materialFrom } from './search/records.ts';
import { median, timed } from './timing.ts';

/** The benchmark in a small form: ratios in one run, with margins wide enough for a busy machine. Never by the clock. */

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });
let material: Material;

beforeAll(async () => {
	const { files } = buildFiles(process.cwd());
	material = await materialFrom(new DataStore(new MemoryShelf(), (name) => Promise.resolve(files.get(name))));
});

describe('answers to searches that nobody looked at while the search was made', () => {
	const held = readQueries(HELD_OUT);

	test('nine in ten show the right help among the first three, and none finds nothing', () => {
		const { plain } = answersOf(ours, material, held);
		expect(plain.firstThree).toBeGreaterThan(0.9);
		expect(plain.nothing).toBe(0);
	});

	test('clearly more are right than with MiniSearch, even when it knows our vocabulary as synonyms', () => {
		const own = answersOf(ours, material, held).plain;
		const other = answersOf(miniSearch, material, held).helped;
		expect(own.firstThree - other.firstThree).toBeGreaterThan(0.04);
		expect(own.first - other.first).toBeGreaterThan(0.08);
	});
});

test('a keystroke costs a small part of what it costs plain Fuse', () => {
	const keys = keystrokes(readQueries(TUNED), 20).filter((_, index) => index % 16 === 0);
	const find = (engine: Engine) => engine.build(material);
	const [own, plain] = [find(ours), find(fuse)];
	// The code is warm before anything is compared.
	for (const { text, area } of keys) own(text, area);
	const fresh = find(ours);
	const pairs = keys.map(({ text, area }) => ({
		own: timed(() => fresh(text, area)).ms,
		plain: timed(() => plain(text, area)).ms
	}));
	const ratio = median(pairs.map((pair) => pair.plain)) / median(pairs.map((pair) => pair.own));
	expect(ratio).toBeGreaterThan(8);
});
