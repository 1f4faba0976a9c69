import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slipsBetween } from './near-words.ts';

test('a letter left out, put in, changed, or two that changed places is one slip', () => {
	expect(slipsBetween('crby', 'corby', 2)).toBe(1);
	expect(slipsBetween('corrby', 'corby', 2)).toBe(1);
	expect(slipsBetween('carby', 'corby', 2)).toBe(1);
	expect(slipsBetween('cobry', 'corby', 2)).toBe(1);
	expect(slipsBetween('oundel', 'oundle', 2)).toBe(1);
	expect(slipsBetween('corby', 'corby', 0)).toBe(0);
});

test('counting stops past the limit', () => {
	expect(slipsBetween('corby', 'leicester', 2)).toBe(3);
	expect(slipsBetween('', 'abc', 1)).toBe(2);
});

test('is the same both ways, whatever the limit', () => {
	const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
	fc.assert(
		fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, limit) => {
			expect(slipsBetween(a, b, limit)).toBe(slipsBetween(b, a, limit));
			expect(slipsBetween(a, b, limit)).toBe(Math.min(slipsBetween(a, b, 9), limit + 1));
		})
	);
});
