import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWholeFragment } from './whole-fragment.ts';

test('a fragment that a browser made is whole, one that was cut in a letter is not', () => {
	fc.assert(
		fc.property(fc.webFragments(), (fragment) => {
			expect(isWholeFragment(`#${fragment}`)).toBe(true);
		})
	);
	for (const cut of ['#%', '#%E0%A4%A', '#q=%C3']) expect(isWholeFragment(cut)).toBe(false);
});
