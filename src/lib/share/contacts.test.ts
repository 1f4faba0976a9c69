import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { contactCards } from './contacts.ts';
import { shared } from './test-service.ts';

/** Cards as an independent reader sees them: by property name, its values. */
function cardsOf(text: string): Map<string, unknown[]>[] {
	const blocks = text.split(/(?<=END:VCARD\r\n)/);
	return blocks.map((block) => {
		const card = new ICAL.Component(ICAL.parse(block));
		const names = [...new Set(card.getAllProperties().map(({ name }) => name))];
		return new Map(
			names.map((name) => [name, card.getAllProperties(name).flatMap((property): unknown[] => property.getValues())])
		);
	});
}

test('a card has name, number and address, for each service that has a number', () => {
	const cards = cardsOf(contactCards([shared(), shared({ name: 'Texts', textLine: '07700 900461' })], false));
	expect(cards).toHaveLength(2);
	expect(cards[0]?.get('version')).toEqual(['4.0']);
	expect(cards[0]?.get('fn')).toEqual(['Mill Lane Hub']);
	expect(cards[0]?.get('tel')).toEqual(['tel:02079460991']);
	expect(JSON.stringify(cards[0]?.get('adr'))).toContain('2 Mill Lane, Harlow CM20 1AA');
	expect(cards[1]?.get('tel')).toEqual(['tel:02079460991', 'tel:07700900461']);
});

test('a service without a number has no card', () => {
	const { phone, ...silent } = shared();
	expect(phone).toBeDefined();
	expect(contactCards([silent], false)).toBe('');
});

test('a discreet card has a number and nothing that tells whose it is', () => {
	const text = contactCards([shared({ web: 'https://example.org/' })], true);
	expect(cardsOf(text)[0]?.get('fn')).toEqual(['Number 1']);
	expect(text).not.toMatch(/Mill|Harlow|example|org/i);
});

test('any name is read back as it was, and no line is longer than 75 bytes', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (any) => {
			const name = `x${any.replace(/\p{Cc}/gu, '').trim()}`;
			const text = contactCards([shared({ name })], false);
			expect(cardsOf(text)[0]?.get('fn')).toEqual([name]);
			for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
		})
	);
});
