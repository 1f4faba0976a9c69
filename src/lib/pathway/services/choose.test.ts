import { describe, expect, test } from 'vitest';
import type { ServiceQuery } from '../../../data/pathway.ts';
import { Chooser } from './choose.ts';
import { AREA, ALWAYS, card, OFFICE_HOURS, SUNDAY_NIGHT, world } from '../fixture.ts';
import { addUp } from '../person.ts';

const ANYONE = addUp([]);
const ADULT = addUp([{ age: 'adult' }]);
const CHILD = addUp([{ age: 'under-18' }]);
const TREATMENT: ServiceQuery = { terms: ['treatment'], limit: 5 };
const DOOR: ServiceQuery = { frontDoor: 'by-age', limit: 5 };

function chosen(query: ServiceQuery, told: Parameters<Chooser['choose']>[1], chooser: Chooser, urgent = false) {
	return chooser.choose(query, told, urgent).map((each) => each.card.id);
}

const DOORS = [
	card('hill-hub', { minAge: 18, councils: ['hill'] }),
	card('county-hub', { minAge: 18 }),
	card('young-hub', { terms: ['young-people'], minAge: 11, maxAge: 17 }),
	card('family-hub', { terms: ['family-support'], who: ['families'] })
];

describe('front doors', () => {
	test('are those of the council, in the order of the area', () => {
		expect(chosen(DOOR, ADULT, new Chooser(world(DOORS)))).toEqual(['hill-hub', 'county-hub']);
		expect(chosen(DOOR, ADULT, new Chooser(world(DOORS, { place: { area: AREA, council: 'dale' } })))).toEqual([
			'county-hub'
		]);
	});

	test('for the whole area come first while the council is not known', () => {
		expect(chosen(DOOR, ADULT, new Chooser(world(DOORS, { place: { area: AREA } })))).toEqual([
			'county-hub',
			'hill-hub'
		]);
	});

	test('are those for young people when the person is under 18, and for families when family asks', () => {
		const chooser = new Chooser(world(DOORS));
		expect(chosen(DOOR, CHILD, chooser)).toEqual(['young-hub']);
		const mother = addUp([{ age: 'under-18', audiences: ['families'] }]);
		expect(chosen({ frontDoor: 'families', limit: 5 }, mother, chooser)).toEqual(['family-hub']);
		expect(chosen(DOOR, mother, chooser)).toEqual(['young-hub']);
	});

	test('are the national ones where nothing is known of the place', () => {
		const cards = [...DOORS, card('frank', { area: 'national', councils: undefined, terms: ['helpline'] })];
		expect(chosen(DOOR, ADULT, new Chooser(world(cards, { place: {} })))).toEqual(['frank']);
	});
});

describe('a step for one group', () => {
	test('may ask only for what is made for them, not for what is for everyone', () => {
		const cards = [
			card('for-all'),
			card('for-women', { who: ['women'] }),
			card('for-women-in-court', { who: ['women', 'in-justice-system'] })
		];
		const query: ServiceQuery = { ...TREATMENT, audiences: ['women', 'in-justice-system'], madeFor: ['women'] };
		const chooser = new Chooser(world(cards));
		expect(chosen(query, ADULT, chooser)).toEqual(['for-women', 'for-women-in-court']);
		expect(chosen({ ...query, madeFor: ['sex-workers'] }, ADULT, chooser)).toEqual([]);
	});
});

describe('walls', () => {
	const only = (fields: Parameters<typeof card>[1], told = ADULT, query = TREATMENT) =>
		chosen(query, told, new Chooser(world([card('one', fields)]))).length === 1;

	test.each([
		['an adult-only service is never for somebody under 18', { minAge: 18 }, CHILD, false],
		['treatment that names no age is for adults', {}, CHILD, false],
		[
			'treatment that is for young people too is for them',
			{ terms: ['treatment' as const, 'young-people' as const] },
			CHILD,
			true
		],
		['a service from 16 is for somebody under 18', { minAge: 16 }, CHILD, true],
		['a children’s service is never for an adult', { maxAge: 18 }, ADULT, false],
		['nor for somebody of 18 to 25', { maxAge: 19 }, addUp([{ age: '18-25' as const }]), false],
		['a service to 25 is', { maxAge: 25 }, addUp([{ age: '18-25' as const }]), true],
		['a women’s service needs an answer that names women', { who: ['women' as const] }, ADULT, false],
		['and is shown when one does', { who: ['women' as const] }, addUp([{ audiences: ['women' as const] }]), true],
		[
			'a service for men in prison needs both',
			{ who: ['men' as const, 'in-justice-system' as const] },
			addUp([{ audiences: ['in-justice-system' as const] }]),
			false
		],
		[
			'a service for families is not for the person',
			{ who: ['families' as const] },
			addUp([{ audiences: ['families' as const] }]),
			false
		],
		[
			'one limited to alcohol is not for opioids',
			{ substances: ['alcohol' as const] },
			addUp([{ substances: ['opioids' as const] }]),
			false
		],
		['nor for who named nothing', { substances: ['alcohol' as const] }, ANYONE, false],
		['one for other councils is not for here', { councils: ['dale'] }, ADULT, false]
	])('%s', (_what, fields, told, fits) => {
		expect(only(fields, told)).toBe(fits);
	});

	test('a step for the one who asks looks at their age and not at the child’s', () => {
		const mother = addUp([{ age: 'under-18', audiences: ['families'] }]);
		expect(only({ minAge: 18, who: ['families'] }, mother, { ...TREATMENT, for: 'asker' })).toBe(true);
	});
});

describe('order', () => {
	const order = (
		cards: Parameters<typeof world>[0],
		told = ADULT,
		fields: Parameters<typeof world>[1] = {},
		urgent = false
	) => chosen(TREATMENT, told, new Chooser(world(cards, fields)), urgent);

	test('a front door comes first, then the area before all England, then sure records before unsure ones', () => {
		const cards = [
			card('unsure', { listing: 'confirm-first' }),
			card('england', { area: 'national', councils: undefined }),
			card('sure'),
			card('county-hub', { listing: 'confirm-first' })
		];
		expect(order(cards)).toEqual(['county-hub', 'sure', 'unsure', 'england']);
	});

	test('a service made for the person’s group comes before all', () => {
		const cards = [card('county-hub'), card('for-veterans', { who: ['veterans'] })];
		expect(order(cards, addUp([{ age: 'adult', audiences: ['veterans'] }]))).toEqual(['for-veterans', 'county-hub']);
	});

	test('in a step for now an open service comes before a closed one, and in a later step it does not', () => {
		const cards = [
			card('a-closed', { hours: [OFFICE_HOURS], mainHours: 0 }),
			card('b-unknown'),
			card('c-open', { hours: [ALWAYS], mainHours: 0 })
		];
		expect(order(cards, ADULT, { now: SUNDAY_NIGHT }, true)).toEqual(['c-open', 'b-unknown', 'a-closed']);
		expect(order(cards, ADULT, { now: SUNDAY_NIGHT }, false)).toEqual(['a-closed', 'b-unknown', 'c-open']);
	});

	test('among equals the nearer comes first when the person said where they are', () => {
		const at = (id: string, lat: number) => card(id, { places: [{ city: 'Town', lat, lon: 0 }] });
		const cards = [at('a-far', 53), at('b-near', 52.1)];
		expect(order(cards)).toEqual(['a-far', 'b-near']);
		expect(order(cards, ADULT, { point: { lat: 52, lon: 0 } })).toEqual(['b-near', 'a-far']);
	});
});
