import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JOURNEY_STAGES, JOURNEYS } from '../../data/pages/journeys.ts';
import { fragmentOf, journeyOf, jumpTo, readFragment } from './address.ts';

describe('the fragment', () => {
	test('of every place on the map is read back', () => {
		for (const journey of JOURNEYS) {
			expect(readFragment(`#${fragmentOf({ journey })}`)).toEqual({ journey });
			for (const stage of JOURNEY_STAGES) {
				expect(readFragment(`#${fragmentOf({ journey, stage })}`)).toEqual({ journey, stage });
			}
		}
	});

	test('is what plans link to', () => {
		expect(fragmentOf({ journey: 'drink', stage: 'treatment' })).toBe('journey=drink&stage=treatment');
	});

	test('with other keys, another order or an unknown stage still shows the journey', () => {
		expect(readFragment('#stage=detox&x=1&journey=opioids')).toEqual({ journey: 'opioids', stage: 'detox' });
		expect(readFragment('#journey=opioids&stage=moon')).toEqual({ journey: 'opioids' });
	});

	test('of a jump shows its journey and does not say that the reader is there', () => {
		expect(journeyOf(`#${jumpTo('mental-health', 'crisis')}`)).toBe('mental-health');
		expect(readFragment(`#${jumpTo('mental-health', 'crisis')}`)).toBeUndefined();
	});

	test('may be anything', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				const here = readFragment(text);
				expect(here === undefined || JOURNEYS.includes(here.journey)).toBe(true);
				expect([undefined, ...JOURNEYS]).toContain(journeyOf(text));
			})
		);
	});
});
