import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Card } from '../../../data/record.ts';
import { browseOrder } from '../find/browse.ts';
import { ageMark, freshness, isTooOld, monthsOld, sinks } from './freshness.ts';
import { plainVocabulary } from '../find/plain-vocabulary.ts';
import { createSearch } from '../search/index.ts';
import { testCard } from './test-card.ts';

const TODAY = '2026-11-28';

const day = fc
	.date({ min: new Date('2015-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));
const source = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([date, length]) => date.slice(0, length));

describe('the age of a check', () => {
	it.each([
		['2026-11', 'fresh'],
		['2026-05', 'mark'],
		['2025-11-28', 'sink'],
		['2025-11-29', 'mark'],
		['2025', 'mark'],
		['2024', 'hide'],
		['2025-05', 'hide'],
		[undefined, 'undated']
	])('%s is %s on 28 November 2026', (date, age) => {
		expect(freshness(date, TODAY)).toBe(age);
	});

	it('is never less than nothing, and only grows', () => {
		expect(monthsOld('2027', TODAY)).toBe(0);
		fc.assert(
			fc.property(source, day, day, (date, one, other) => {
				const [sooner = one, later = other] = [one, other].sort();
				expect(monthsOld(date, sooner)).toBeLessThanOrEqual(monthsOld(date, later));
				expect(isTooOld(date, later) || !isTooOld(date, sooner)).toBe(true);
			})
		);
	});

	it('is said from six months on, with its month and never its day', () => {
		expect(ageMark(testCard({ checked: '2026-06' }), TODAY)).toBeUndefined();
		expect(ageMark(testCard({ checked: '2026-05-13' }), TODAY)).toBe('Not checked since May 2026');
		expect(ageMark(testCard({ checked: '2021' }), TODAY)).toBe('Not checked since 2021');
		expect(ageMark(testCard(), TODAY)).toBeUndefined();
	});

	it('is said without a clock where it was old on the day of the content', () => {
		expect(ageMark(testCard({ checked: '2024-03', old: true }), undefined)).toBe('Not checked since March 2024');
		expect(ageMark(testCard({ checked: '2024-03' }), undefined)).toBeUndefined();
	});
});

describe('lines to ring at once', () => {
	const old = (over: Partial<Card>) => testCard({ checked: '2019', ...over });

	it('never sink', () => {
		for (const card of [
			old({ terms: ['emergency'], area: 'national' }),
			old({ terms: ['primary-care'], area: 'national', phone: '111' }),
			old({ terms: ['young-people', 'crisis-line'], area: 'national' }),
			old({ terms: ['mental-health-crisis'], area: 'essex' })
		])
			expect(sinks(card, TODAY), card.terms.join()).toBe(false);
		expect(sinks(old({ terms: ['treatment'] }), TODAY)).toBe(true);
		// No source shows when anybody checked it: it may be older.
		expect(sinks({ ...old({ terms: ['treatment'] }), checked: undefined }, TODAY)).toBe(true);
		// A local service with a crisis line among other things is a local service.
		expect(sinks(old({ terms: ['mental-health', 'crisis-line'] }), TODAY)).toBe(true);
	});

	it('carry no mark of age when they are the same for all of England', () => {
		expect(ageMark(old({ terms: ['emergency'], area: 'national', phone: '999' }), TODAY)).toBeUndefined();
		expect(ageMark(old({ terms: ['crisis-line'], area: 'national' }), TODAY)).toBeUndefined();
		expect(ageMark(old({ terms: ['mental-health-crisis'], area: 'essex' }), TODAY)).toBe('Not checked since 2019');
	});
});

describe('what nobody has checked for a year', () => {
	const fresh = testCard({ id: 'b', name: 'Beech', checked: '2026-10' });
	const stale = testCard({ id: 'a', name: 'Ash', checked: '2025-10' });
	const ids = (list: readonly { card: Card }[]) => list.map(({ card }) => card.id);

	it('stands after what is like it, and only once the day is known', () => {
		expect(ids(browseOrder([stale, fresh], { councils: [], today: TODAY }))).toEqual(['b', 'a']);
		expect(ids(browseOrder([stale, fresh], { councils: [] }))).toEqual(['a', 'b']);
		expect(ids(browseOrder([stale, fresh], { councils: [], today: '2026-09-01' }))).toEqual(['a', 'b']);
	});

	it('stands before what is pharmacy, elsewhere, further or less sure', () => {
		const councils = ['harlow'];
		const near = { lat: 51.7, lon: 0.1 };
		const here = { councils, places: [{ city: 'Harlow', ...near }] };
		const others = [
			{ ...fresh, ...here, terms: ['pharmacy' as const] },
			{ ...fresh, ...here, councils: ['thurrock'] },
			{ ...fresh, ...here, places: [{ city: 'Epping', lat: 51.8, lon: 0.1 }] },
			{ ...fresh, ...here, listing: 'confirm-first' as const }
		];
		for (const other of others)
			expect(ids(browseOrder([other, { ...stale, ...here }], { councils, near, today: TODAY }))[0]).toBe('a');
	});

	it('falls in a search below what fits as well, and below nothing that fits clearly less', () => {
		const kinds = fc.constantFrom<Card['terms'][number]>('treatment', 'needle-exchange', 'helpline', 'mutual-aid');
		const card = fc.record({
			terms: fc.uniqueArray(kinds, { minLength: 1, maxLength: 3 }),
			listing: fc.constantFrom<Card['listing']>('listed', 'confirm-first'),
			area: fc.constantFrom('essex', 'thurrock', 'national'),
			checked: fc.constantFrom('2026-10', '2025-01', '2020')
		});
		const vocabulary = plainVocabulary();
		fc.assert(
			fc.property(fc.tuple(card, card), (given) => {
				const cards = given.map((each, i) => testCard({ ...each, id: `s${i}`, name: `Service ${i}`, org: `Org ${i}` }));
				const search = createSearch(cards, vocabulary);
				const find = (today?: string) => search('', { area: 'essex', ...(today && { today }) }).results;
				const [before, after] = [find(), find(TODAY)];
				expect(after.map(({ card: { id } }) => id).sort()).toEqual(before.map(({ card: { id } }) => id).sort());
				const [first] = before;
				const [now] = after;
				if (!first || !now || now.card === first.card) return;
				expect(sinks(first.card, TODAY) && !sinks(now.card, TODAY)).toBe(true);
				expect(now.score).toBeGreaterThanOrEqual(first.score * 0.97 - 1e-9);
			}),
			{ numRuns: 500 }
		);
	});
});
