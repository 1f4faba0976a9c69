import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { seen, SERVICE_FILE, validService } from '../check/fixture.ts';
import { checkContent } from '../check/index.ts';
import { givenIn } from '../check/given.ts';
import { compilePlaces } from '../compile/places.ts';
import { exportFiles } from '../export/index.ts';
import { uuidOf } from '../export/open-referral/ids.ts';
import { publicationOf } from '../export/publication.ts';
import { textsIn } from '../read/files.ts';
import { readTexts } from '../read/index.ts';
import { readPlaceTables } from '../read/place-tables.ts';
import { isRaw } from './feed/fields.ts';
import { AS_OF, ground, SOURCE } from './fixture.ts';
import { importPharmacies } from './import-pharmacies.ts';
import { importServices, type ImportGround } from './index.ts';
import { readOpenReferralTexts } from './open-referral/index.ts';
import { readPharmacyText } from './tables/pharmacies.ts';

const feedOf = (value: unknown, source = SOURCE) =>
	readOpenReferralTexts([{ file: 'feed.json', text: JSON.stringify(value) }], source, AS_OF);
const hub = { id: 'f1', name: 'Well Street Hub', status: 'active', phones: [{ number: '01245 284772' }] };
const from = (value: unknown, on: ImportGround = ground(), source = SOURCE) =>
	importServices(feedOf(value, source), 'essex', false, on);

describe('a service of a feed is recognised', () => {
	it('by name and phone: nothing changed, nothing is written', () => {
		const { report, texts } = from([hub]);
		expect(report.counts).toMatchObject({ read: 1, new: 0, changed: 0, unchanged: 1 });
		expect([...texts]).toEqual([]);
	});

	it('by the id that an earlier import left, whatever else changed', () => {
		const facts = [{ file: 'feeds/town-list', name: 'f1' }];
		const { report } = from(
			[{ ...hub, name: 'Quite another name', phones: [] }],
			ground({ [SERVICE_FILE]: validService({ facts }) })
		);
		expect(report.changed).toMatchObject([
			{
				id: 'well-street-hub',
				by: ['identifier'],
				differences: [{ field: 'name', old: 'Well Street Hub', new: 'Quite another name' }]
			}
		]);
	});

	it('not by the phone of the house alone: it is new, and the other is named', () => {
		const place = { address_1: '1 Well Street', city: 'Harlow', postal_code: 'CM20 1AA' };
		const ours = validService({ locations: [{ ...place, ...seen }] });
		const { report } = from(
			[{ ...hub, name: 'Bowling club', service_at_locations: [{ location: { addresses: [place] } }] }],
			ground({ [SERVICE_FILE]: ours })
		);
		expect(report.new).toMatchObject([{ name: 'Bowling club', perhaps: 'well-street-hub' }]);
	});
});

describe('a change is told field by field, and written with its source and date', () => {
	const changed = [{ ...hub, assured_date: '2026-11-01', phones: [{ number: '01279 434621' }] }];

	it('old and new', () => {
		expect(from(changed).report.changed).toMatchObject([
			{ id: 'well-street-hub', differences: [{ field: 'phones[0].number', old: '01245 284772', new: '01279 434621' }] }
		]);
	});

	it('comments stay, and what was listed becomes "ring first"', () => {
		const text = validService().replace('description:', '# Ask about parking.\ndescription:');
		const { texts } = from(changed, ground({ [SERVICE_FILE]: text }));
		const written = texts.get(SERVICE_FILE) ?? '';
		expect(written).toContain('# Ask about parking.\ndescription:');
		expect(parse(written)).toMatchObject({
			listing: 'confirm-first',
			listing_reason: expect.any(String),
			phones: [{ number: '01279 434621', sources: ['town-list'], assured: { date: '2026-11-01', how: 'open-data' } }],
			sources: { 'town-list': { url: 'https://example.org/feed', page_date: '2026-11-01', seen: AS_OF } }
		});
	});

	it('a later check by a person is never overwritten', () => {
		const phones = (date: string) => [
			{ number: '01245 284772', sources: ['own-page'], assured: { date, how: 'phone', by: 'Sam' } }
		];
		const later = from(changed, ground({ [SERVICE_FILE]: validService({ phones: phones('2026-11-20') }) }));
		expect(later.texts.size).toBe(0);
		expect(later.report.kept).toMatchObject([
			{
				differences: [
					{ field: 'phones[0].number', kept: 'checked by phone on 2026-11-20 (Sam): later than the feed of 2026-11-01' }
				]
			}
		]);
		const same = from(changed, ground({ [SERVICE_FILE]: validService({ phones: phones('2026-11-01') }) }));
		expect(same.report.counts).toMatchObject({ changed: 0, kept: 1 });
		const { date, ...undated } = SOURCE;
		expect(date).toBe('2026-11-01');
		const noDay = from(
			[{ ...hub, phones: [{ number: '01279 434621' }] }],
			ground({ [SERVICE_FILE]: validService({ phones: phones('2020-01-01') }) }),
			undated
		);
		expect(noDay.report.counts).toMatchObject({ changed: 0, kept: 1 });
		const earlier = from(changed, ground({ [SERVICE_FILE]: validService({ phones: phones('2026-10-31') }) }));
		expect(earlier.report.counts).toMatchObject({ changed: 1, kept: 0 });
	});

	it('what vanished from a feed is told and stays', () => {
		const facts = [{ file: 'feeds/town-list', name: 'gone' }];
		const { report, texts } = from(
			[{ ...hub, id: 'n', name: 'New one', phones: [{ number: '01279 434621' }] }],
			ground({ [SERVICE_FILE]: validService({ facts }) })
		);
		expect(report.vanished).toEqual([{ id: 'well-street-hub', name: 'Well Street Hub', file: SERVICE_FILE }]);
		expect(texts.has(SERVICE_FILE)).toBe(false);
	});
});

describe('what is new is written as a draft', () => {
	const rich = {
		id: 'n1',
		name: 'Mill Lane Needle exchange',
		status: 'active',
		description: '<p>New needles &amp; advice \u{1F600} for everyone.</p>',
		organization: {
			id: 'o',
			name: 'The Mill',
			organization_identifiers: [{ identifier_scheme: 'GB-CHC', identifier: '1234567' }]
		},
		email: 'mill@example.org',
		phones: [{ number: '+441279 434621' }],
		minimum_age: '18',
		cost_options: [{ amount: 0 }],
		service_areas: [{ name: 'Harlow' }],
		service_at_locations: [
			{
				location: { addresses: [{ address_1: '1 Mill Lane', city: 'Harlow', postal_code: 'CM201AA' }] },
				schedules: [{ byday: 'MO', opens_at: '09:00', closes_at: '12:00' }]
			}
		]
	};
	const FILE = 'content/areas/essex/services/mill-lane-needle-exchange.yaml';

	it('that passes the checks, with source and date on every fact', () => {
		const on = ground();
		const { texts, report } = from([rich], on);
		expect(report.new).toMatchObject([{ id: 'mill-lane-needle-exchange', file: FILE }]);
		expect(parse(texts.get(FILE) ?? '')).toMatchObject({
			listing: 'draft',
			organization: 'the-mill',
			taxonomy_terms: ['needle-exchange'],
			description: 'New needles & advice for everyone.',
			service_areas: ['harlow'],
			facts: [{ file: 'feeds/town-list', name: 'n1' }],
			phones: [{ number: '01279 434621', sources: ['town-list'], assured: { date: '2026-11-01', how: 'open-data' } }],
			locations: [{ postal_code: 'CM20 1AA', schedules: [{ opening_hours: 'Mo 09:00-12:00', sources: ['town-list'] }] }]
		});
		expect(parse(texts.get('content/areas/essex/organizations-town-list.yaml') ?? '')).toEqual({
			organizations: [{ id: 'the-mill', name: 'The Mill', identifiers: [{ scheme: 'GB-CHC', identifier: '1234567' }] }]
		});
		expect(errorsIn(on, texts)).toEqual([]);
	});

	it('and the same feed again changes nothing', () => {
		const on = ground();
		const all = new Map([...on.texts, ...from([rich], on).texts]);
		const again = from([rich], { ...on, texts: all, content: readTexts(all) });
		expect(again.report.counts).toMatchObject({ new: 0, changed: 0, kept: 0, unchanged: 1 });
	});

	it('without words that our content may not hold', () => {
		const { texts } = from([{ ...rich, description: 'Help for junkies.' }]);
		expect(texts.get(FILE)).not.toContain('junkies');
		expect(parse(texts.get(FILE) ?? '')).toMatchObject({ description: 'What it does is not described yet.' });
	});
});

function errorsIn(on: ImportGround, texts: ReadonlyMap<string, string>) {
	const before = checkContent(on.content, on.given).filter(({ level }) => level === 'error').length;
	const after = checkContent(readTexts(new Map([...on.texts, ...texts])), { ...on.given, made: AS_OF }).filter(
		({ level }) => level === 'error'
	);
	return after.length === before ? [] : after;
}

describe('whatever a service holds', () => {
	const word = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 60 }),
		fc.constantFrom(
			'Mo-Fr',
			'junkie',
			'CM2 0PP',
			'01245 284772',
			'<script>',
			'24/7',
			'x'.repeat(500),
			'2026-02-30',
			'999'
		)
	);
	const service = fc.record(
		{
			name: word,
			description: word,
			alternate_name: word,
			email: word,
			url: word,
			wait_time: word,
			eligibility_description: word,
			fees: word,
			alert: word,
			assured_date: word,
			minimum_age: fc.oneof(word, fc.integer()),
			maximum_age: fc.oneof(word, fc.integer()),
			organization: fc.record({
				name: word,
				website: word,
				organization_identifiers: fc.array(
					fc.record({ identifier_scheme: fc.constantFrom('GB-CHC', 'x'), identifier: word })
				)
			}),
			phones: fc.array(fc.record({ number: word, description: word, type: fc.constantFrom('text', 'voice', 'fax') }), {
				maxLength: 3
			}),
			schedules: fc.array(fc.record({ byday: word, opens_at: word, closes_at: word }), { maxLength: 3 }),
			service_areas: fc.array(fc.record({ name: word })),
			service_at_locations: fc.array(
				fc.record({
					location: fc.record({
						name: word,
						addresses: fc.array(fc.record({ address_1: word, city: word, postal_code: word }))
					})
				}),
				{ maxLength: 2 }
			)
		},
		{ requiredKeys: ['name'] }
	);

	it('what is written passes the checks', () => {
		const on = ground();
		fc.assert(
			fc.property(fc.array(service, { minLength: 1, maxLength: 3 }), (services) => {
				const named = services.map((each, index) => ({ ...each, name: `${each.name} a${index}`, status: 'active' }));
				const { texts } = from(named, on);
				expect(errorsIn(on, texts)).toEqual([]);
			}),
			{ numRuns: 60 }
		);
	}, 60_000);
});

describe('our own export, read again', () => {
	const texts = textsIn('.');
	const content = readTexts(texts);
	const tables = readPlaceTables('.');
	let files: ReturnType<typeof exportFiles>;
	const on: ImportGround = {
		texts,
		content,
		places: compilePlaces(tables),
		given: givenIn('.', content),
		asOf: AS_OF,
		write: false,
		exportIds: (id) => [uuidOf('service', id)]
	};
	const again = (chosen: (path: string) => boolean, change: (text: string) => string = (text) => text) => {
		const feed = [...files].filter(([path]) => chosen(path)).map(([file, text]) => ({ file, text: change(text) }));
		return importServices(readOpenReferralTexts(feed, SOURCE, AS_OF), 'essex', false, on).report;
	};
	const isService = (path: string) => path.startsWith('open-referral/services/');

	beforeAll(() => {
		files = exportFiles('open-referral', publicationOf(content, tables));
	}, 60_000);

	it.each([
		['every file', () => true],
		['the list alone', (path: string) => path === 'open-referral/services.json'],
		['one file a service', isService]
	])(
		'has no change: %s',
		(_, chosen) => {
			const { counts, trouble } = again(chosen);
			expect(counts).toMatchObject({ new: 0, changed: 0, kept: 0, vanished: 0 });
			expect(counts.unchanged).toBe(counts.read);
			expect(trouble).toEqual([]);
		},
		60_000
	);

	it('a planted change, a new and a lost service are found', () => {
		const lost = `open-referral/services/${uuidOf('service', 'frank')}.json`;
		const report = again(
			(path) => isService(path) && path !== lost,
			(text) =>
				text
					.replaceAll('"01279 434621"', '"01279 111222"')
					.replace(/^(\{"id":")[^"]*(","url_id":")samaritans"/, '$1x1$2nobody"')
					.replace('"Samaritans"', '"Quite new"')
					.replaceAll('116 123', '01245 284772')
					.replace('https://www.samaritans.org', 'https://new.example.org')
		);
		expect(report.vanished.map(({ id }) => id)).toContain('frank');
		expect(report.new.map(({ name }) => name)).toEqual(['Quite new']);
		expect(
			report.changed.flatMap(({ id, differences }) =>
				differences.map(({ field, old, new: now }) => [id, field, old, now])
			)
		).toContainEqual(['open-road-harlow', 'phones[0].number', '01279 434621', '01279 111222']);
	}, 60_000);
});

describe('a list of pharmacies', () => {
	const FILE = 'content/areas/essex/pharmacies.yaml';
	const rows = [
		'# NHS list',
		'area: essex',
		'listing: confirm-first',
		'listing_reason: This list is old. Ring first.',
		'description: A pharmacy.',
		'source: {document: NHS list, page_date: 2020-02, supports: name, seen: 2026-11-21}',
		'assured: {date: 2020-02, how: open-data}',
		'pharmacies:',
		'  - {id: pharmacy-a, name: Aa Pharmacy, address_1: 1 High Street, city: Harlow, postal_code: CM20 1AA, phone: 01279 434621, council: harlow}',
		'  - {id: pharmacy-b, name: Bee Pharmacy, address_1: 2 High Street, city: Harlow, postal_code: CM20 1AB, phone: 01279 434622, council: harlow} # kept by hand',
		''
	].join('\n');
	const organizations = 'organizations:\n  - {id: community-pharmacy, name: Community pharmacy}\n';
	const on = () => ground({ [FILE]: rows, 'content/national/organizations.yaml': organizations });
	const list = (...lines: string[]) => readPharmacyText({ file: 'nhs.csv', text: lines.join('\n') }, SOURCE);
	const same = 'F2,BEE PHARMACY LTD,2 High St,,,Harlow,CM20 1AB,01279434622,51.77,0.09';

	it('changed, new, the same, vanished, and of places that are not ours', () => {
		const { report } = importPharmacies(
			list(
				'F1,Jhoots,1 High Street,,,Harlow,CM20 1AA,01279434621,51.77,0.09',
				'F3,Cee,3 High Street,,,Harlow,CM20 1AD,01279434623,51.77,0.09',
				same,
				'F4,Far,1 Road,,,Leeds,LS1 1AA,01132434623,53.8,-1.5'
			),
			undefined,
			on()
		);
		expect(report.counts).toMatchObject({ read: 4, new: 1, changed: 1, unchanged: 1, vanished: 0, outside: 1 });
		expect(report.changed).toMatchObject([
			{ id: 'pharmacy-a', differences: [{ field: 'name', old: 'Aa Pharmacy', new: 'Jhoots' }] }
		]);
		expect(report.outside).toEqual({ LS: 1 });
		expect(importPharmacies(list(same), undefined, on()).report.vanished).toMatchObject([{ id: 'pharmacy-a' }]);
	});

	it('is written with its own date: old rows leave the old file, and every other byte stays', () => {
		const { texts } = importPharmacies(
			list('F1,Jhoots,1 High Street,,,Harlow,CM20 1AA,01279434621,51.77,0.09', same),
			undefined,
			on()
		);
		expect(texts.get(FILE)).toBe(
			rows
				.split('\n')
				.filter((line) => !line.includes('pharmacy-a'))
				.join('\n')
		);
		const made = new Map([...on().texts, ...texts]);
		const { services, problems } = readTexts(made);
		expect(problems).toEqual([]);
		expect(services.find(({ record }) => record.id === 'pharmacy-a')?.record).toMatchObject({
			name: 'Jhoots',
			phones: [{ assured: { date: '2026-11-01' } }],
			facts: [{ file: 'feeds/town-list', name: 'F1' }]
		});
	});
});

it('a raw value is a group of fields and nothing else', () => {
	expect([{}, [], null, 'a', 1].map(isRaw)).toEqual([true, false, false, false, false]);
});
