import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endsInWord, MAX_LENGTH, normalise, singular, wordsOf } from './normalise.ts';

test.each([
	["Can't WAKE him!!", 'cant wake him'],
	['d.t.s.', 'dts'],
	['D.T’s', 'dts'],
	['O.D.', 'od'],
	['A&E', 'a and e'],
	['co-codamol 30/500', 'co codamol 30 500'],
	['  café   naïve ', 'cafe naive'],
	['<script>alert("x")</script>', 'script alert x script'],
	['LGBTQ+', 'lgbtq'],
	['🤢 pins\u202E?', 'pins'],
	['ﬁt', 'fit'],
	['', '']
])('%j is read as %j', (typed, read) => {
	expect(normalise(typed)).toBe(read);
});

test('whatever is typed, letters, digits and single spaces are left, and reading it again changes nothing', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (typed) => {
			const read = normalise(typed);
			expect(read).toMatch(/^([\p{L}\p{N}]+( [\p{L}\p{N}]+)*)?$/u);
			expect(normalise(read)).toBe(read.slice(0, MAX_LENGTH).trim());
			expect(endsInWord(`${typed}a`)).toBe(true);
			expect(endsInWord(`${typed} `)).toBe(false);
		}),
		{ numRuns: 2000 }
	);
});

test('text of any length is cut, so that pasting a book costs nothing', () => {
	expect(normalise('pins '.repeat(10_000)).length).toBeLessThanOrEqual(MAX_LENGTH);
});

test.each([
	['needles', 'needle'],
	['pharmacies', 'pharmacy'],
	['crutches', 'crutch'],
	['dts', 'dts'],
	['virus', 'virus'],
	['hepatitis', 'hepatitis'],
	['abscess', 'abscess']
])('%s without its plural is %s', (word, single) => {
	expect(singular(word)).toBe(single);
});

test('no words in an empty text', () => {
	expect(wordsOf('')).toEqual([]);
});
