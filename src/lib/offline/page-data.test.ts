import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBlock, toDataBlock } from './page-data.ts';

test('a block gives back what was put in, for its own page only', () => {
	fc.assert(
		fc.property(fc.webPath(), fc.jsonValue(), (path, data) => {
			const block = toDataBlock(path, data);
			expect(readBlock(block, path)).toEqual(JSON.parse(JSON.stringify(data)));
			expect(readBlock(block, `${path}x`)).toBeUndefined();
		})
	);
});

test('no text in a block can end it or start a tag', () => {
	fc.assert(
		fc.property(fc.string(), fc.constantFrom('</script>', '<script>', '<!--', ']]>', '</SCRIPT '), (text, tag) => {
			expect(toDataBlock('/', { text: text + tag + text })).not.toContain('<');
		})
	);
});

test('whatever stands in a block, reading it does not throw', () => {
	fc.assert(
		fc.property(fc.oneof(fc.string(), fc.json(), fc.constant(undefined)), (text) => {
			expect(() => readBlock(text, '/')).not.toThrow();
		})
	);
});
