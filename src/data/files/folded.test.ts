import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, isFolded, unfold } from './folded.ts';

/** Values with the same few texts and keys again and again, as data has them. */
const repeating = fc.letrec((tie) => ({
	value: fc.oneof(
		{ maxDepth: 5 },
		fc.constantFrom('a text that is said often', 'another such text', 'short', ''),
		fc.integer(),
		fc.boolean(),
		fc.constant(null),
		fc.array(tie('value'), { maxLength: 5 }),
		fc.dictionary(fc.constantFrom('id', 'text', 'steps', '1', 'to'), tie('value'), { maxKeys: 4 })
	)
})).value;

test('what is folded comes back as it was, through JSON', () => {
	fc.assert(
		fc.property(fc.oneof(repeating, fc.jsonValue()), (value) => {
			const folded: unknown = JSON.parse(JSON.stringify(fold(value)));
			if (!isFolded(folded)) throw new Error('not folded');
			expect(JSON.stringify(unfold(folded))).toBe(JSON.stringify(value));
		})
	);
});

test('a text that is said more than once is written once', () => {
	const text = 'Ring the drug and alcohol service.';
	expect(JSON.stringify(fold([{ text }, { text }, { text }])).split(text)).toHaveLength(2);
});

test('whatever stands in a folded file, unfolding it does not throw', () => {
	fc.assert(
		fc.property(fc.array(fc.jsonValue()), fc.array(fc.jsonValue()), fc.jsonValue(), (shapes, texts, value) => {
			const file: unknown = JSON.parse(JSON.stringify({ shapes, texts, value }));
			expect(() => isFolded(file) && unfold(file)).not.toThrow();
		})
	);
});
