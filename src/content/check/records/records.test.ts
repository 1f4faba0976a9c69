import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { AREA_FILE, problemLines, seen, SERVICE_FILE, serviceProblems, validArea, validService } from '../fixture.ts';

const OTHER_FILE = 'content/areas/essex/services/mill-lane-hub.yaml';
const OTHER = { id: 'mill-lane-hub', name: 'Mill Lane Hub', phones: [{ number: '01279 434621', ...seen }] };
/** The problems of two services, the second broken in one place. */
const two = (other: Record<string, unknown>, first: Record<string, unknown> = {}) =>
	problemLines({ [SERVICE_FILE]: validService(first), [OTHER_FILE]: validService({ ...OTHER, ...other }) });

describe('ids', () => {
	test('two different services are no problem', () => {
		expect(two({})).toEqual([]);
	});

	test('the same id twice', () => {
		expect(two({ id: 'well-street-hub' })).toEqual([
			'mill-lane-hub.yaml:1:5 error file-name the id is "well-street-hub" and the file is named "mill-lane-hub" — Name the file well-street-hub.yaml, so that people find it.',
			'well-street-hub.yaml:1:5 error duplicate-id the service id "well-street-hub" stands a second time; first at content/areas/essex/services/mill-lane-hub.yaml:1 — Give one of them another id, or make the two one record.'
		]);
	});

	test('the same organization twice', () => {
		const organizations = [{ id: 'well-trust', name: 'The Well Trust' }];
		expect(problemLines({ 'content/national/organizations.yaml': stringify({ organizations }) })).toEqual([
			'organizations.yaml:2:9 error duplicate-id the organization id "well-trust" stands a second time; first at content/areas/essex/organizations.yaml:2 — Give one of them another id, or make the two one record.'
		]);
	});

	test('an area in the folder of another', () => {
		expect(problemLines({ 'content/areas/thurrock/area.yaml': validArea({ id: 'southend-on-sea', front_doors: [] }) })).toEqual([
			'area.yaml:1:5 error file-name this says area "southend-on-sea" and stands in the folder of "thurrock" — Move the file or change the area.'
		]);
	});
});

describe('short codes in links', () => {
	// Found by trying: their hashes end in the same 30 bits.
	const [one, other] = ['hub-3688', 'hub-667976'];
	const hub = (id: string, listing: Record<string, unknown> = {}) => ({
		[`content/areas/essex/services/${id}.yaml`]: validService({ id, name: id, phones: [{ number: id === one ? '01279 434621' : '01279 434622', ...seen }], ...listing })
	});

	test('two services with the same code are refused, one of them closed or not', () => {
		const refused = (id: string, than: string) =>
			`${id}.yaml:1:5 error link-code links to plans would take this id for "${than}": both have the same short code — Change this id a little if it is the newer one. Never change one that has been published.`;
		for (const listing of [{}, { listing: 'closed', listing_reason: 'It closed in 2020.' }])
			expect(problemLines({ ...hub(one), ...hub(other, listing) })).toEqual([refused(one, other), refused(other, one)]);
	});

	test('other services are no problem', () => {
		expect(problemLines({ ...hub(one), ...hub('hub-2') })).toEqual([]);
	});
});

describe('duplicate services', () => {
	const at = (address_1: string, postal_code = 'CM20 1AA') => [{ address_1, city: 'Harlow', postal_code, ...seen }];

	test('the same name in the same area', () => {
		expect(two({ name: 'Well-Street  hub!' })).toEqual([
			'well-street-hub.yaml:1:5 error duplicate-service "well-street-hub" and "mill-lane-hub" (content/areas/essex/services/mill-lane-hub.yaml:1) have the same name in the same area — Make the two one record, or say in their names what sets them apart.'
		]);
	});

	test('branches of one name behind doors of their own are two services', () => {
		expect(two({ name: 'Well Street Hub', locations: at('1 Mill Lane') }, { locations: at('2 Well Street') })).toEqual([]);
	});

	test('one of them closed is no double', () => {
		expect(two({ name: 'Well Street Hub', listing: 'closed', listing_reason: 'It closed in 2020.' })).toEqual([]);
	});

	test('the same kind at the same address', () => {
		expect(two({ locations: at('1 Mill Lane') }, { locations: at('1 Mill Lane, Harlow') })).toEqual([
			'well-street-hub.yaml:1:5 warning duplicate-service "well-street-hub" and "mill-lane-hub" (content/areas/essex/services/mill-lane-hub.yaml:1) are both treatment at the same address — Make the two one record, or say in their names what sets them apart.'
		]);
	});

	test('and by the same organization on the same phone as well', () => {
		const { phones } = OTHER;
		expect(two({ locations: at('1 Mill Lane') }, { locations: at('1 Mill Lane'), phones })).toEqual([
			'well-street-hub.yaml:1:5 error duplicate-service "well-street-hub" and "mill-lane-hub" (content/areas/essex/services/mill-lane-hub.yaml:1) are both treatment at the same address, by the same organization, on the same phone — Make the two one record, or say in their names what sets them apart.'
		]);
	});

	describe('one phone', () => {
		const organizations = {
			'content/national/organizations.yaml': stringify({ organizations: [{ id: 'mill-trust', name: 'The Mill Trust' }] })
		};
		const shared = (fields: Record<string, unknown>, number = '01279 434621') =>
			problemLines({
				...organizations,
				[SERVICE_FILE]: validService({ phones: [{ number, ...seen }] }),
				[OTHER_FILE]: validService({ ...OTHER, organization: 'mill-trust', phones: [{ number, ...seen }], ...fields })
			});

		test('for two organizations with the same kind of work', () => {
			expect(shared({})).toEqual([
				'well-street-hub.yaml:1:5 warning duplicate-service "well-street-hub" and "mill-lane-hub" (content/areas/essex/services/mill-lane-hub.yaml:1) have the same phone, the same kind of work and different organizations — Compare the number with the sources of both. If one line serves both, link them with "through" or make them one record.'
			]);
		});

		test('may be a switchboard, a short number, or reached through the other', () => {
			expect(shared({ taxonomy_terms: ['homelessness'] })).toEqual([]);
			expect(shared({}, '111')).toEqual([]);
			expect(shared({ access: { ways: ['phone'], referral: [], through: ['well-street-hub'] } })).toEqual([]);
			expect(shared({ organization: 'well-trust' })).toEqual([]);
		});
	});
});

describe('references', () => {
	test('an organization that is not there', () => {
		expect(serviceProblems({ organization: 'wel-trust' })).toEqual([
			'well-street-hub.yaml:3:15 error missing-record there is no organization "wel-trust" — Did you mean "well-trust"? Else write the organization, or take this out.'
		]);
	});

	test('a council that is not there', () => {
		expect(serviceProblems({ service_areas: ['harlow', 'atlantis'] })).toEqual([
			'well-street-hub.yaml:14:5 error missing-record there is no council "atlantis" — Write the council, or take this out.'
		]);
	});

	const through = (id: string) => serviceProblems({ access: { ways: ['phone'], referral: [], through: [id] } });

	test('a service that is not there', () => {
		expect(through('quite-another-place-altogether')).toEqual([
			'well-street-hub.yaml:19:7 error missing-record there is no service "quite-another-place-altogether" — Write the service, or take this out.'
		]);
	});

	test('a service that goes through itself', () => {
		expect(through('well-street-hub')).toEqual([
			'well-street-hub.yaml:18:3 error circular-reference one cannot go through a service to reach that same service — Take it out of "through".'
		]);
	});

	test('a published service that sends people to a hidden one', () => {
		expect(
			two({ listing: 'draft', listing_reason: 'Not sure.' }, { access: { ways: ['phone'], referral: [], through: ['mill-lane-hub'] } })
		).toEqual([
			'well-street-hub.yaml:19:7 error hidden-record "well-street-hub" sends people to "mill-lane-hub", which is draft and never shown — Name a published service, or take this out.'
		]);
	});

	test('a closed record replaced by one that is hidden or not there', () => {
		const closed = { listing: 'closed', listing_reason: 'It closed.' };
		expect(two({ ...closed, replaced_by: 'well-street-hub' })).toEqual([]);
		expect(two({ ...closed, replaced_by: 'mill-lane-hub' })).toEqual([
			'mill-lane-hub.yaml:33:14 error hidden-record the page of a record that is no more sends people to "mill-lane-hub", which is closed and never shown — Name a published service, or take this out.'
		]);
	});

	test('an area whose front door is hidden, whose gap names nothing, whose council is of elsewhere', () => {
		const area = validArea({
			front_doors: [{ service: 'well-street-hub', for: 'adults', councils: ['basildon'] }],
			missing: [{ what: 'No clinic.', instead: 'Ring.', services: ['no-such-thing-at-all'], sources: ['page'] }]
		});
		const hidden = validService({ listing: 'draft', listing_reason: 'Not sure.' });
		expect(problemLines({ [AREA_FILE]: area, [SERVICE_FILE]: hidden })).toEqual([
			'area.yaml:9:14 error hidden-record the area "essex" sends people to "well-street-hub", which is draft and never shown — Name a published service, or take this out.',
			'area.yaml:12:9 error missing-record there is no council of this area "basildon" — Write the council of this area, or take this out.',
			'area.yaml:17:9 error missing-record there is no service "no-such-thing-at-all" — Write the service, or take this out.',
			'area.yaml:19:9 error missing-record there is no source in this file "page" — Write the source in this file, or take this out.'
		]);
	});
});

describe('councils', () => {
	test('an area has those that the place tables give it', () => {
		const councils = [
			{ id: 'basildon', area: 'essex' },
			{ id: 'thurrock', area: 'thurrock' }
		];
		expect(problemLines({}, { councils: [{ id: 'harlow', area: 'essex' }] })).toEqual([]);
		expect(problemLines({}, { councils })).toEqual([
			'area.yaml:3:1 error wrong-council the area "essex" lacks its council "basildon" of content/places/councils.csv — Add it under "councils".',
			'area.yaml:4:9 error wrong-council the council "harlow" is not of the area "essex" in content/places/councils.csv — Take it out here, or correct the table.'
		]);
	});
});

describe('listing', () => {
	test.each(['confirm-first', 'draft', 'closed', 'superseded'])('%s without a reason', (listing) => {
		const reason =
			listing === 'confirm-first' ? 'one plain sentence that a worried person can read.' : "why it is not shown, in editors' words.";
		expect(problemLines({ [SERVICE_FILE]: validService({ listing }), [AREA_FILE]: validArea({ front_doors: [] }) })).toEqual([
			`well-street-hub.yaml:4:10 error no-reason "well-street-hub" is ${listing} and does not say why — Add "listing_reason": ${reason}`
		]);
	});

	test('replaced and yet shown', () => {
		expect(two({ replaced_by: 'well-street-hub' })).toEqual([
			'mill-lane-hub.yaml:32:14 warning replaced-but-live "mill-lane-hub" is listed and yet replaced by "well-street-hub" — Make it closed or superseded, or take "replaced_by" out.'
		]);
	});
});

describe('ages', () => {
	const eligibility = (fields: Record<string, unknown>) => serviceProblems({ eligibility: { sources: ['own-page'], ...fields } });

	test('adults only, and no age that says so', () => {
		expect(eligibility({ description: 'For adults in Harlow.' })).toEqual([
			'well-street-hub.yaml:14:16 warning adults-without-age the words say that it is for adults, and no minimum_age says so — Add "minimum_age: 18", or say in the text that younger people may come.'
		]);
		expect(eligibility({ description: 'For adults in Harlow.', minimum_age: 18 })).toEqual([]);
		expect(eligibility({ description: 'For adults and young people.' })).toEqual([]);
	});

	test('an age that nobody has', () => {
		expect(eligibility({ minimum_age: 25, maximum_age: 18 })).toEqual([
			'well-street-hub.yaml:14:16 error impossible-ages nobody is at least 25 and at most 18 years old — Compare both ages with the source.'
		]);
	});
});
