import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isCards, isWholes } from '../../../data/guards.ts';
import { parseData } from './parse-data.ts';

/** Files that look like ours and are not: a hash would have refused them, and still nothing may throw. */
const nearly = fc.oneof(
	fc.record({ shapes: fc.array(fc.jsonValue()), texts: fc.array(fc.jsonValue()), value: fc.jsonValue() }),
	fc.record({ like: fc.jsonValue(), rows: fc.array(fc.jsonValue()), rest: fc.array(fc.jsonValue()) })
);

test('whatever stands in a data file, reading it does not throw, and a guard can look at it', () => {
	fc.assert(
		fc.property(
			fc.oneof(
				fc.string(),
				fc.json(),
				nearly.map((value) => JSON.stringify(value))
			),
			(text) => {
				const value = parseData(text);
				expect([isCards(value), isWholes(value)]).toHaveLength(2);
			}
		)
	);
});

test('a file that is enormous, or nested without end, is no data', () => {
	expect(parseData('['.repeat(200_000))).toBeUndefined();
	const deep = `${'[0,'.repeat(50_000)}[0]${']'.repeat(50_000)}`;
	expect(() => parseData(`{"shapes":[],"texts":[],"value":${deep}}`)).not.toThrow();
	expect(parseData(undefined)).toBeUndefined();
});

test('a key that reaches for an object’s own machinery is a key like any other', () => {
	const value = parseData('{"shapes":[["__proto__","constructor"]],"texts":[],"value":[1,"x","y"]}');
	expect(Object.keys(Object(value)).sort()).toEqual(['__proto__', 'constructor']);
	expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
});
