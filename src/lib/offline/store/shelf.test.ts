import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CacheShelf } from './shelf.ts';

const FOLDER = 'https://fingerpost.test/data/';
const TEXT = '[{"id":"a"}]';
const NAME = `essex.cards-0.${createHash('sha256').update(TEXT).digest('hex').slice(0, 12)}.json`;

/** What the browser keeps, by address, and how often it was written. */
let kept: Map<string, Response>;
let written: string[];
/** Answers that the next reads give in place of what is kept. */
let spoilt: (string | Error)[];

const cache = {
	match(address: string) {
		const next = spoilt.shift();
		if (next instanceof Error) return Promise.reject(next);
		return Promise.resolve(next === undefined ? kept.get(address)?.clone() : new Response(next));
	},
	put(address: string, response: Response) {
		written.push(address);
		kept.set(address, response);
		return Promise.resolve();
	},
	delete: (address: string) => Promise.resolve(kept.delete(address)),
	keys: () => Promise.resolve([...kept.keys()].map((url) => new Request(url)))
};

beforeEach(() => {
	kept = new Map();
	written = [];
	spoilt = [];
	vi.stubGlobal('caches', { open: () => Promise.resolve(cache) });
});
afterEach(() => vi.unstubAllGlobals());

test('gives what was put there, also on the next visit', async () => {
	expect(await (await CacheShelf.open(FOLDER)).put(NAME, TEXT)).toBe(true);
	const later = await CacheShelf.open(FOLDER);
	expect(later.lasting).toBe(true);
	expect(await later.names()).toEqual([NAME]);
	expect(await later.get(NAME)).toBe(TEXT);
});

test('a file that is there is not written anew: leaving the page in that moment would lose it', async () => {
	const shelf = await CacheShelf.open(FOLDER);
	await shelf.put(NAME, TEXT);
	expect(await shelf.put(NAME, TEXT)).toBe(true);
	expect(written).toHaveLength(1);
});

test('the index and the time are written each time: their names do not say what must be in them', async () => {
	const shelf = await CacheShelf.open(FOLDER);
	await shelf.put('index.json', '{"version":"1"}');
	await shelf.put('index.json', '{"version":"2"}');
	expect(await shelf.get('index.json')).toBe('{"version":"2"}');
});

test('a read that fails or comes short once is tried once more', async () => {
	const shelf = await CacheShelf.open(FOLDER);
	await shelf.put(NAME, TEXT);
	for (const trouble of [new Error('No memory'), TEXT.slice(0, 5)]) {
		spoilt = [trouble];
		expect(await shelf.get(NAME)).toBe(TEXT);
	}
});

test('a file that is spoilt counts as missing, and the next whole one takes its place', async () => {
	kept.set(FOLDER + NAME, new Response('half a fi'));
	const shelf = await CacheShelf.open(FOLDER);
	expect(await shelf.get(NAME)).toBeUndefined();
	expect(await shelf.put(NAME, TEXT)).toBe(true);
	expect(await shelf.get(NAME)).toBe(TEXT);
});

test('where the browser has no such store or refuses it, all is kept for this visit only', async () => {
	vi.stubGlobal('caches', { open: () => Promise.reject(new Error('Refused')) });
	const shelf = await CacheShelf.open(FOLDER);
	expect(shelf.lasting).toBe(false);
	await shelf.put(NAME, TEXT);
	expect(await shelf.get(NAME)).toBe(TEXT);
});
