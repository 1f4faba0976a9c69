import { expect, test } from 'vitest';
import { findAge } from './age.ts';
import { wordsOf } from './normalise.ts';

const PEOPLE = new Set(['son', 'daughter', 'girlfriend']);
const UNITS = new Set(['days', 'units', 'years', 'mg', 'step']);

function ageIn(query: string): number | undefined {
	const tokens = wordsOf(query).map((text) => ({ text, stop: false, known: true, candidates: [], alarms: [] }));
	const isPerson = (position: number) => PEOPLE.has(tokens[position]?.text ?? '');
	return findAge(
		tokens,
		() => true,
		isPerson,
		(word) => UNITS.has(word)
	)?.age;
}

test.each([
	['my son 15 weed', 15],
	['im 17', 17],
	['17', 17],
	['15yo vaping', 15],
	['my daughter is 14', 14],
	['a 16 year old who drinks', 16],
	['weed 15', 15],
	['son 25 heroin', 25],
	['im 43 and drinking', 43],
	['audit for my son 15', 15],
	['audit c 11, son is 16', 16]
])('%s: %i', (query, age) => {
	expect(ageIn(query)).toBe(age);
});

test.each([
	'14 units a week',
	'missed 3 days',
	'12 step',
	'50 mg',
	'10 years clean',
	'drinking 40 a day',
	'200',
	'2cb',
	'30',
	'audit c 12',
	'audit score 16',
	'tier 3 section 17'
])('%s tells no age', (query) => {
	expect(ageIn(query)).toBeUndefined();
});
