import { expect, test } from 'vitest';
import type { TaxonomyTerm } from '../../../data/terms.ts';
import { openInstead } from './open-instead.ts';
import { testCard } from '../service/test-card.ts';

const result = (id: string, score: number | undefined, ...terms: TaxonomyTerm[]) => ({
	card: testCard({ id, terms }),
	...(score !== undefined && { score })
});
const open =
	(...ids: string[]) =>
	({ id }: { id: string }) =>
		ids.includes(id);
const ids = (results: { card: { id: string } }[]) => results.map(({ card }) => card.id);

const families = result('for-families', 3, 'family-support');
const other = result('another-group', 1, 'mutual-aid');
const line = result('line', 0.9, 'helpline');
const asked = [families, result('b', 2, 'family-support'), result('c', 1.9, 'mutual-aid'), other, line];

test('when a first result is open, nothing stands before it', () => {
	expect(openInstead(asked, open('b', 'line'))).toEqual([]);
});

test('at night: lines for anyone, and not a meeting that hardly fits what was asked', () => {
	expect(ids(openInstead(asked, open('another-group', 'line')))).toEqual(['line']);
});

test('a service that fits well stands first, in the order of the results', () => {
	const results = [...asked.slice(0, 3), result('fits', 1.6, 'mutual-aid'), line];
	expect(ids(openInstead(results, open('line', 'fits')))).toEqual(['fits', 'line']);
});

test('with nothing asked in words, the first ones that are open; at most three', () => {
	const results = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => result(id, undefined, 'treatment'));
	expect(ids(openInstead(results, open('d', 'e', 'f', 'g')))).toEqual(['d', 'e', 'f']);
	expect(openInstead([], open())).toEqual([]);
});
