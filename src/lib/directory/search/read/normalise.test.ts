import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endsInWord, MAX_LENGTH, normalise, normaliseAny, singular, wordsOf } from './normalise.ts';

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

test('the short way for common characters reads a text as the long way for any characters does', () => {
	const common = fc.constantFrom(
		...'abzAZ059 .,&\'"`-_\t\0\x7f',
		'’',
		'‘',
		'–',
		'…',
		'\u0301',
		'\u036f',
		'é',
		'İ',
		'ﬁ',
		'K'
	);
	const rare = fc.constantFrom('ß', '🤢', 'ʼ', '´', 'Ω', '日', '٣', '½', '\u0483');
	const text = fc.oneof(fc.string({ unit: common }), fc.string({ unit: fc.oneof(common, rare) }));
	fc.assert(
		fc.property(text, (typed) => {
			expect(normalise(typed)).toBe(normaliseAny(typed.slice(0, MAX_LENGTH).normalize('NFKD')));
			expect(endsInWord(typed)).toBe(/[\p{L}\p{N}]$/u.test(typed));
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
