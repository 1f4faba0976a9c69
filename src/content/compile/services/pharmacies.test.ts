import { expect, it } from 'vitest';
import { unpackPharmacies, type Whole } from '../../../data/files/pharmacy-rows.ts';
import { packPharmacies } from './pharmacies.ts';

const assured = { date: '2020-02', how: 'open-data' as const };
const pharmacy = (name: string, postcode: string, phone?: string, council = 'harlow'): Whole => ({
	card: {
		id: `pharmacy-${name.toLowerCase().replace(' ', '-')}-${postcode.toLowerCase().replace(' ', '')}`,
		name,
		org: 'Community pharmacy',
		area: 'essex',
		listing: 'confirm-first',
		terms: ['pharmacy'],
		text: 'A pharmacy (chemist).',
		ways: phone ? ['walk-in', 'phone'] : ['walk-in'],
		referral: ['self'],
		councils: [council, ...['basildon', 'harlow', 'maldon'].filter((each) => each !== council)],
		...(phone && { phone }),
		places: [{ city: 'Harlow', postcode, lat: 51.5, lon: 0.1 }],
		checked: '2020-02'
	},
	detail: {
		id: `pharmacy-${name.toLowerCase().replace(' ', '-')}-${postcode.toLowerCase().replace(' ', '')}`,
		description: 'A pharmacy (chemist). Ask there.',
		...(phone && {
			phones: [{ number: phone, dial: phone.replaceAll(' ', ''), kind: 'voice' as const, sources: [0], assured }]
		}),
		locations: [{ address: '1 High Street', city: 'Harlow', postcode, council, lat: 51.5, lon: 0.1, sources: [0], assured }],
		sources: [{ document: 'A list', pageDate: '2020-02', supports: 'name, address, phone' }]
	}
});

it('records that are alike become rows, and come back as they were', () => {
	const records = [
		pharmacy('Boots', 'CM20 1XP', '01279 000000'),
		pharmacy('Day Lewis', 'CM9 5AB', undefined, 'maldon'),
		pharmacy('Jhoots', 'SS14 1AA', '01268 000000', 'basildon')
	];
	const packed = packPharmacies(records);
	expect(packed.rows).toHaveLength(3);
	expect(packed.rest).toEqual([]);
	expect(unpackPharmacies(packed)).toEqual(records);
	expect(packed.rows[0]?.[0]).toBe('');
});

it('a record that says more than a row can travels whole: nothing of it is lost', () => {
	const night = pharmacy('Night', 'CM1 1AA', '01245 000000');
	night.detail.access = { whatHappens: 'Ring the bell.', sources: [0] };
	const two = pharmacy('Two', 'CM1 1AB', '01245 000001');
	two.card.places?.push({ city: 'Witham' });
	const packed = packPharmacies([pharmacy('Boots', 'CM20 1XP', '01279 000000'), night, two]);
	expect(packed.rest).toEqual([night, two]);
	expect(unpackPharmacies(packed)).toEqual(expect.arrayContaining([night, two]));
});
