import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areasOf, packId, packsOf } from '../../../data/files/packs.ts';
import { DATA_SCHEMA } from '../../../data/record.ts';
import { filesOf } from '../../../data/files/data-files.ts';
import { isNewerShape, parseIndex } from './data-index.ts';
import { parseJson } from './parse-json.ts';

const pack = (...hashes: string[]) => ({ cards: hashes, details: hashes, records: 1, bytes: 1 });
const index = {
	schema: DATA_SCHEMA,
	version: '0123456789ab',
	made: '2026-01-01',
	packs: {
		essex: pack('00000000aaaa'),
		'essex.pharmacies': pack('00000000bbbb'),
		'essex.thurrock': pack('00000000cccc'),
		thurrock: pack('00000000dddd')
	},
	files: { areas: '00000000eeee' },
	areas: { rutland: '00000000ffff' },
	moved: { gone: { name: 'Gone', why: 'closed' } }
};
const text = JSON.stringify(index);

test('an area needs its own packs, those it shares, and the files for everyone', () => {
	const parsed = parseIndex(text);
	const roles = parsed && filesOf(parsed, ['thurrock']).map((name) => name.split('-')[0]?.replace(/\.0.*$/, ''));
	expect(new Set(roles)).toEqual(
		new Set(['areas', 'essex.thurrock.cards', 'essex.thurrock.details', 'thurrock.cards', 'thurrock.details'])
	);
});

describe('whatever an index holds, it is read or refused, and nothing throws', () => {
	test('any text', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.json()), (any) => {
				expect(() => [parseIndex(any), isNewerShape(any), parseJson(any)]).not.toThrow();
			})
		);
	});

	test('an index with one part put wrong', () => {
		fc.assert(
			fc.property(
				fc.constantFrom('schema', 'version', 'made', 'packs', 'files', 'moved', 'areas'),
				fc.jsonValue(),
				(key, value) => {
					fc.pre(!(typeof value === 'object' && value !== null) && value !== DATA_SCHEMA);
					fc.pre(!(key === 'made' && typeof value === 'string'));
					fc.pre(!(key === 'version' && typeof value === 'string' && /^[0-9a-f]{8,64}$/.test(value)));
					expect(parseIndex(JSON.stringify({ ...index, [key]: value }))).toBeUndefined();
				}
			)
		);
	});

	test.each([
		{ packs: { essex: { cards: ['../../x'], details: [] } } },
		{ packs: { essex: { cards: 'x', details: [] } } },
		{ files: { areas: 'https://evil.example/' } },
		{ areas: { rutland: '../../x' } },
		{ areas: [] },
		{ moved: { gone: null } },
		{ moved: { gone: { name: {}, why: 'closed' } } },
		{ moved: { gone: { name: 'x', why: '<script>' } } }
	])('%j', (part) => {
		expect(parseIndex(JSON.stringify({ ...index, ...part }))).toBeUndefined();
	});
});

test('data in a newer shape is known as such, in an older or another it is not', () => {
	expect(isNewerShape(JSON.stringify({ schema: DATA_SCHEMA + 1 }))).toBe(true);
	for (const schema of [DATA_SCHEMA, DATA_SCHEMA - 1, 'x', null])
		expect(isNewerShape(JSON.stringify({ schema }))).toBe(false);
});

test('packs are found by any of their areas', () => {
	const packs = [packId(['essex'], false), packId(['essex'], true), packId(['essex', 'thurrock'], false), 'thurrock'];
	expect(packsOf(packs, ['thurrock'])).toEqual(['essex.thurrock', 'thurrock']);
	expect(packsOf(packs, packs)).toEqual(packs);
	expect(areasOf(packs)).toEqual(['essex', 'thurrock']);
});
