import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AUDIENCES, REFERRERS, TAXONOMY_TERMS, WAYS_IN } from '../../../data/terms.ts';
import { WAYS, WHO } from './find-state.ts';
import { countChoices, fits } from './filters.ts';
import { testCard } from '../service/test-card.ts';

const none = { kinds: [], who: [], ways: [] };

describe('filters', () => {
	it('take any choice within a group, and ask for every group', () => {
		const pins = testCard({ terms: ['needle-exchange'], ways: ['walk-in'] });
		expect(fits(pins, { ...none, kinds: ['needle-exchange', 'detox'] })).toBe(true);
		expect(fits(pins, { ...none, kinds: ['detox'] })).toBe(false);
		expect(fits(pins, { ...none, kinds: ['needle-exchange'], ways: ['walk-in'] })).toBe(true);
		expect(fits(pins, { ...none, kinds: ['needle-exchange'], ways: ['online'] })).toBe(false);
	});

	it('never show an adult service to someone under 18, nor a children’s one to an adult', () => {
		expect(fits(testCard({ minAge: 18 }), { ...none, who: ['under-18'] })).toBe(false);
		expect(fits(testCard({ maxAge: 17 }), { ...none, who: ['me'] })).toBe(false);
		expect(fits(testCard({ terms: ['young-people'], maxAge: 25 }), { ...none, who: ['under-18'] })).toBe(true);
		expect(fits(testCard({ minAge: 18 }), { ...none, who: ['18-25'] })).toBe(true);
	});

	it('keep services for families apart from those for the person', () => {
		const families = testCard({ who: ['families'], terms: ['family-support'] });
		expect(fits(families, { ...none, who: ['families'] })).toBe(true);
		expect(fits(families, { ...none, who: ['me'] })).toBe(false);
	});

	it('know that no referral is needed only where the record says so', () => {
		expect(fits(testCard({ referral: [] }), { ...none, ways: ['no-referral'] })).toBe(false);
		expect(fits(testCard({ referral: ['gp'] }), { ...none, ways: ['no-referral'] })).toBe(false);
		expect(fits(testCard({ referral: ['gp', 'self'] }), { ...none, ways: ['no-referral'] })).toBe(true);
	});

	it('count for each choice what choosing it alone in its group would show', () => {
		const card = fc
			.record({
				terms: fc.subarray([...TAXONOMY_TERMS], { minLength: 1, maxLength: 3 }),
				who: fc.subarray([...AUDIENCES], { maxLength: 2 }),
				ways: fc.subarray([...WAYS_IN], { maxLength: 3 }),
				referral: fc.subarray([...REFERRERS], { maxLength: 3 }),
				minAge: fc.constantFrom(0, 11, 18),
				maxAge: fc.constantFrom(17, 25, 120)
			})
			.map(testCard);
		const filters = fc.record({
			kinds: fc.subarray([...TAXONOMY_TERMS], { maxLength: 3 }),
			who: fc.subarray([...WHO], { maxLength: 2 }),
			ways: fc.subarray([...WAYS], { maxLength: 2 })
		});
		fc.assert(
			fc.property(fc.array(card, { maxLength: 20 }), filters, (cards, chosen) => {
				const counts = countChoices(cards, chosen);
				for (const way of WAYS) {
					expect(counts.ways.get(way)).toBe(cards.filter((each) => fits(each, { ...chosen, ways: [way] })).length);
				}
				for (const who of WHO) {
					expect(counts.who.get(who)).toBe(cards.filter((each) => fits(each, { ...chosen, who: [who] })).length);
				}
			})
		);
	});
});
