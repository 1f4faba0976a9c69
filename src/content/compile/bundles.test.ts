import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { bundleParts, bundleRole, EVERYONE, fileName, filesOf, toolFiles } from '../../data/files/data-files.ts';
import { areasOf } from '../../data/files/packs.ts';
import { buildFiles } from '../build.ts';
import { bundlesFor, INDEX, parseIndex } from '../../lib/offline/store/data-index.ts';

const { files } = buildFiles(process.cwd());
const index = parseIndex(files.get(INDEX));
if (!index) throw new Error('The compiled index is not an index.');
const areas = areasOf(Object.keys(index.packs));

test('a bundle gives back each of its files byte for byte', () => {
	for (const [key, parts] of bundleParts(index)) {
		const text = files.get(fileName(bundleRole(key), index.bundles?.[key] ?? '')) ?? '';
		const lists: unknown = JSON.parse(text);
		expect(Array.isArray(lists) && lists.length).toBe(parts.length);
		for (const [i, name] of parts.entries()) {
			const part = JSON.stringify(Array.isArray(lists) ? lists[i] : undefined);
			expect(part, name).toBe(files.get(name));
			expect(name).toContain(createHash('sha256').update(part).digest('hex').slice(0, 12));
		}
	}
});

test.each(areas)('the bundles of %s and of everyone hold all that a person there needs, once, and nothing for work', (area) => {
	const parts = bundlesFor(index, [area, 'national']).flatMap((bundle) => bundle.parts);
	expect(parts.toSorted()).toEqual(filesOf(index, [area, 'national']).sort());
	for (const name of toolFiles(index)) expect(parts).not.toContain(name);
});

test('who needs one area alone is not given what everyone needs', () => {
	expect(bundlesFor(index, ['essex']).map(({ name }) => name.split('.').slice(0, 2).join('.'))).toEqual(['bundle.essex']);
	expect([...bundleParts(index).keys()].sort()).toEqual([EVERYONE, ...areas.filter((area) => area !== 'national')].sort());
});
