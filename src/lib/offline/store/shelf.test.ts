import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CacheShelf } from './shelf.ts';

const FOLDER = 'https://fingerpost.test/data/';
const TEXT = '[{"id":"a"}]';
const NAME = `essex.cards-0.${createHash('sha256').update(TEXT).digest('hex').slice(0, 12)}.json`;

/** What the browser keeps, by address. */
let kept: Map<string, Response>;

const cache = {
	match: (address: string) => Promise.resolve(kept.get(address)?.clone()),
	put: (address: string, response: Response) => Promise.resolve(void kept.set(address, response)),
	delete: (address: string) => Promise.resolve(kept.delete(address)),
	keys: () => Promise.resolve([...kept.keys()].map((url) => new Request(url)))
};

beforeEach(() => {
	kept = new Map();
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

test('a newer index takes the place of the one before', async () => {
	const shelf = await CacheShelf.open(FOLDER);
	await shelf.put('index.json', '{"version":"1"}');
	await shelf.put('index.json', '{"version":"2"}');
	expect(await shelf.get('index.json')).toBe('{"version":"2"}');
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
