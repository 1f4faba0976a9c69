import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ages, takesAge } from './ages.ts';
import { dateInWords } from './dates.ts';
import { directions } from './directions.ts';
import { dialDigits, firstStep, needsReferral } from './first-step.ts';
import { assuredInWords, listingMark, sureness } from './sureness.ts';
import { testCard } from './test-card.ts';

describe('what to do first', () => {
	it('is to call when there is a number, with what to press', () => {
		const card = testCard({
			phone: '111',
			phoneNote: 'Choose option 2',
			ways: ['walk-in'],
			places: [{ city: 'Corby' }]
		});
		expect(firstStep(card)).toEqual({ kind: 'call', number: '111', instruction: 'Choose option 2' });
	});

	it('is to walk in only where the record says that one can', () => {
		expect(firstStep(testCard({ ways: ['walk-in'], places: [{ city: 'Corby' }] }))).toEqual({
			kind: 'walk-in',
			where: 'Corby'
		});
		expect(firstStep(testCard({ ways: [], places: [{ city: 'Corby' }] }))).toEqual({ kind: 'read' });
	});

	it('names the service that one goes through before a website', () => {
		expect(firstStep(testCard({ through: ['open-road'], web: 'https://example.org' }))).toMatchObject({ kind: 'ask' });
	});

	it('says that a referral is needed when neither the person nor the family can ask', () => {
		expect(needsReferral(testCard({ referral: ['gp', 'hospital'] }))).toBe(true);
		expect(needsReferral(testCard({ referral: ['gp', 'self'] }))).toBe(false);
		expect(needsReferral(testCard({ referral: [] }))).toBe(false);
	});

	it('dials digits and a leading plus, nothing else', () => {
		fc.assert(
			fc.property(fc.string(), (number) => {
				expect(dialDigits(number)).toMatch(/^\+?\d*$/);
			})
		);
		expect(dialDigits('0330 303 6000')).toBe('03303036000');
	});
});

describe('how sure we are', () => {
	it('marks a record to ring first, or to check when there is no number', () => {
		expect(listingMark(testCard())).toBeUndefined();
		expect(listingMark(testCard({ listing: 'confirm-first', phone: '111' }))).toBe('Ring first');
		expect(listingMark(testCard({ listing: 'confirm-first' }))).toBe('Check first');
	});

	it('says when it was last seen, and never that it was confirmed', () => {
		expect(sureness(testCard({ checked: '2024-03' }))).toBe('Last seen in March 2024.');
		expect(sureness(testCard({ listing: 'confirm-first', phone: '111' }))).toBe(
			'Last seen on a page that shows no date. It may have changed: ring before you travel.'
		);
	});

	it('says where a fact comes from, as exactly as its date', () => {
		expect(assuredInWords({ how: 'own-page', date: '2024-03-13' })).toBe('seen on an official page, 13 March 2024');
		expect(assuredInWords({ how: 'open-data', date: '2020' })).toBe('from published open data, 2020');
		expect(assuredInWords({ how: 'third-party-page' })).toBe('seen on another organisation’s page that shows no date');
	});

	it('leaves a date that is none as it is', () => {
		expect(dateInWords('about 2019')).toBe('about 2019');
	});
});

describe('ages', () => {
	it('are said only as far as the sources go', () => {
		expect(ages({})).toBe('Our sources name no age.');
		expect(ages({ minAge: 18 })).toBe('18 and over.');
		expect(ages({ maxAge: 17 })).toBe('Up to 17.');
		expect(ages({ minAge: 11, maxAge: 19 })).toBe('11 to 19.');
	});

	it('take in both ends', () => {
		expect([17, 18, 25, 26].map((age) => takesAge({ minAge: 18, maxAge: 25 }, age))).toEqual([
			false,
			true,
			true,
			false
		]);
	});
});

describe('directions', () => {
	it('lead to the place by the phone’s own app or a map page', () => {
		const links = directions({ lat: 51.7, lon: 0.1, address: 'Unit 55, The Harvey Centre', postcode: 'CM20 1XP' });
		expect(links?.app).toBe('geo:51.7,0.1?q=Unit%2055%2C%20The%20Harvey%20Centre%2C%20CM20%201XP');
		expect(links?.web).toContain('mlat=51.7&mlon=0.1');
	});

	it('are never given for a place that is kept secret', () => {
		expect(directions({ lat: 51.7, lon: 0.1, confidential: true })).toBeUndefined();
	});
});
