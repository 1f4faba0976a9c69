import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AREAS, TAXONOMY_TERMS } from '../../../data/terms.ts';
import { EMPTY, findAddress, fromFragment, toFragment, WAYS, WHO, type FindState } from './find-state.ts';

const text = fc.string({ maxLength: 60 }).map((value) => value.trim());
const state: fc.Arbitrary<FindState> = fc
	.record(
		{
			words: text,
			near: text,
			area: fc.constantFrom(...AREAS),
			kinds: fc.subarray([...TAXONOMY_TERMS]),
			who: fc.subarray([...WHO]),
			ways: fc.subarray([...WAYS]),
			openNow: fc.boolean()
		},
		{ requiredKeys: ['words', 'near', 'kinds', 'who', 'ways', 'openNow'] }
	)
	.map((each) => ({ ...each }));

describe('the address of the find page', () => {
	it('gives back the state that it was made from', () => {
		fc.assert(
			fc.property(state, (each) => {
				expect(fromFragment(toFragment(each))).toEqual(each);
			})
		);
	});

	it('is safe whatever stands after the #', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 5000 }), (fragment) => {
				const read = fromFragment(fragment);
				expect(read.words.length).toBeLessThanOrEqual(200);
				expect(read.near.length).toBeLessThanOrEqual(200);
				expect(fromFragment(toFragment(read))).toEqual(read);
			})
		);
	});

	it('leaves out choices that do not exist', () => {
		expect(fromFragment('#kind=detox%20<script>&who=me%20nobody&way=teleport&area=atlantis')).toEqual({
			...EMPTY,
			kinds: ['detox'],
			who: ['me']
		});
	});

	it('never puts what is asked before the #', () => {
		fc.assert(
			fc.property(state, (each) => {
				const url = new URL(findAddress('/find/', each), 'https://example.org');
				expect(url.pathname + url.search).toBe('/find/');
			})
		);
	});
});
