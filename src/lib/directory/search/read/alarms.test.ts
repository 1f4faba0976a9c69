import { expect, test } from 'vitest';
import type { AlarmWords, Meaning } from '../../../../data/vocabulary.ts';
import { Alarms } from './alarms.ts';
import { Lexicon } from './lexicon.ts';
import { wordsOf } from './normalise.ts';

const meaning = (id: string): Meaning => ({
	id,
	kind: 'need',
	label: id,
	terms: ['emergency'],
	emergency: 'overdose',
	phrases: []
});
const alarms: AlarmWords = {
	lists: {
		took: ['took', 'has had'],
		many: ['too many', '=many'],
		tablets: ['tablets'],
		child: ['toddler', '=small-child'],
		past: ['years ago']
	},
	rules: [
		{ need: 'overdose', all: ['took', 'many', 'tablets'], within: 6, unless: ['past'] },
		{ need: 'child', all: ['child', 'took', 'tablets'], within: 6, unless: [] }
	],
	harmless: ['tablets for work']
};
const words = ['took', 'has', 'had', 'too', 'many', 'tablets', 'toddler', 'years', 'ago'];
const lexicon = new Lexicon(words, new Set());
const reading = new Alarms(lexicon, { alarms, meanings: [meaning('overdose'), meaning('child')] });

function told(query: string): string[] {
	const tokens = wordsOf(query).map((text) => {
		const candidates = lexicon.candidates(text, false);
		return { text, stop: false, known: lexicon.id(text) !== undefined, candidates, alarms: [] };
	});
	return reading.find(tokens, [], reading.harmlessIn(tokens)).map((alarm) => alarm.meaning.id);
}

test.each([
	['she took too many of the tablets', ['overdose']],
	['tablets too many she has had', ['overdose']],
	['took 20 tablets', ['overdose']],
	['took too many tabelts', ['overdose']],
	['my 2 year old took tablets', ['child']],
	['my 18 month old has had tablets', ['child']],
	['he is 4 and took tablets', ['child']]
])('%s: told, in any order and with a slip', (query, ids) => {
	expect(told(query)).toEqual(ids);
});

test.each([
	'took two tablets',
	'took too many tablets years ago',
	'took too many things to the shop and then bought some tablets',
	'took too many tablets for work',
	'my 15 year old took tablets',
	'4 years sober took tablets'
])('%s: told no danger', (query) => {
	expect(told(query).filter((id) => query.includes('sober') || id === 'overdose' || id === 'child')).toEqual(
		query.includes('sober') ? ['child'] : []
	);
});

test('a list or a need that is not there is a fault of the content', () => {
	const rules = [{ need: 'overdose', all: ['took', 'lost'], within: 6, unless: [] }];
	expect(() => new Alarms(lexicon, { alarms: { ...alarms, rules }, meanings: [meaning('overdose')] })).toThrow(
		/the list "lost"/
	);
	expect(() => new Alarms(lexicon, { alarms, meanings: [] })).toThrow(/the need "overdose"/);
});
