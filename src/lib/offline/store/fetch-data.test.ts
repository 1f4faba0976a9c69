import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fetchFrom, matchesName, type Network } from './fetch-data.ts';

const TEXT = '[{"id":"a"}]';
const nameOf = (text: string) => `cards.${createHash('sha256').update(text).digest('hex').slice(0, 12)}.json`;
const NAME = nameOf(TEXT);

const json = (text: string, status = 200) =>
	new Response(text, { status, headers: { 'content-type': 'application/json; charset=utf-8' } });

/** A network that answers in order; the last answer is given for ever. Says how it was asked. */
function network(...answers: (() => Response | Promise<Response>)[]) {
	const asked: RequestInit[] = [];
	const waited: number[] = [];
	const net: Network = {
		fetch: async (_url, init) => {
			asked.push(init ?? {});
			const answer = answers[Math.min(asked.length, answers.length) - 1];
			if (!answer) throw new TypeError('no answer');
			return answer();
		},
		wait: (ms) => {
			waited.push(ms);
			return Promise.resolve();
		},
		online: () => true
	};
	return { net, asked, waited };
}

const drop = () => {
	throw new TypeError('Failed to fetch');
};

describe('a data file', () => {
	test('is given when it is whole and true', async () => {
		const { net, asked } = network(() => json(TEXT));
		expect(await fetchFrom('/data/', net)(NAME)).toBe(TEXT);
		expect(asked[0]).toMatchObject({ credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer' });
	});

	test.each([
		['an error page', () => json(TEXT, 404), 1],
		['a failing server', () => json(TEXT, 503), 3],
		['HTML in its place', () => new Response('<h1>Sign in</h1>', { headers: { 'content-type': 'text/html' } }), 1],
		['half of it', () => json(TEXT.slice(0, 5)), 3],
		['another text', () => json('[{"id":"b"}]'), 3],
		['no connection', drop, 3]
	])('is not given for %s', async (_what, answer, times) => {
		const { net, asked } = network(answer);
		expect(await fetchFrom('/data/', net)(NAME)).toBeUndefined();
		expect(asked).toHaveLength(times);
	});

	test('is asked for again when a request was dropped, past the browser’s own cache', async () => {
		const { net, asked, waited } = network(
			drop,
			() => json(TEXT.slice(1)),
			() => json(TEXT)
		);
		expect(await fetchFrom('/data/', net)(NAME)).toBe(TEXT);
		expect(asked.map(({ cache }) => cache)).toEqual(['default', 'reload', 'reload']);
		expect(waited).toHaveLength(2);
	});

	test('is not asked for again when the device knows that it is offline', async () => {
		const { net, asked } = network(drop);
		expect(await fetchFrom('/data/', { ...net, online: () => false })(NAME)).toBeUndefined();
		expect(asked).toHaveLength(1);
	});
});

test('the index is always asked of the origin, and half of it is not taken', async () => {
	const { net, asked } = network(
		() => json('{"schema":1,'),
		() => json('{"schema":1}')
	);
	expect(await fetchFrom('/data/', net)('index.json')).toBe('{"schema":1}');
	expect(asked[0]?.cache).toBe('no-cache');
});

test('a text matches only the name made from it', async () => {
	await fc.assert(
		fc.asyncProperty(fc.string(), fc.string(), async (text, other) => {
			expect(await matchesName(nameOf(text), text)).toBe(true);
			fc.pre(text !== other);
			expect(await matchesName(nameOf(text), other)).toBe(false);
		})
	);
});

test('a name without a hash matches nothing', async () => {
	for (const name of ['', 'cards.json', 'cards..json', 'cards.0.json', '../cards.zz.json'])
		expect(await matchesName(name, TEXT)).toBe(false);
});
