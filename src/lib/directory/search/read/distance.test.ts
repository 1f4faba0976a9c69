import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance } from './distance.ts';

test.each([
	['herion', 'heroin', 1],
	['loughborugh', 'loughborough', 1],
	['kettamine', 'ketamine', 1],
	['weed', 'need', 1],
	['overdose', 'overdoes', 1],
	['pins', 'pins', 0]
])('%s and %s are %i apart', (a, b, edits) => {
	expect(editDistance(a, b, 3)).toBe(edits);
});

test('it stops counting once there are too many', () => {
	expect(editDistance('alcohol', 'heroin', 2)).toBe(3);
	expect(editDistance('a', 'abcdefgh', 2)).toBe(3);
});

test('it is the same both ways, and one slip is never more than one', () => {
	const word = fc.stringMatching(/^[a-z]{1,12}$/);
	fc.assert(
		fc.property(word, word, fc.nat(), (a, b, at) => {
			expect(editDistance(a, b, 20)).toBe(editDistance(b, a, 20));
			const cut = at % a.length;
			expect(editDistance(a, a.slice(0, cut) + a.slice(cut + 1), 1)).toBe(1);
		})
	);
});

test('to stop early changes no count up to the most that is asked for', () => {
	const letter = fc.constantFrom('a', 'b', 'c');
	const word = fc.string({ unit: letter, maxLength: 12 });
	fc.assert(
		fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, most) => {
			expect(editDistance(a, b, most)).toBe(Math.min(editDistance(a, b, 20), most + 1));
		}),
		{ numRuns: 2000 }
	);
});
