import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { factsIn } from '../fact-files.ts';
import { problemLines, seen, SERVICE_FILE, serviceProblems, validService } from '../fixture.ts';

const source = { url: 'https://example.org/hub', page_date: '2026-03', supports: 'phone' };

describe('sources', () => {
	test('a name that no source has', () => {
		expect(serviceProblems({ phones: [{ number: '01245 284772', ...seen, sources: ['own-pge'] }] })).toEqual([
			'well-street-hub.yaml:22:9 error missing-source this record has no source "own-pge" — Did you mean "own-page"? Else add "own-pge" under "sources".',
			'well-street-hub.yaml:27:3 warning unused-source nothing in this record names the source "own-page" — Name it where it is the ground for something (contacts, access, eligibility), or take it out.'
		]);
	});

	test('a name that is wrong in every other place', () => {
		const wrong = { sources: ['no-such-page-anywhere'] };
		const problems = serviceProblems({
			eligibility: wrong,
			access: { ways: ['phone'], referral: [], ...wrong },
			cost: { option: 'free', ...wrong },
			languages: { description: 'English.', ...wrong },
			accessibility: { description: 'No steps.', ...wrong },
			privacy: { description: 'Private.', ...wrong },
			professionals: { description: 'Ring.', ...wrong },
			emails: [{ address: 'hub@example.org', ...seen, ...wrong }],
			urls: [{ url: 'https://example.org', kind: 'website', ...seen, ...wrong }],
			schedules: [{ opening_hours: '24/7', ...seen, ...wrong }],
			locations: [
				{
					city: 'Harlow',
					...seen,
					...wrong,
					phones: [{ number: '01245 284772', ...seen, ...wrong }],
					schedules: [{ opening_hours: '24/7', ...seen, ...wrong }]
				}
			]
		});
		expect(problems.filter((line) => line.includes('error missing-source'))).toHaveLength(13);
	});

	test('none at all', () => {
		expect(serviceProblems({ sources: {}, phones: undefined, urls: [{ url: 'https://example.org', kind: 'website', ...seen }] })).toContain(
			'well-street-hub.yaml:19:1 error missing-source "well-street-hub" has no source at all — Never invent: give the sources that the fact names.'
		);
	});

	test('one that cannot be looked up', () => {
		expect(serviceProblems({ sources: { 'own-page': { ...source, url: undefined } } })).toEqual([
			'well-street-hub.yaml:27:3 error missing-source the source "own-page" has neither a url nor a document — Say where it can be looked up.'
		]);
	});

	test('one that carries nothing', () => {
		expect(serviceProblems({ sources: { 'own-page': source, old: source } })).toEqual([
			'well-street-hub.yaml:31:3 warning unused-source nothing in this record names the source "old" — Name it where it is the ground for something (contacts, access, eligibility), or take it out.'
		]);
	});

	test('a claim without one', () => {
		expect(serviceProblems({ eligibility: { minimum_age: 18 } })).toEqual([
			'well-street-hub.yaml:12:16 warning unsourced-claim "minimum_age" is a claim, and "eligibility" names no source — Add "sources" under "eligibility".'
		]);
		expect(serviceProblems({ access: { ways: ['phone'], referral: [], wait: 'About 3 weeks (2025).' } })).toEqual([
			'well-street-hub.yaml:18:9 warning unsourced-claim "wait" is a claim, and "access" names no source — Add "sources" under "access".'
		]);
	});
});

describe('dates', () => {
	const dated = (date: string, listing = 'listed') =>
		serviceProblems({
			listing,
			listing_reason: listing === 'listed' ? undefined : 'Ring first.',
			phones: [{ number: '01245 284772', ...seen, assured: { date, how: 'own-page' } }]
		});

	test.each(['2025-05', '2025-05-22', '2025', '2026-11-21'])('%s is new enough to be simply listed', (date) => {
		expect(dated(date)).toEqual([]);
	});

	test('an old one', () => {
		expect(dated('2025-04')).toEqual([
			'well-street-hub.yaml:4:10 warning old-and-listed it is listed, and its newest date is 2025-04: more than 18 months before 2026-11-21 — Check it again, or make it confirm-first with a reason.'
		]);
		expect(dated('2024-12-31', 'confirm-first')).toEqual([]);
	});

	test('none', () => {
		expect(dated('unknown')).toEqual([
			'well-street-hub.yaml:4:10 warning old-and-listed it is listed, and none of its contacts has a date — Check it again, or make it confirm-first with a reason.'
		]);
	});

	test('one that is not in the calendar, and one that is still to come', () => {
		expect(dated('2026-02-30')).toEqual([
			'well-street-hub.yaml:24:13 error impossible-date 2026-02-30 is not in the calendar — Compare it with the source.'
		]);
		expect(dated('2026-12')).toEqual([
			'well-street-hub.yaml:24:13 error impossible-date 2026-12 is after 2026-11-21, the day of this content — Compare it with the source.'
		]);
	});
});

describe('what people are sent for', () => {
	test.each([
		['naloxone', 'gives out naloxone kits'],
		['needle-exchange', 'new needles and sharps bins'],
		['supervised-consumption', 'supervised doses']
	])('%s only where a source says so (rule R9)', (term, supports) => {
		expect(serviceProblems({ taxonomy_terms: [term] })).toEqual([
			`well-street-hub.yaml:9:5 warning unsourced-supply no source of this record says that it gives "${term}" — Look at the source. If it says so, write it under "supports"; if not, take the term out.`
		]);
		expect(serviceProblems({ taxonomy_terms: [term], sources: { 'own-page': { ...source, supports } } })).toEqual([]);
	});
});

describe('facts', () => {
	const facts = [
		{ file: 'essex.yaml', name: 'Well Street Hub' },
		{ file: 'essex.yaml', name: 'Mill Lane Hub' }
	];
	const account = (names: string[]) =>
		problemLines({ [SERVICE_FILE]: validService({ facts: names.map((name) => ({ file: 'essex.yaml', name })) }) }, { facts });

	test('all accounted for', () => {
		expect(account(['Well Street Hub', 'Mill Lane Hub'])).toEqual([]);
	});

	test('one that no record names', () => {
		expect(account(['Well Street Hub'])).toEqual([
			'essex.yaml:1:1 error lost-fact no record accounts for the fact "Mill Lane Hub" — Name it under "facts" of the record it belongs to, or write a draft that says why it is not shown.'
		]);
	});

	test('one that does not exist', () => {
		expect(account(['Well Street Hub', 'Mill Lane Hub', 'Mil Lane Hub'])).toEqual([
			'well-street-hub.yaml:11:11 error missing-fact there is no fact "Mil Lane Hub" in essex.yaml — Did you mean "Mill Lane Hub"?'
		]);
	});

	test('one that two records name', () => {
		expect(account(['Well Street Hub', 'Mill Lane Hub', 'Mill Lane Hub'])).toEqual([
			'well-street-hub.yaml:11:11 warning fact-twice the fact "Mill Lane Hub" is already in the record at content/areas/essex/services/well-street-hub.yaml:1 — A fact belongs to one record, unless it speaks of two services.'
		]);
	});

	test('are read from lists, from national records by id, and from the pharmacy list', () => {
		const folder = join(mkdtempSync(join(tmpdir(), 'facts-')), 'facts');
		mkdirSync(folder);
		writeFileSync(join(folder, 'essex.yaml'), '- name: A\n- name: B\n');
		writeFileSync(join(folder, 'national.yaml'), 'meta: {}\nrecords:\n- id: frank\n');
		writeFileSync(join(folder, 'vocabulary.yaml'), 'substances: []\n');
		writeFileSync(
			join(folder, 'pharmacies.csv'),
			'council,name,address,town,postcode,phone,latitude,longitude\nHarlow,"Boots, Harlow","1 Mill Lane, Old Town",Harlow,CM20 1AA,,1,2\n'
		);
		expect(factsIn(folder)).toEqual([
			{ file: 'essex.yaml', name: 'A' },
			{ file: 'essex.yaml', name: 'B' },
			{ file: 'national.yaml', name: 'frank' },
			{ file: 'pharmacies.csv', name: 'Boots, Harlow, CM20 1AA' }
		]);
	});
});
