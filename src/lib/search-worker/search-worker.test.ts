import { beforeAll, expect, test, vi } from 'vitest';
import { keystrokes } from '../../bench/search/keystrokes.ts';
import { readQueries } from '../../bench/search/quality.ts';
import { materialFrom } from '../../bench/search/records.ts';
import type { Material } from '../../bench/search/engine.ts';
import { buildFiles } from '../../content/build.ts';
import { createSearch, searchPlaces } from '../directory/search/index.ts';
import { plainVocabulary } from '../directory/find/plain-vocabulary.ts';
import { testCard } from '../directory/service/test-card.ts';
import { DataStore } from '../offline/store/data-store.ts';
import { MemoryShelf } from '../offline/store/shelf.ts';
import { SideSearch, type SentOptions } from './index.ts';
import type { Line } from './messages.ts';
import { serve } from './serve.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const PHRASES = 30;
let material: Material;

beforeAll(async () => {
	const { files } = buildFiles(process.cwd());
	material = await materialFrom(new DataStore(new MemoryShelf(), (name) => Promise.resolve(files.get(name))));
});

/** A search at the other end of a real line, which copies what is sent as a worker's does. */
function connection(other: (line: Line) => void = serve) {
	const { port1, port2 } = new MessageChannel();
	other(port2);
	return {
		line: port1,
		end: () => {
			port1.close();
			port2.close();
		}
	};
}

/** A line that is answered only when the test says so. */
function slowLine() {
	const asked: string[] = [];
	const line: Line = {
		postMessage(message) {
			if (message.type === 'make') line.onmessage?.(new MessageEvent('message', { data: { type: 'ready' } }));
			if (message.type === 'ask') asked.push(message.words);
		},
		onmessage: null
	};
	const say = (data: unknown) => line.onmessage?.(new MessageEvent('message', { data }));
	const answer = () => {
		const place = {};
		const nothing = {
			understood: [],
			emergency: null,
			ambiguous: [],
			results: [],
			nearMisses: [],
			missing: [],
			fallback: [],
			place
		};
		say({ type: 'answer', answer: nothing });
	};
	return { line, asked, answer, say, end: vi.fn() };
}

test('answers beside the page are those of a search in the page, at every key', async () => {
	const { cards, vocabulary, places } = material;
	const beside = await SideSearch.made(connection(), cards, vocabulary, places);
	const here = createSearch(cards, vocabulary, searchPlaces(places));
	const open = Uint8Array.from(cards, (_, index) => index % 3 && 1);
	const openCards = new Set(cards.filter((_, index) => open[index] === 1));
	const typed = keystrokes(readQueries('content/vocabulary/queries.yaml'), PHRASES);
	let compared = 0;
	for (const [index, { text, area }] of typed.entries()) {
		const place: SentOptions = index % 2 ? { near: { lat: 52.6, lon: -1.1 } } : { council: 'east-northamptonshire' };
		const options = { ...place, ...(area && { area }), today: '2026-11-01', limit: 40 };
		const answer = await beside.ask(text, { ...options, open });
		expect(answer).toEqual(here(text, { ...options, open: (card) => openCards.has(card) }));
		for (const { card } of answer?.results ?? []) expect(cards).toContain(card);
		compared += answer?.results.length ?? 0;
	}
	expect(compared).toBeGreaterThan(1000);
	beside.end();
});

test('without places, towns of the records are found', async () => {
	const { cards, vocabulary } = material;
	const beside = await SideSearch.made(connection(), cards, vocabulary, undefined);
	expect(await beside.ask('meeting in kettering')).toEqual(createSearch(cards, vocabulary)('meeting in kettering'));
	beside.end();
});

test('while one question is on its way only the last of the others waits: the search never falls behind', async () => {
	const { line, asked, answer, end } = slowLine();
	const search = await SideSearch.made({ line, end }, [], plainVocabulary(), undefined);
	const answers = ['p', 'pi', 'pin', 'pins'].map((words) => search.ask(words));
	expect(asked).toEqual(['p']);
	answer();
	expect(asked).toEqual(['p', 'pins']);
	answer();
	expect((await Promise.all(answers)).map((each) => each !== undefined)).toEqual([true, false, false, true]);
});

test('a question that fails says so, and the next one is asked all the same', async () => {
	const { line, asked, answer, say, end } = slowLine();
	const search = await SideSearch.made({ line, end }, [], plainVocabulary(), undefined);
	const [first, second] = [search.ask('a'), search.ask('b')];
	say({ type: 'failed', why: 'no memory' });
	await expect(first).rejects.toThrow('no memory');
	expect(asked).toEqual(['a', 'b']);
	answer();
	expect(await second).toBeDefined();
});

test('data that cannot be searched is said, not waited for, and the search is ended', async () => {
	const broken = { ...testCard({ id: 'a' }), name: undefined };
	const { line, end } = connection();
	const ended = vi.fn(end);
	const made = SideSearch.made(
		{ line, end: ended },
		[JSON.parse(JSON.stringify(broken))],
		plainVocabulary(),
		undefined
	);
	await expect(made).rejects.toThrow();
	expect(ended).toHaveBeenCalledOnce();
});

test('when it is ended, what was asked gets no answer and nothing hangs', async () => {
	const { line, end } = slowLine();
	const search = await SideSearch.made({ line, end }, [], plainVocabulary(), undefined);
	const answers = [search.ask('a'), search.ask('b')];
	search.end();
	expect(await Promise.all(answers)).toEqual([undefined, undefined]);
	expect(end).toHaveBeenCalledOnce();
});
