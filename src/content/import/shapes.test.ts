import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standardFolder } from '../export/open-referral/standard.ts';
import { FeedError } from './feed/feed-error.ts';
import { AS_OF, SOURCE } from './fixture.ts';
import { readOpenReferral, readOpenReferralTexts } from './open-referral/index.ts';
import { readCsvMap, readCsvText } from './tables/csv-map.ts';
import { readPharmacies, readPharmacyText } from './tables/pharmacies.ts';

const read = (file: string, text: string) => readOpenReferralTexts([{ file, text }], SOURCE, AS_OF);
const json = (value: unknown, file = 'feed.json') => read(file, JSON.stringify(value));
const failure = (run: () => unknown) => {
	try {
		run();
		return 'nothing was thrown';
	} catch (error) {
		return error instanceof FeedError ? error.message : `not a FeedError: ${String(error)}`;
	}
};

/** What every shape below says. */
const hub = {
	name: 'Mill Lane Hub',
	phones: [{ number: '01245 284772', kind: 'voice' }],
	minimum_age: 18,
	locations: [
		{
			name: 'Mill House',
			address_1: '1 Mill Lane',
			city: 'Chelmsford',
			postal_code: 'CM2 0PP',
			schedules: [{ opening_hours: 'Mo-We 09:00-17:00; We[1] 18:00-20:00' }]
		}
	]
};

describe('an Open Referral feed is read', () => {
	it('as HSDS 3.0, nested', () => {
		const { services } = json({
			id: 'a1',
			name: 'Mill Lane Hub',
			status: 'active',
			minimum_age: 18,
			phones: [{ id: 'p', number: '+44 (0)1245 284772' }],
			service_at_locations: [
				{
					id: 's',
					location: {
						id: 'l',
						location_type: 'physical',
						name: 'Mill House',
						addresses: [{ address_1: '1 Mill Lane', city: 'Chelmsford', postal_code: 'cm20pp' }]
					},
					schedules: [
						{ byday: 'MO,TU,WE', freq: 'WEEKLY', opens_at: '09:00:00Z', closes_at: '17:00' },
						{ byday: '1WE', freq: 'MONTHLY', opens_at: '18:00', closes_at: '20:00' }
					]
				}
			]
		});
		expect(services).toMatchObject([{ ...hub, id: 'a1' }]);
	});

	it('as a page of Open Referral UK 1.0', () => {
		const { services } = json({
			totalElements: 1,
			number: 1,
			content: [
				{
					id: 7,
					name: 'Mill Lane Hub',
					eligibilitys: [{ minimum_age: '18', maximum_age: null, eligibility: 'Adults' }],
					contacts: [{ name: 'Desk', phones: [{ number: '01245284772' }] }],
					service_taxonomys: [{ taxonomy: { name: 'Needle exchange' } }],
					service_areas: [{ service_area: 'Chelmsford' }],
					service_at_locations: [
						{
							location: {
								name: 'Mill House',
								latitude: '51.7',
								longitude: '0.47',
								physical_addresses: [{ address_1: '1 Mill Lane', city: 'Chelmsford', postal_code: 'CM2 0PP' }]
							},
							regular_schedule: [
								{ weekday: 'Monday', opens_at: '9:00', closes_at: '17:00' },
								{ weekday: 'Tuesday', opens_at: '9am', closes_at: '5pm' },
								{ byday: '3', opens_at: '09:00', closes_at: '17:00' },
								{ byday: '1WE', opens_at: '18:00', closes_at: '20:00' }
							]
						}
					]
				}
			]
		});
		expect(services).toMatchObject([
			{ ...hub, id: '7', eligibility: 'Adults', kinds: ['Needle exchange'], areas: ['Chelmsford'] }
		]);
		expect(services[0]?.locations[0]?.latitude).toBe(51.7);
	});

	it('as flat tables whose rows name each other', () => {
		const { services } = json({
			organizations: [{ id: 'o', name: 'Mill Trust', website: 'mill.example.org' }],
			services: [{ id: 'a1', organization_id: 'o', name: 'Mill Lane Hub', status: 'active', minimum_age: '18' }],
			locations: [{ id: 'l', name: 'Mill House' }],
			addresses: [{ id: 'x', location_id: 'l', address_1: '1 Mill Lane', city: 'Chelmsford', postal_code: 'CM2 0PP' }],
			service_at_locations: [{ id: 's', service_id: 'a1', location_id: 'l' }],
			contacts: [{ id: 'c', service_id: 'a1', name: 'Desk' }],
			phones: [{ id: 'p', contact_id: 'c', number: '01245 284772' }],
			schedules: [
				{ id: 't', service_at_location_id: 's', byday: 'MO,TU,WE', opens_at: '09:00', closes_at: '17:00' },
				{ id: 'u', service_at_location_id: 's', byday: '1WE', opens_at: '18:00', closes_at: '20:00' }
			]
		});
		expect(services).toMatchObject([
			{ ...hub, organization: { name: 'Mill Trust', website: 'https://mill.example.org' } }
		]);
	});

	it('as the CSV tables of HSDS', () => {
		const { services } = readOpenReferralTexts(
			[
				{ file: 'hsds/services.csv', text: '\uFEFFid,name,status,minimum_age\na1,Mill Lane Hub,active,18\n' },
				{ file: 'hsds/phones.csv', text: 'id,service_id,number\np,a1,01245 284772\n' },
				{ file: 'hsds/service_at_locations.csv', text: 'id,service_id,location_id\ns,a1,l\n' },
				{ file: 'hsds/locations.csv', text: 'id,name\nl,Mill House\n' },
				{
					file: 'hsds/addresses.csv',
					text: 'id,location_id,address_1,city,postal_code\nx,l,1 Mill Lane,Chelmsford,CM2 0PP\n'
				}
			],
			SOURCE,
			AS_OF
		);
		expect(services).toMatchObject([{ ...hub, locations: [{ address_1: '1 Mill Lane', postal_code: 'CM2 0PP' }] }]);
	});

	it('as one value a line, and with a byte order mark', () => {
		const { services } = read(
			'feed.ndjson',
			'\uFEFF{"name":"A","status":"active"}\n\n{"name":"B","status":"inactive"}\n'
		);
		expect(services.map(({ name, ended }) => [name, ended])).toEqual([
			['A', false],
			['B', true]
		]);
	});

	it('in pages that repeat a service: the fuller one counts, and it stands once', () => {
		const { services } = readOpenReferralTexts(
			[
				{ file: 'list.json', text: JSON.stringify({ contents: [{ id: 'a', name: 'Hub', status: 'active' }] }) },
				{
					file: 'a.json',
					text: JSON.stringify({ id: 'a', name: 'Hub', status: 'active', phones: [{ number: '01245 284772' }] })
				}
			],
			SOURCE,
			AS_OF
		);
		expect(services).toHaveLength(1);
		expect(services[0]?.phones).toHaveLength(1);
	});

	it('as an organization with its services, and as a service at a location', () => {
		expect(json({ id: 'o', name: 'Mill Trust', services: [{ id: 'a', name: 'Hub' }] }).services).toMatchObject([
			{ name: 'Hub', organization: { name: 'Mill Trust' } }
		]);
		expect(
			json({
				id: 's',
				service: { id: 'a', name: 'Hub' },
				location: { addresses: [{ city: 'Harlow', address_1: '1 Street' }] }
			}).services
		).toMatchObject([{ name: 'Hub', locations: [{ city: 'Harlow' }] }]);
	});

	it('with names in camel case, nulls and numbers as texts', () => {
		expect(
			json([{ id: null, name: 'Hub', minimumAge: '16', maximumAge: null, email: '', phones: null }]).services
		).toMatchObject([{ name: 'Hub', minimum_age: 16, emails: [] }]);
	});
});

describe('what a feed says and nobody can use is told', () => {
	it('numbers, postcodes, points, ages, dates and times', () => {
		const { trouble } = json({
			name: 'Hub',
			status: 'active',
			minimum_age: 200,
			assured_date: 'last week',
			email: 'nobody',
			url: 'not a page',
			phones: [{ number: '0123' }],
			schedules: [
				{ byday: 'MO', interval: 2, opens_at: '09:00', closes_at: '10:00' },
				{ byday: 'MO', valid_to: '2020-01-01', opens_at: '09:00', closes_at: '10:00' }
			],
			service_at_locations: [
				{ location: { latitude: 0, longitude: 0, addresses: [{ city: 'Harlow', postal_code: 'ABC 1234' }] } }
			]
		});
		expect(trouble.map(({ what }) => what).toSorted()).toEqual([
			'"0123" is no phone number that can be dialled in the UK',
			'"ABC 1234" is no postcode of the UK',
			'"last week" is no date',
			'"nobody" is no e-mail address',
			'"not a page" is no web address',
			'an age of 200 years is not possible',
			'the point 0, 0 is not in the UK',
			'times: every 2 weeks, mo 09:00-10:00',
			'times: some ended on 2020-01-01 and are not used'
		]);
	});

	it('fields that we do not have, with how often they had a value', () => {
		const { unused } = json([
			{ name: 'A', status: 'active', colour: 'red', funding: [{ source: 'x' }] },
			{ name: 'B', status: 'active', colour: 'blue', shape: null }
		]);
		expect([...unused]).toEqual([
			['service.colour', 2],
			['service.funding', 1]
		]);
	});

	it('a service without a name, with its place', () => {
		expect(
			json({
				contents: [
					{ id: 'a', status: 'active' },
					{ name: 'Hub', status: 'active' }
				]
			}).trouble
		).toEqual([{ at: 'feed.json contents[0]', what: 'a service without a name is not used' }]);
	});
});

describe('a feed that cannot be read says where and why', () => {
	it.each([
		['feed.json', '', 'feed.json is empty — Look whether the download was cut off.'],
		[
			'feed.json',
			'{"a": 1,\n "b": oops}',
			'feed.json:2:7 is not JSON: it breaks at "oops}" — Fetch it again, or mend this place.'
		],
		[
			'feed.json',
			'{"contents": [{"name": "Hub"}',
			'feed.json:1:30 is not whole: the JSON ends too early — Fetch it again, or mend this place.'
		],
		[
			'feed.ndjson',
			'{"name":"A"}\n{"name":oops}\n',
			'feed.ndjson:2:9 is not JSON: it breaks at "oops}" — Fetch it again, or mend this place.'
		],
		[
			'feed.json',
			'[]',
			'feed.json holds no service — An Open Referral feed has services, each with a name: see README.'
		],
		[
			'feed.json',
			'[{"id":1,"status":"active"}]',
			'feed.json holds no service with a name — Look whether this is the right feed.'
		],
		[
			'services.csv',
			'id,name\n1,"never closed\n',
			'services.csv:2 ends inside quotes: one quote is never closed — Save it as CSV again, with quotes around cells that hold commas or lines.'
		]
	])('%s %j', (file, text, message) => {
		expect(failure(() => read(file, text))).toBe(message);
	});

	it('one that nests without end', () => {
		expect(failure(() => read('feed.json', `${'['.repeat(5000)}${']'.repeat(5000)}`))).toContain(
			'nests deeper than 60 levels'
		);
	});

	it('one that is not there', () => {
		expect(failure(() => readOpenReferral('/nowhere/feed.json', SOURCE, AS_OF))).toBe(
			'/nowhere/feed.json is not there — Give the file, or the folder, of the feed.'
		);
	});
});

describe('a CSV list is read by its map', () => {
	const map = readCsvMap({
		file: 'map.yaml',
		text: 'columns:\n  name: Service\n  phone: [Tel, Mobile]\n  city: Town\n  postal_code: Postcode\n  opening_hours: Open\n  kinds: Type\nkinds:\n  NSP: needle-exchange\n'
	});

	it('with several phones in a cell, quotes, and semicolons between the cells', () => {
		const text =
			'Service;Tel;Mobile;Town;Postcode;Open;Type;Extra\n"Hub; the second";01245 284772 | 01279 434621;;Harlow;CM201AA;Mo-Fr 09:00-17:00;NSP;x\n';
		const { services, unused } = readCsvText({ file: 'list.csv', text }, map, 'map.yaml', SOURCE);
		expect(services).toMatchObject([
			{
				at: 'list.csv:2',
				name: 'Hub; the second',
				phones: [{ number: '01245 284772' }, { number: '01279 434621' }],
				locations: [{ city: 'Harlow', postal_code: 'CM20 1AA', schedules: [{ opening_hours: 'Mo-Fr 09:00-17:00' }] }],
				kinds: ['needle-exchange']
			}
		]);
		expect([...unused]).toEqual([['column Extra', 1]]);
	});

	it('and says what is wrong with the map or the list', () => {
		expect(failure(() => readCsvMap({ file: 'map.yaml', text: 'columns:\n  nme: A\n' }))).toContain(
			'map.yaml:2:3 there is no field "nme" here — Did you mean "name"?'
		);
		expect(failure(() => readCsvText({ file: 'list.csv', text: 'A,B\n1,2\n' }, map, 'map.yaml', SOURCE))).toBe(
			'map.yaml:name names the column "Service", which list.csv does not have — Its columns: A, B.'
		);
		expect(failure(() => readCsvText({ file: 'list.csv', text: 'A,A\n1,2\n' }, map, 'map.yaml', SOURCE))).toBe(
			'list.csv:1 has two columns "A" — Give each column a name of its own.'
		);
	});
});

describe('a list of pharmacies is read', () => {
	it('with a heading, and as the NHS gives it without', () => {
		const headed = readPharmacyText(
			{ file: 'a.csv', text: 'name,address,town,postcode,phone\nBoots,1 High Street,Harlow,CM201AA,01279434621\n' },
			SOURCE
		);
		const bare = readPharmacyText(
			{ file: 'b.csv', text: 'FA1,Boots,1 High Street,,,Harlow,CM20 1AA,01279 434621,51.77,0.09\n' },
			SOURCE
		);
		for (const { services } of [headed, bare]) {
			expect(services).toMatchObject([
				{
					name: 'Boots',
					phones: [{ number: '01279 434621' }],
					locations: [{ address_1: '1 High Street', city: 'Harlow', postal_code: 'CM20 1AA' }]
				}
			]);
		}
		expect(bare.services[0]?.id).toBe('FA1');
	});

	it('and one that is none is refused', () => {
		expect(failure(() => readPharmacyText({ file: 'a.csv', text: 'a,b\n1,2\n' }, SOURCE))).toContain(
			'a.csv:1 is no list of pharmacies'
		);
	});
});

const shared = ['../shared', '../../shared'].map((folder) => resolve(folder)).find((folder) => existsSync(folder));

it('has the standard and the bench beside it in CI, always', () => {
	expect(
		shared !== undefined || !process.env['CI'],
		'The folder ../shared with standards/ and bench/ is missing.'
	).toBe(true);
});

describe.runIf(standardFolder() !== undefined)(
	'the examples of Open Referral UK 3.0 (skipped only where they are absent, never in CI)',
	() => {
		it('are one service, alone and all together', () => {
			const folder = join(standardFolder() ?? '', 'examples');
			for (const path of [
				folder,
				...['service_full', 'service_list', 'service_at_location_full', 'organization_full'].map((name) =>
					join(folder, `${name}.json`)
				)
			]) {
				const { services } = readOpenReferral(path, SOURCE, AS_OF);
				expect(services.map(({ id, name }) => [id, name])).toEqual([
					['ac148810-d857-441c-9679-408f346de14b', 'Community Counselling']
				]);
				expect(services[0]?.organization?.identifiers ?? []).toEqual(
					path.endsWith('service_list.json') ? [] : expect.any(Array)
				);
			}
		});
	}
);

describe.runIf(shared !== undefined)(
	'the pharmacies of England (skipped only where they are absent, never in CI)',
	() => {
		it('are all read, and each line that cannot be used is told', () => {
			const file = join(shared ?? '', 'bench/pharmacies-england-2020.csv');
			const lines = readFileSync(file, 'utf8').trimEnd().split('\n').length;
			const { services, trouble } = readPharmacies(file, SOURCE);
			const lost = trouble.filter(({ what }) => what.includes('not used'));
			expect(services.length + lost.length).toBe(lines);
			expect(services.length).toBeGreaterThan(11_200);
		});
	}
);

describe('whatever a feed holds', () => {
	const isTyped = (run: () => unknown) => {
		expect(failure(run)).not.toContain('not a FeedError');
	};

	it('JSON is read or refused in words', () => {
		const keys = fc.constantFrom(
			'id',
			'name',
			'contents',
			'services',
			'phones',
			'number',
			'schedules',
			'byday',
			'opens_at',
			'closes_at',
			'location',
			'organization',
			'__proto__',
			'service'
		);
		const { tree } = fc.letrec((tie) => ({
			tree: fc.oneof(
				{ maxDepth: 5 },
				fc.jsonValue(),
				fc.dictionary(keys, tie('tree')),
				fc.array(tie('tree'), { maxLength: 4 })
			)
		}));
		fc.assert(
			fc.property(tree, (value) => isTyped(() => json(value))),
			{ numRuns: 400 }
		);
	});

	it('any text is read or refused in words', () => {
		const map = readCsvMap({ file: 'map.yaml', text: 'columns: {name: a}\n' });
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, more) => {
				isTyped(() => read('feed.json', text));
				isTyped(() => read('services.csv', `id,name\n${text}`));
				isTyped(() => readCsvText({ file: 'list.csv', text: `a,b\n${text},${more}` }, map, 'map.yaml', SOURCE));
				isTyped(() => readPharmacyText({ file: 'list.csv', text: `name,postcode\n${text}` }, SOURCE));
				isTyped(() => readCsvMap({ file: 'map.yaml', text }));
			}),
			{ numRuns: 300 }
		);
	});
});
