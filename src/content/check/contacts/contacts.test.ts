import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { EMERGENCY_CARDS } from '../../../data/vocabulary.ts';
import { problemLines, seen, SERVICE_FILE, serviceProblems, validService } from '../fixture.ts';
import { numbersIn } from './blocked-number.ts';

const phone = (number: string, kind?: string) => serviceProblems({ phones: [{ number, kind, ...seen }] });
const place = (fields: Record<string, unknown>, others: Record<string, unknown> = {}) =>
	serviceProblems({ locations: [{ city: 'Harlow', ...seen, ...fields }], ...others });

describe('phone numbers', () => {
	test.each([
		'01245 284772',
		'0116 225 6350',
		'0330 303 6000',
		'0800 1111',
		'0300 123 6600',
		'07860 022 981',
		'020 7437 9786',
		'999',
		'111',
		'101',
		'116 123',
		'116 000',
		'18000'
	])('%s is one', (number) => {
		expect(phone(number)).toEqual([]);
	});

	test('short numbers for texts are numbers to text, not to call', () => {
		expect(phone('85258', 'text')).toEqual([]);
		expect(phone('85258')[0]).toContain('error bad-phone');
	});

	test.each(['01245 28477', '0330 303 600', '12345', '+1 212 555 0100', '01245 284772 ext 3', 'ring 111', '0800 77 66'])(
		'%s is none that can be dialled here',
		(number) => {
			expect(phone(number)).toContain(
				`well-street-hub.yaml:20:13 error bad-phone "${number}" is not a phone number of the UK — Compare it digit by digit with its source. Write what to press or send under "instruction".`
			);
		}
	);

	test.each([
		['01245284772', '01245 284772'],
		['0330-303-6000', '0330 303 6000'],
		['+44 1245 284772', '01245 284772'],
		['(01245) 284772', '01245 284772']
	])('%s is hard to read out', (number, better) => {
		expect(phone(number)).toEqual([
			`well-street-hub.yaml:20:13 warning phone-style "${number}" is hard to read out — Write it in groups with single spaces: ${better}.`
		]);
	});

	test('phones of a place are checked as well', () => {
		expect(place({ phones: [{ number: '01', ...seen }] })[0]).toContain('error bad-phone "01" is not a phone number');
	});
});

describe('numbers that cost extra', () => {
	test.each(['0844 499 1234', '0871 200 2233', '0909 879 1234', '070 1234 5678'])('%s', (number) => {
		expect(phone(number)).toEqual([
			`well-street-hub.yaml:20:13 warning costly-number a call to ${number} costs extra — Look for another number. If there is none, write "cost: {option: call-charge}" with its source.`
		]);
		const cost = { option: 'call-charge', sources: ['own-page'] };
		expect(serviceProblems({ phones: [{ number, ...seen }], cost })).toEqual([]);
	});
});

describe('postcodes', () => {
	test.each(['CM20 1AA', 'SS0 7AA', 'LE1 5YA', 'NN1 1DE', 'W1A 1AA', 'EC1A 1BB'])('%s has the form of one', (postal_code) => {
		expect(place({ postal_code })).toEqual([]);
	});

	test('only the case or the space is wrong', () => {
		expect(place({ postal_code: 'cm201aa' })).toEqual([
			'well-street-hub.yaml:36:18 error bad-postcode "cm201aa" is not a full postcode — Write it as CM20 1AA.'
		]);
	});

	test.each(['CM20', 'CM20 1A', 'CM20 1CM', 'QX1 1AA', '1CM 2AA'])('%s is none', (postal_code) => {
		expect(place({ postal_code })).toEqual([
			`well-street-hub.yaml:36:18 error bad-postcode "${postal_code}" is not a full postcode — Compare it with its source, or leave it out when no source gives it whole.`
		]);
	});

	test('one in a sector that the place tables do not know', () => {
		const texts = { [SERVICE_FILE]: validService({ locations: [{ postal_code: 'CM20 1AA', city: 'Harlow', ...seen }] }) };
		expect(problemLines(texts, { sectors: new Set(['CM20 1']) })).toEqual([]);
		expect(problemLines(texts, { sectors: new Set(['CM20 2']) })).toEqual([
			'well-street-hub.yaml:33:18 warning unknown-postcode the postcode "CM20 1AA" is in none of the areas we know — Compare it with its source. If it is right, the place stands outside our areas: that may be so.'
		]);
	});
});

describe('opening hours', () => {
	test('good ones', () => {
		expect(serviceProblems({ schedules: [{ opening_hours: 'Mo-Fr 09:00-17:00; PH off', ...seen }] })).toEqual([]);
	});

	test.each(['Mo-Fr 25:00-26:00', 'Mondays nine to five', 'Mo 09:00', 'Fr[7] 10:00-12:00'])('%s is impossible', (opening_hours) => {
		const [first, ...rest] = serviceProblems({ schedules: [{ opening_hours, ...seen }] });
		expect(rest).toEqual([]);
		expect(first).toMatch(/^well-street-hub.yaml:33:20 error bad-hours /);
		expect(first).toContain(`"${opening_hours}" cannot be read as opening hours: `);
		expect(first).toContain(' — Write them as "Mo-Fr 09:00-17:00; PH off", "24/7", "We[1] 19:00-20:30" or "unknown".');
	});

	test('of a phone, a link and a place', () => {
		const hours = { hours: 'whenever', ...seen };
		const problems = [
			...serviceProblems({ phones: [{ number: '01245 284772', ...hours }] }),
			...serviceProblems({ urls: [{ url: 'https://example.org', kind: 'chat', ...hours }] }),
			...place({ schedules: [{ opening_hours: 'whenever', ...seen }] })
		];
		expect(problems.filter((line) => line.includes('error bad-hours'))).toHaveLength(3);
	});
});

describe('numbers that must never ship', () => {
	const blocked = stringify({
		numbers: [
			{ number: '0800 77 66 00', was: 'FRANK', use: '0300 123 6600' },
			{ number: '0808 820133', was: 'a misprint' }
		]
	});
	const withBlocked = (fields: Record<string, unknown>) =>
		problemLines({ 'content/national/blocked-numbers.yaml': blocked, [SERVICE_FILE]: validService(fields) });
	const isBlocked = (lines: string[]) => lines.some((line) => line.includes(' error blocked-number '));

	test('as a phone', () => {
		expect(withBlocked({ phones: [{ number: '0800 776600', ...seen }] })).toEqual([
			'well-street-hub.yaml:20:13 error blocked-number 0800 77 66 00 must not be shown: FRANK — Take it out. To use instead: 0300 123 6600'
		]);
	});

	test('in a note, a source, a description, a web address, however it is written', () => {
		for (const written of ['0800776600', '0800 77 66 00', '0800-776-600', '+44 800 77 66 00', '0800 7766 00', '(0800) 776600', '０８００ ７７６６００']) {
			expect(isBlocked(withBlocked({ notes: `Old: ${written}.` })), written).toBe(true);
		}
		expect(isBlocked(withBlocked({ description: 'Ring 0800 776600 now.' }))).toBe(true);
		expect(isBlocked(withBlocked({ sources: { 'own-page': { document: 'x', page_date: '2020', supports: 'old number 0800 77 66 00' } } }))).toBe(true);
		expect(isBlocked(withBlocked({ urls: [{ url: 'https://example.org/0800776600', kind: 'website', ...seen }] }))).toBe(true);
	});

	test('a longer number that only begins the same way is another number', () => {
		expect(isBlocked(withBlocked({ notes: 'Ring 0800 776 6001 or 0808 820 1334.' }))).toBe(false);
	});

	test('groups of digits are read alone and together', () => {
		expect([...numbersIn('01245 284772 / 111')]).toEqual(['01245', '01245284772', '01245284772111', '284772', '284772111', '111']);
		expect(numbersIn('+44 (0)1245 284772')).toContain('01245284772');
	});
});

describe('numbers in sentences', () => {
	test('one that is among the phones of a record', () => {
		expect(serviceProblems({ access: { ways: ['phone'], referral: [], description: 'Ring 01245 284772.' } })).toEqual([]);
	});

	test('one that nothing vouches for', () => {
		expect(serviceProblems({ description: 'We help. Ring us on 01279 434621.' })).toEqual([
			'well-street-hub.yaml:10:14 warning number-in-text 01279 434621 looks like a phone number and is not among the phones of any record — Give it under "phones" with its source, or take it out of the text.'
		]);
	});
});

describe('a way to reach a published service', () => {
	const none = { phones: undefined, access: { ways: [], referral: [] }, eligibility: { sources: ['own-page'] } };

	test('none at all', () => {
		expect(serviceProblems(none)).toEqual([
			'well-street-hub.yaml:4:10 error no-contact "well-street-hub" is listed and gives no way to reach it — Give a phone, e-mail, web page, a walk-in address, or "through" a published service; or make it a draft.',
			'well-street-hub.yaml:4:10 warning old-and-listed it is listed, and none of its contacts has a date — Check it again, or make it confirm-first with a reason.'
		]);
	});

	test('a draft needs none', () => {
		const problems = serviceProblems({ ...none, listing: 'draft', listing_reason: 'No contact was found.' });
		expect(problems.filter((line) => line.includes('no-contact'))).toEqual([]);
	});

	const reached = (fields: Record<string, unknown>) =>
		!serviceProblems({ ...none, ...fields }).some((line) => line.includes('no-contact'));

	test('an address counts where one may walk in, and only there', () => {
		const locations = [{ address_1: '1 Well Street', city: 'Harlow', ...seen }];
		expect(reached({ locations })).toBe(false);
		expect(reached({ locations, access: { ways: ['walk-in'], referral: [] } })).toBe(true);
		expect(reached({ locations: [{ city: 'Harlow', ...seen }], access: { ways: ['walk-in'], referral: [] } })).toBe(false);
	});

	test('a page, an e-mail or the phone of a place counts', () => {
		expect(reached({ urls: [{ url: 'https://example.org', kind: 'website', ...seen }] })).toBe(true);
		expect(reached({ emails: [{ address: 'hub@example.org', ...seen }] })).toBe(true);
		expect(reached({ locations: [{ city: 'Harlow', phones: [{ number: '01245 284772', ...seen }], ...seen }] })).toBe(true);
	});

	test('another service counts when it is published and can be reached itself', () => {
		const file = 'content/areas/essex/services/front-desk.yaml';
		const through = (other: Record<string, unknown>) =>
			!problemLines({
				[SERVICE_FILE]: validService({ ...none, access: { ways: [], referral: [], through: ['front-desk'] } }),
				[file]: validService({ id: 'front-desk', name: 'Front Desk', ...other })
			}).some((line) => line.startsWith('well-street-hub.yaml') && line.includes('no-contact'));
		expect(through({})).toBe(true);
		expect(through({ phones: undefined })).toBe(false);
		expect(through({ listing: 'draft', listing_reason: 'Not sure.' })).toBe(false);
	});
});

describe('confidential places', () => {
	test('may not be given away', () => {
		expect(place({ confidential: true, address_1: '1 Well Street', postal_code: 'CM20 1AA' })).toEqual([
			'well-street-hub.yaml:37:16 error confidential-address this place is confidential, and "address_1" would give it away — Take "address_1" out. Even the file must not hold it: content is public.',
			'well-street-hub.yaml:38:18 error confidential-address this place is confidential, and "postal_code" would give it away — Take "postal_code" out. Even the file must not hold it: content is public.'
		]);
	});

	test('may have a town', () => {
		expect(place({ confidential: true })).toEqual([]);
	});

	test('a refuge with an address is looked at again', () => {
		expect(place({ address_1: '1 Well Street' }, { name: 'Well Street Refuge' })).toEqual([
			'well-street-hub.yaml:36:16 warning refuge-address this looks like a refuge with an address — If it is the refuge itself, write "confidential: true" and take the address out. If it is an office, leave it.'
		]);
	});
});

describe('numbers of the emergency cards', () => {
	const card = (id: string, call: Record<string, unknown> = {}) => ({
		id,
		title: 'Not well',
		level: 'urgent',
		when: ['They do not wake.'],
		call: { number: '01245 284772', label: 'Ring now', service: 'well-street-hub', ...call },
		steps: ['Ring now.'],
		facts: ['R1']
	});
	const cards = (call: Record<string, unknown>) =>
		problemLines({
			'content/emergency/cards.yaml': stringify({
				cards: EMERGENCY_CARDS.map((id, index) => card(id, index === 0 ? call : {}))
			})
		});

	test('are phones of published records', () => {
		expect(cards({})).toEqual([]);
		expect(cards({ number: '01245 284773' })).toEqual([
			'cards.yaml:8:15 error unchecked-number no published record "well-street-hub" has the voice number 01245 284773 — Name the record that carries this number, or correct the number there and here.'
		]);
		expect(cards({ kind: 'text' })).toHaveLength(1);
		expect(cards({ service: 'no-such-record' })).toHaveLength(1);
	});
});
