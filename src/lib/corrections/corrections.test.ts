import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Card, Detail } from '../../data/record.ts';
import { doubtFrom, fromFragment, OTHER, toFragment } from './address.ts';
import { factAt } from './facts.ts';
import { correctionsFrom, MOST_KEPT, toText } from './kept.ts';
import { LONGEST_MAILTO, mailto, messageText, MOST_RIGHT, type Correction } from './message.ts';

const said = { sources: [0], assured: { how: 'own-page' as const } };
const unknown = { osm: '', holidays: 'unknown' as const, unknown: true as const };

const card: Card = {
	id: 'well-street-hub',
	name: 'Well Street Hub',
	org: 'The Well Trust',
	area: 'essex',
	listing: 'listed',
	terms: ['treatment'],
	text: 'You can talk to a worker.',
	ways: ['phone'],
	referral: ['self'],
	phone: '020 7946 0991'
};
const detail: Detail = {
	id: card.id,
	description: card.text,
	phones: [{ number: '020 7946 0991', dial: '02079460991', kind: 'voice', instruction: 'Choose option 2', ...said }],
	emails: [{ address: 'hub@example.org', ...said }],
	urls: [{ url: 'https://example.org/hub', kind: 'website', ...said }],
	schedules: [{ hours: unknown, ...said }],
	locations: [
		{ city: 'Harlow', confidential: true, ...said },
		{
			name: 'The Hub',
			address: '1 Well Street',
			city: 'Harlow',
			postcode: 'CM20 1AA',
			phones: [{ number: '07700 900123', dial: '07700900123', kind: 'text', ...said }],
			schedules: [{ hours: unknown, for: 'Needle exchange', ...said }],
			...said
		}
	],
	sources: [{ pageDate: '2026-03', supports: 'all' }]
};

const correction: Correction = {
	record: card.id,
	field: 'phones.0',
	name: card.name,
	label: 'phone number',
	shown: '020 7946 0991',
	version: 'list 0a1b2c3d4e5f of 2026-11-21, app 0.1.0',
	right: 'It is 020 7946 0992 now.'
};

const corrections = fc.record({
	record: fc.stringMatching(/^[a-z0-9]{1,20}(-[a-z0-9]{1,10})?$/),
	field: fc.constantFrom('phones.0', 'locations.1.schedules.0', OTHER),
	name: fc.string({ maxLength: 300 }),
	label: fc.string({ maxLength: 40 }),
	shown: fc.string({ maxLength: 300 }),
	version: fc.string({ maxLength: 80 }),
	right: fc.string({ maxLength: MOST_RIGHT, unit: 'grapheme' }).map((text) => text.slice(0, MOST_RIGHT))
});

describe('the address of a doubt', () => {
	test('is read back as it was written, for every field', () => {
		for (const field of ['phones.0', 'emails.12', 'urls.3', 'locations.0.phones.1', 'locations.9.schedules.2', OTHER])
			expect(fromFragment(`#${toFragment(card.id, field)}`)).toEqual({ record: card.id, field });
	});

	test('that names no record is none, and a field that cannot be is the rest of the page', () => {
		expect(fromFragment('')).toBeUndefined();
		expect(fromFragment('#record=<script>&field=phones.0')).toBeUndefined();
		expect(fromFragment('#record=../../now&field=phones.0')).toBeUndefined();
		for (const field of ['phones', 'phones.x', 'locations.0.locations.0', 'locations.0.emails.0', '__proto__.0', ''])
			expect(fromFragment(`#record=a&field=${field}`)).toEqual({ record: 'a', field: OTHER });
	});

	test('may be any text at all', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 500 }), fc.anything(), (fragment, value) => {
				const read = [fromFragment(fragment), fromFragment(`#record=a&field=${fragment}`), doubtFrom(value, value)];
				for (const doubt of read) if (doubt) expect(doubt.record).toMatch(/^[a-z0-9-]{1,80}$/);
			})
		);
		expect(fromFragment(`#record=${'a'.repeat(1_000_000)}`)).toBeUndefined();
	});
});

describe('the fact that is meant', () => {
	test.each([
		['phones.0', 'phone number', '020 7946 0991, Choose option 2'],
		['emails.0', 'e-mail address', 'hub@example.org'],
		['urls.0', 'web address', 'https://example.org/hub'],
		['schedules.0', 'opening times', 'Opening times not known. Ring first.'],
		['locations.0', 'address', 'Kept secret, Harlow'],
		['locations.1', 'address', 'The Hub, 1 Well Street, Harlow, CM20 1AA'],
		['locations.1.phones.0', 'number to text', '07700 900123'],
		['locations.1.schedules.0', 'opening times', 'Needle exchange, Opening times not known. Ring first.']
	])('%s is what its page shows', (field, label, shown) => {
		expect(factAt(card, detail, field)).toEqual({ label, shown });
	});

	test.each([OTHER, 'phones.1', 'locations.2', 'locations.0.phones.0', 'locations.7.schedules.0'])(
		'%s is none where the record has none',
		(field) => {
			expect(factAt(card, detail, field)).toBeUndefined();
			expect(factAt(card, undefined, field)).toBeUndefined();
		}
	);
});

describe('the message', () => {
	test('holds record, field, version, what is shown and what the person wrote, and nothing else', () => {
		expect(messageText(correction)).toBe(
			[
				'Something is wrong on this page:',
				'Well Street Hub',
				'Record: well-street-hub',
				'Field: phones.0 (phone number)',
				'Version: list 0a1b2c3d4e5f of 2026-11-21, app 0.1.0',
				'Shown now: 020 7946 0991',
				'',
				'What is right:',
				'It is 020 7946 0992 now.'
			].join('\n')
		);
		expect(messageText({ ...correction, shown: '', right: '  ' })).toMatch(
			/0\.1\.0\n\nWhat is right:\nI do not know\.$/
		);
	});

	test('is whole in an e-mail, letter for letter', () => {
		const { href, whole } = mailto('list+wrong@example.org', messageText(correction));
		expect(whole).toBe(true);
		const url = new URL(href);
		expect(url.protocol).toBe('mailto:');
		expect(decodeURIComponent(url.pathname)).toBe('list+wrong@example.org');
		expect([...url.searchParams.keys()]).toEqual(['subject', 'body']);
		expect(url.searchParams.get('subject')).toBe('A correction');
		expect(url.searchParams.get('body')?.replaceAll('\r\n', '\n')).toBe(messageText(correction));
	});

	test('any message gives a link of a safe length, with one address and no header of its own', () => {
		fc.assert(
			fc.property(corrections, fc.string({ unit: 'binary', maxLength: 900 }), (each, right) => {
				const { href, whole } = mailto('list@example.org', messageText({ ...each, right }));
				expect(href.length).toBeLessThanOrEqual(LONGEST_MAILTO);
				const { pathname, searchParams } = new URL(href);
				expect(pathname).toBe('list@example.org');
				expect([...searchParams.keys()]).toEqual(whole ? ['subject', 'body'] : ['subject']);
			})
		);
	});

	test('that is too long for a link is said to be so, and never cut', () => {
		const long = messageText({ ...correction, right: 'ঢ'.repeat(MOST_RIGHT) });
		expect(mailto('list@example.org', long)).toEqual({
			href: 'mailto:list@example.org?subject=A%20correction',
			whole: false
		});
	});
});

describe('messages that wait on the device', () => {
	test('are read back as they were written', () => {
		fc.assert(
			fc.property(fc.array(corrections, { maxLength: 5 }), (list) => {
				expect(correctionsFrom(toText(list))).toEqual(list);
			})
		);
	});

	test('are so many at most: the newest are kept', () => {
		const many = Array.from({ length: MOST_KEPT + 5 }, (_, i) => ({ ...correction, record: `hub-${i}` }));
		const read = correctionsFrom(toText(many));
		expect(read).toHaveLength(MOST_KEPT);
		expect(read.at(-1)?.record).toBe(`hub-${MOST_KEPT + 4}`);
	});

	test('any text that stands in their place does no harm', () => {
		const lines = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.json(),
			fc
				.record(
					{
						record: fc.oneof(fc.constantFrom('hub', 'a-b-1'), fc.jsonValue()),
						field: fc.jsonValue(),
						name: fc.jsonValue(),
						right: fc.jsonValue(),
						toString: fc.jsonValue()
					},
					{ requiredKeys: [] }
				)
				.map((each) => JSON.stringify(each))
		);
		fc.assert(
			fc.property(fc.array(lines), (texts) => {
				const read = correctionsFrom(texts.join('\n'));
				expect(read.length).toBeLessThanOrEqual(MOST_KEPT);
				for (const each of read) {
					expect(each.record).toMatch(/^[a-z0-9-]{1,80}$/);
					expect(Object.values(each).every((part) => typeof part === 'string')).toBe(true);
				}
			})
		);
	});

	test('what is enormous is cut, and what stood before it is still there', () => {
		const huge = JSON.stringify({ ...correction, record: 'huge', right: 'x'.repeat(100_000) });
		expect(correctionsFrom(`${toText([correction])}\n${huge}`)).toEqual([correction]);
		const long = JSON.stringify({ ...correction, name: 'n'.repeat(5_000), right: 'x'.repeat(5_000) });
		const [read] = correctionsFrom(long);
		expect(read?.name).toHaveLength(300);
		expect(read?.right).toHaveLength(MOST_RIGHT);
	});
});
