import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { JOURNEYS } from '../../../data/pages/journeys.ts';
import { readTexts } from '../../read/index.ts';
import { contentTexts, problemLines, SERVICE_FILE, validService } from '../fixture.ts';
import { journeysComplete } from './ways.ts';

type Fields = Record<string, unknown>;

const FILE = 'content/areas/essex/journeys.yaml';
const RULES_FILE = 'content/safety/rules.yaml';
const rules = stringify({
	rules: Array.from({ length: 15 }, (_, index) => ({
		id: `R${index + 1}`,
		level: 'note',
		title: 'A rule',
		text: 'Do this.',
		facts: [`R${index + 1}`]
	}))
});

const stage = (name: string, fields: Fields = {}): Fields => ({
	stage: name,
	do: 'Ring them.',
	professionals: 'Ring them.',
	services: ['well-street-hub'],
	sources: ['well-street-hub'],
	...fields
});
const first = (fields: Fields = {}) =>
	stage('first-contact', { safety: ['R1', 'R4', 'R6'], next: [{ to: 'aftercare', who: 'They do' }], ...fields });
const last = (fields: Fields = {}) => stage('aftercare', { safety: ['R7'], ...fields });
const journey = (id: string, stages: Fields[]) => ({ id, start: { who: 'You can.' }, stages });
const ways = (drink: Fields[]) => JOURNEYS.map((id) => journey(id, id === 'drink' ? drink : [first(), last()]));

/** The problems of the journeys when the one about drink has these stages. */
const problems = (drink: Fields[] = [first(), last()], texts: Record<string, string> = {}) =>
	problemLines({ [FILE]: stringify({ journeys: ways(drink) }), [RULES_FILE]: rules, ...texts }).map((line) =>
		line.replace(/^(\S+?):\S+ /, '$1 ')
	);

describe('journeys', () => {
	test('all eight with their stages are no problem', () => {
		expect(problems()).toEqual([]);
	});

	test('an area without a file for them', () => {
		const content = readTexts(contentTexts());
		expect(journeysComplete(content, { made: '2026-11-21' }).map(({ file, message }) => `${file} ${message}`)).toEqual([
			`${FILE} this area has no journeys.yaml`
		]);
	});

	test('one that is missing, and one that stands twice', () => {
		const some = [...ways([first(), last()]).filter(({ id }) => id !== 'medicines'), journey('families', [first(), last()])];
		expect(problems([], { [FILE]: stringify({ journeys: some }) })).toEqual([
			'journeys.yaml error missing-journey there is no journey "medicines" — Write it. Where the area has no such help, its stages are gaps with what to do instead.',
			'journeys.yaml error duplicate-id the journey "families" stands a second time — Make the two one journey.'
		]);
	});

	test('a wait without the year of its source', () => {
		expect(problems([first({ wait: 'About three weeks.' }), last()])[0]).toContain('must say the year of its source');
	});
});

describe('ways through a journey', () => {
	test('an arrow that leads nowhere, and a stage that no arrow reaches', () => {
		expect(problems([first({ next: [{ to: 'rehab', who: 'They do' }] }), last()])).toEqual([
			'journeys.yaml error journey-way "first-contact" leads to "rehab", which is not there — Arrows lead to later stages and do not cross: change them or the order of the stages.',
			'journeys.yaml error journey-way no arrow leads to "aftercare" — Say in an earlier stage who takes people here.'
		]);
	});

	test('a stage in the middle where the way ends', () => {
		const next = [
			{ to: 'treatment', who: 'They do' },
			{ to: 'aftercare', who: 'They do' }
		];
		expect(problems([first({ next }), stage('treatment'), last()])).toEqual([
			'journeys.yaml error journey-way no arrow leads on from "treatment" — Say who takes people on, and to which stage.'
		]);
	});

	test('a stage twice', () => {
		expect(problems([first(), last(), last()])).toEqual([
			'journeys.yaml error journey-way the stage "aftercare" stands a second time — Make the two one stage.'
		]);
	});

	test('a stage with no service and no gap, or missing and no gap', () => {
		const message =
			'journeys.yaml error journey-way "aftercare" has no service and says no gap — Name a service, or say what is missing, what to ask and what to do instead.';
		expect(problems([first(), last({ services: [] })])).toEqual([message]);
		expect(problems([first(), last({ missing: true })])).toEqual([message]);
	});

	test('the same as a stage that is not there', () => {
		expect(problems([first(), { stage: 'aftercare', same_as: 'families' }])).toEqual([]);
		expect(problems([first(), { stage: 'aftercare', same_as: 'drink' }])).toEqual([
			'journeys.yaml error journey-way no stage "aftercare" of its own stands in that journey — Name a journey that writes this stage out, or write it here.'
		]);
	});
});

describe('what a journey names', () => {
	test('services, notes and documents that are not there', () => {
		const gaps = [{ what: 'None.', ask: 'Who?', instead: 'Ring.', services: ['no-such-thing-at-all'] }];
		expect(problems([first(), last({ gaps, safety: ['R77'], sources: ['other-document.txt:12', 'quite-another-place'] })])).toEqual([
			'journeys.yaml error missing-record there is no document "other-document.txt" — Write the document, or take this out.',
			'journeys.yaml error missing-record there is no service "quite-another-place" — Write the service, or take this out.',
			'journeys.yaml error missing-record there is no safety rule or note "R77" — Did you mean "R7"? Else write the safety rule or note, or take this out.',
			'journeys.yaml error missing-record there is no service "no-such-thing-at-all" — Write the service, or take this out.'
		]);
	});

	test('a service that nobody sees', () => {
		const hidden = validService({ listing: 'draft', listing_reason: 'Not sure.' });
		const found = problems([first(), last()], { [SERVICE_FILE]: hidden });
		expect(found).toContain(
			'journeys.yaml error hidden-record the journey "drink" sends people to "well-street-hub", which is draft and never shown — Name a published service, or take this out.'
		);
	});

	test('a service that is for people of another area', () => {
		const file = 'content/areas/thurrock/services/far-hub.yaml';
		const far = validService({ id: 'far-hub', name: 'Far Hub', service_areas: ['thurrock'], phones: undefined, access: { ways: ['walk-in'], referral: [] } });
		const found = problems([first(), last({ services: ['far-hub'] })], { [file]: far, 'content/areas/thurrock/area.yaml': thurrock });
		expect(found).toContain(
			'journeys.yaml error wrong-area the journey "drink" sends people to "far-hub", which is not for people of this area — Name a service that serves one of its councils, or all of England.'
		);
	});
});

const thurrock = stringify({
	id: 'thurrock',
	name: 'Thurrock',
	councils: [{ id: 'thurrock', name: 'Thurrock', upper_tier: 'Thurrock' }],
	about: 'One service takes the first call.',
	front_doors: [],
	missing: []
});

describe('safety', () => {
	test('the first step about drink says never to stop suddenly', () => {
		expect(problems([first({ safety: ['R1'] }), last()])).toEqual([
			'journeys.yaml error journey-safety the stage "first-contact" of "drink" must show safety rule R4 — Add R4 under "safety".'
		]);
	});

	test('a detox about drink names the danger signs too', () => {
		const detox = stage('detox', { safety: ['R4'], next: [{ to: 'aftercare', who: 'They do' }] });
		expect(problems([first({ next: [{ to: 'detox', who: 'They do' }] }), detox, last()])).toEqual([
			'journeys.yaml error journey-safety the stage "detox" of "drink" must show safety rule R5 — Add R5 under "safety".'
		]);
	});
});

