import { expect, test } from 'vitest';
import type { Card, Detail } from '../../data/record.ts';
import { FACTS, referralFacts, tellClient, type Referable } from './referral.ts';

const card: Card = {
	id: 'a-ward',
	name: 'A ward',
	org: 'A trust',
	area: 'essex',
	listing: 'listed',
	terms: ['detox'],
	text: 'It helps.',
	ways: [],
	referral: [],
	councils: ['harlow']
};
const detail: Detail = { id: 'a-ward', description: 'It helps.', sources: [] };
const service = (own: Partial<Card> = {}, more: Partial<Detail> = {}): Referable => ({
	card: { ...card, ...own },
	detail: { ...detail, ...more },
	councils: ['Harlow'],
	through: []
});
const row = (id: string, of: Referable) => referralFacts(of).find((fact) => fact.id === id);

test('every service has the same rows in the same order, so that they stand side by side', () => {
	for (const each of [service(), service({ minAge: 18 }, { access: { wait: 'A week.', sources: [0] } })])
		expect(referralFacts(each).map(({ id }) => id)).toEqual(FACTS);
});

test('what no source says has no words, and a question to ask', () => {
	for (const id of ['for', 'not-for', 'ages', 'referrers', 'form', 'asks', 'wait', 'hours', 'cost', 'private']) {
		expect(row(id, service()), id).toMatchObject({ says: [], links: [] });
		expect(row(id, service())?.ask, id).toMatch(/\?$/);
	}
});

test('says what the record says, with its forms', () => {
	const full = service(
		{ referral: ['gp', 'police'], minAge: 18 },
		{
			professionals: { text: 'They ask for signs of cutting down.', sources: [0] },
			urls: [
				{ url: 'https://example.org/form', kind: 'referral-form', sources: [0], assured: { how: 'own-page' } },
				{ url: 'https://example.org/', kind: 'website', sources: [0], assured: { how: 'own-page' } }
			]
		}
	);
	expect(row('referrers', full)?.says).toEqual(['GP referral, Police referral.']);
	expect(row('asks', full)?.says).toEqual(['They ask for signs of cutting down.']);
	expect(row('form', full)?.links).toEqual([{ text: 'Referral form', href: 'https://example.org/form' }]);
	expect(row('councils', full)?.says).toEqual(['Harlow.']);
});

test('hours stand in one line, days that are alike together', () => {
	const day: [number, number][] = [[540, 1020]];
	const hours = { osm: '', week: [day, day, day, day, day, [], []], holidays: 'unknown' as const };
	expect(row('hours', service({ hours: [hours], mainHours: 0 }))?.says).toEqual([
		'Monday to Friday 9am to 5pm. Saturday to Sunday closed.'
	]);
	const unknown = { osm: 'unknown', unknown: true as const, holidays: 'unknown' as const };
	expect(row('hours', service({ hours: [unknown], mainHours: 0 }))?.says).toEqual([]);
});

test('tells the person nothing that the record does not say', () => {
	expect(tellClient(service())).toEqual(['Last seen on a page that shows no date.']);
	expect(tellClient(service({ referral: ['self'] }, { cost: { option: 'free', sources: [0] } }))).toEqual([
		'You can also ask for this help yourself.',
		'It is free.',
		'Last seen on a page that shows no date.'
	]);
});

test('says nothing twice, also where a record does', () => {
	const twice = service({ who: ['men'] }, { eligibility: { description: 'Men.', sources: [0] } });
	expect(row('for', twice)?.says).toEqual(['Men.']);
});
