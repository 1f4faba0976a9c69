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
		{ file: 'essex.yaml', name: 'Well Street Hub', text: 'Well Street Hub | 01245 284772' },
		{ file: 'essex.yaml', name: 'Mill Lane Hub', text: 'Mill Lane Hub | 01279 434621 | CM20 1AA | www.example.org/mill' }
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
			'well-street-hub.yaml:11:11 warning fact-twice the fact "Mill Lane Hub" is already in the record at content/areas/essex/services/well-street-hub.yaml:1 — A fact belongs to one record, unless it speaks of two services or gives a contact to both.'
		]);
	});

	test('one that gives a contact to two records', () => {
		const named = ['Well Street Hub', 'Mill Lane Hub', 'Mill Lane Hub'].map((name) => ({ file: 'essex.yaml', name }));
		const record = validService({ facts: named, phones: [{ number: '01279 434621', ...seen }] });
		expect(problemLines({ [SERVICE_FILE]: record }, { facts })).toEqual([]);
	});

	const traced = (fields: Record<string, unknown>) => problemLines({ [SERVICE_FILE]: validService(fields) }, { facts: facts.slice(0, 1) });

	test('give each phone, e-mail, web address and postcode of a record', () => {
		expect(traced({ phones: [{ number: '01245 284773', ...seen }] })).toEqual([
			'well-street-hub.yaml:20:13 error untraced-contact no fact of this record gives the phone 01245 284773 — Never invent: compare it with the fact, or take it out.'
		]);
		const contacts = {
			emails: [{ address: 'hub@example.org', ...seen }],
			urls: [{ url: 'https://example.org/mill', kind: 'website', ...seen }],
			locations: [{ city: 'Harlow', postal_code: 'CM20 1AA', ...seen }]
		};
		expect(traced(contacts).map((line) => line.replace(/ —.*/, ''))).toEqual([
			'well-street-hub.yaml:33:14 error untraced-contact no fact of this record gives the e-mail address hub@example.org',
			'well-street-hub.yaml:37:10 error untraced-contact no fact of this record gives the web address https://example.org/mill',
			'well-street-hub.yaml:43:18 error untraced-contact no fact of this record gives the postcode CM20 1AA'
		]);
	});

	test('of another record give only a hint', () => {
		const [own, mill] = facts;
		expect(
			problemLines(
				{ [SERVICE_FILE]: validService({ phones: [{ number: '01279 434621', ...seen }] }) },
				{ facts: [own, mill].filter((fact) => fact !== undefined) }
			)
		).toContain(
			'well-street-hub.yaml:20:13 warning untraced-contact no fact of this record gives the phone 01279 434621 — It stands in "Mill Lane Hub" of essex.yaml: name that fact here, or take the phone out.'
		);
	});

	test('are read from lists, from national records by id, and from the pharmacy list', () => {
		const folder = join(mkdtempSync(join(tmpdir(), 'facts-')), 'facts');
		mkdirSync(folder);
		writeFileSync(
			join(folder, 'essex.yaml'),
			'- name: A\n  phone: 01245 284772\n  phone_unverified: 01279 434621\n  doubts: not 0844 499 1323\n- name: B\n'
		);
		writeFileSync(join(folder, 'national.yaml'), 'meta: {}\nrecords:\n- id: frank\n');
		writeFileSync(join(folder, 'vocabulary.yaml'), 'substances: []\n');
		writeFileSync(
			join(folder, 'pharmacies.csv'),
			'council,name,address,town,postcode,phone,latitude,longitude\nHarlow,"Boots, Harlow","1 Mill Lane, Old Town",Harlow,CM20 1AA,,1,2\n'
		);
		expect(factsIn(folder)).toEqual([
			{ file: 'essex.yaml', name: 'A', text: 'A | 01245 284772' },
			{ file: 'essex.yaml', name: 'B', text: 'B' },
			{ file: 'national.yaml', name: 'frank', text: 'frank' },
			{
				file: 'pharmacies.csv',
				name: 'Boots, Harlow, CM20 1AA',
				text: 'Harlow | "Boots |  Harlow" | "1 Mill Lane |  Old Town" | Harlow | CM20 1AA |  | 1 | 2'
			}
		]);
	});
});
