import * as v from 'valibot';
import { expect, test } from 'vitest';
import { GlossaryFile } from './glossary.ts';

const drr = { term: 'DRR', means: 'A court can order this.', also: ['Drug rehabilitation requirement'], for: 'people' };

test('a term without other names gets an empty list of them', () => {
	const { terms } = v.parse(GlossaryFile, { terms: [{ term: 'Outreach', means: 'Workers who come to you.', for: 'people' }] });
	expect(terms[0]?.also).toEqual([]);
});

test('a name that leads to two terms is refused, whatever its capitals', () => {
	const twice = { term: 'drug Rehabilitation Requirement', means: 'Another meaning.', for: 'professionals' };
	expect(v.safeParse(GlossaryFile, { terms: [drr, twice] }).success).toBe(false);
});

test('a term must say whom it is explained for', () => {
	expect(v.safeParse(GlossaryFile, { terms: [{ term: 'TOP', means: 'Questions.' }] }).success).toBe(false);
});
