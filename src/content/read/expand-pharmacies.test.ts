import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { contentTexts, validArea, AREA_FILE } from '../check/fixture.ts';
import { Service } from '../schema/service.ts';
import { readTexts } from './index.ts';

const FILE = 'content/areas/essex/pharmacies.yaml';

const councils = ['harlow', 'epping-forest'].map((id) => ({ id, name: id, upper_tier: 'Essex' }));

const pharmacies = (row: Record<string, unknown> = {}) =>
	stringify({
		area: 'essex',
		listing: 'confirm-first',
		listing_reason: 'From a list of 2020. Ring first.',
		description: 'A chemist.',
		source: { document: 'NHS list', page_date: '2020-02', supports: 'name, address, phone' },
		assured: { date: '2020-02', how: 'open-data' },
		pharmacies: [
			{
				id: 'church-street-chemist',
				name: 'Church Street Chemist',
				address_1: '1 Church Street',
				city: 'Epping',
				postal_code: 'CM16 4AA',
				phone: '01992 572222',
				council: 'epping-forest',
				latitude: 51.7,
				longitude: 0.1,
				...row
			}
		]
	});

function expanded(row: Record<string, unknown> = {}) {
	const { services, problems } = readTexts(
		contentTexts({ [AREA_FILE]: validArea({ councils }), [FILE]: pharmacies(row) })
	);
	expect(problems).toEqual([]);
	const pharmacy = services.find(({ record }) => record.id === 'church-street-chemist');
	if (!pharmacy) throw new Error('the row is lost');
	return pharmacy;
}

describe('a row of pharmacies.yaml', () => {
	test('becomes a full service record', () => {
		const { record } = expanded();
		expect(v.safeParse(Service, record).issues).toBeUndefined();
		expect(record).toMatchObject({
			organization: 'community-pharmacy',
			listing: 'confirm-first',
			listing_reason: 'From a list of 2020. Ring first.',
			taxonomy_terms: ['pharmacy'],
			access: { ways: ['walk-in', 'phone'], referral: ['self'] },
			phones: [{ number: '01992 572222', assured: { date: '2020-02' } }],
			locations: [{ address_1: '1 Church Street', postal_code: 'CM16 4AA', latitude: 51.7, longitude: 0.1 }],
			facts: [{ file: 'pharmacies.csv', name: 'Church Street Chemist, CM16 4AA' }]
		});
	});

	test('says nothing about needles, naloxone or supervised doses', () => {
		expect(JSON.stringify(expanded().record)).not.toMatch(/needle|naloxone|supervised/);
	});

	test('serves its own council first, then the rest of the area, and not all England', () => {
		expect(expanded().record.service_areas).toEqual(['epping-forest', 'harlow']);
	});

	test('without a phone offers no call', () => {
		const { record } = expanded({ phone: undefined });
		expect(record.access.ways).toEqual(['walk-in']);
		expect(record.phones).toBeUndefined();
	});

	test('that is no chemist is a draft, with its reason, and keeps its fact', () => {
		const { record, at } = expanded({ not_shown: 'It supplies stoma bags.' });
		expect(v.safeParse(Service, record).issues).toBeUndefined();
		expect(record).toMatchObject({
			listing: 'draft',
			listing_reason: 'It supplies stoma bags.',
			facts: [{ file: 'pharmacies.csv', name: 'Church Street Chemist, CM16 4AA' }]
		});
		expect(at(['listing'])).toEqual(at(['listing_reason']));
		expect(at(['listing_reason']).line).toBe(22);
	});

	test('with a record of its own is superseded by it: people see one page, and the old address leads there', () => {
		const { record, at } = expanded({ replaced_by: 'church-street-needle-exchange' });
		expect(v.safeParse(Service, record).issues).toBeUndefined();
		expect(record).toMatchObject({ listing: 'superseded', replaced_by: 'church-street-needle-exchange' });
		expect(at(['replaced_by']).line).toBe(22);
	});

	test('leads from each field of the record back to the row', () => {
		const { at } = expanded();
		expect(at(['phones', 0, 'number'])).toEqual({ line: 18, column: 12 });
		expect(at(['locations', 0, 'postal_code'])).toEqual({ line: 17, column: 18 });
		expect(at(['service_areas', 0]).line).toBe(19);
		expect(at(['description'])).toEqual({ line: 4, column: 14 });
		expect(at(['access', 'ways']).line).toBe(13);
	});
});
