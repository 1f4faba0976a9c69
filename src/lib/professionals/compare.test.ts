import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromFragment, MOST, toFragment } from './compare.ts';

const word = fc.stringMatching(/^[a-z0-9]{1,8}$/);
const id = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join('-'));

test('ids to a fragment and back are the same ids', () => {
	fc.assert(
		fc.property(fc.uniqueArray(id, { maxLength: MOST }), (ids) => {
			expect(fromFragment(`#${toFragment(ids)}`)).toEqual(ids);
		})
	);
});

test('any string gives at most three ids, each a possible one, and never throws', () => {
	fc.assert(
		fc.property(fc.string({ maxLength: 1000 }), (text) => {
			const ids = fromFragment(`ids=${text}`);
			expect(ids.length).toBeLessThanOrEqual(MOST);
			for (const each of ids) expect(each).toMatch(/^[a-z0-9-]+$/);
		})
	);
});

test('the first three count, and doubles once', () => {
	expect(fromFragment('#ids=a,b,a,c,d')).toEqual(['a', 'b', 'c']);
	expect(fromFragment('#area=essex&ids=a')).toEqual(['a']);
	expect(fromFragment('')).toEqual([]);
});
