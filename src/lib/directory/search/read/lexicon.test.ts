import { expect, test } from 'vitest';
import { Lexicon } from './lexicon.ts';

const lexicon = new Lexicon(
	['heroin', 'needle', 'exchange', 'loughborough', 'longhoughton', 'speed', 'naloxone', 'detox', 'weed', 'coke'],
	new Set(['need', 'come', 'speak'])
);
const found = (typed: string, typing = false) =>
	lexicon.candidates(typed, typing).map(({ word }) => lexicon.word(word));

test.each([
	['heroin', 'heroin'],
	['needles', 'needle'],
	['herion', 'heroin'],
	['exchage', 'exchange'],
	['loughborugh', 'loughborough'],
	['naloxne', 'naloxone']
])('%s finds %s first', (typed, word) => {
	expect(found(typed)[0]).toBe(word);
});

test('everyday words and their forms are no misspellings', () => {
	expect(found('need')).toEqual([]);
	expect(found('come')).toEqual([]);
	expect(found('speaking')).toEqual([]);
});

test('words of three letters are never misspelt, nor is the first letter of a short one', () => {
	expect(found('wed')).toEqual([]);
	expect(found('feed')).toEqual([]);
});

test('a word being typed finds what it begins', () => {
	expect(found('nal', true)).toEqual(['naloxone']);
	expect(found('nal')).toEqual([]);
});

test('a name that only looks alike is left out', () => {
	expect(found('loughborugh')).not.toContain('longhoughton');
});
