import { expect, test } from 'vitest';
import { problemLines } from '../fixture.ts';

const list = (to: string) => `source:
  what: Made by the test.
  compare_with: https://www.gov.uk/bank-holidays
  made: 2026-11-22
from: 2026-01-01
to: ${to}
holidays:
  - {date: 2026-12-25, name: Christmas Day}
`;

test('a list of public holidays that ends within a year', () => {
	const lines = problemLines({ 'content/places/holidays.yaml': list('2027-06-30') });
	expect(lines).toHaveLength(1);
	expect(lines[0]).toMatch(/^holidays.yaml:6:5 warning holiday-coverage .*needed to 2027-11-2/);
});

test('a list that lasts a year is no problem', () => {
	expect(problemLines({ 'content/places/holidays.yaml': list('2027-12-31') })).toEqual([]);
});
