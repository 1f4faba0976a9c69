import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../data/pathway.ts';
import { Chooser } from './services/choose.ts';
import { ALWAYS, AREA, card, GRAPH, OFFICE_HOURS, outcome, SUNDAY_NIGHT, TUESDAY, world } from './fixture.ts';
import { makePlan } from './plan.ts';
import { addUp } from './person.ts';
import { placeOf } from './place.ts';
import { walk } from './walk.ts';

const ADULT = { who: 'me', age: 'adult', what: 'opioids' };
const NALOXONE: Outcome = outcome('drug-plan', {
	steps: {
		now: [
			{
				text: 'Ring the service.',
				safety: [{ note: 'R7' }, { note: 'R4', when: { question: 'what', in: ['alcohol'] } }],
				services: [{ frontDoor: 'by-age', limit: 2 }],
				ifClosed: 'Ring FRANK.',
				fallback: { services: ['frank'], text: 'There is none here.' }
			}
		],
		next: [
			{
				text: 'Get naloxone.',
				when: { not: { question: 'what', in: ['alcohol'] } },
				services: [{ terms: ['naloxone'], limit: 3 }],
				fallback: { services: ['county-hub', 'frank'], text: 'We know no place here.' }
			}
		],
		later: [{ text: 'Only in Hillshire.', when: { question: 'area', in: ['hillshire'] } }]
	}
});
const NOTES = {
	R4: { id: 'R4', level: 'urgent' as const, text: 'Do not stop suddenly.' },
	R7: {
		id: 'R7',
		level: 'urgent' as const,
		text: 'The old dose can kill you.',
		aboutAnother: 'The old dose can kill them.'
	}
};
const PATHWAY = {
	...GRAPH,
	notes: NOTES,
	voices: ['frank', 'drinkline', 'samaritans'],
	outcomes: { ...GRAPH.outcomes, 'drug-plan': NALOXONE, 'drink-plan': NALOXONE }
};
const CARDS = [
	card('county-hub', { minAge: 18, hours: [OFFICE_HOURS], mainHours: 0 }),
	card('frank', { area: 'national', councils: undefined, terms: ['helpline'], hours: [OFFICE_HOURS], mainHours: 0 }),
	card('drinkline', { area: 'national', councils: undefined, terms: ['helpline'], substances: ['alcohol'] }),
	card('samaritans', { area: 'national', councils: undefined, terms: ['crisis-line'], hours: [ALWAYS], mainHours: 0 })
];

function plan(answers: Record<string, string>, fields: Parameters<typeof world>[1] = {}) {
	const way = walk(PATHWAY, new Map(Object.entries(answers)));
	if (way.at.kind !== 'plan') throw new Error('No plan was reached.');
	return makePlan(PATHWAY, way.at.outcome, way.given, new Chooser(world(CARDS, fields)));
}
const ids = (services: { card: { id: string } }[] | undefined) => services?.map((each) => each.card.id);

describe('a plan', () => {
	test('says what the person said', () => {
		expect(plan({ ...ADULT, what: 'alcohol' }).because).toEqual(['this is for you', 'it is about alcohol']);
	});

	test('has the steps and notes that these answers call for, and no others', () => {
		const opioids = plan(ADULT);
		expect(opioids.steps.now[0]?.safety.map(({ id }) => id)).toEqual(['R7']);
		expect(opioids.steps.next).toHaveLength(1);
		const alcohol = plan({ ...ADULT, what: 'alcohol' });
		expect(alcohol.steps.now[0]?.safety.map(({ id }) => id)).toEqual(['R7', 'R4']);
		expect(alcohol.steps.next).toEqual([]);
	});

	test('speaks of "them" to someone who asks for another', () => {
		const note = (answers: Record<string, string>) => plan(answers).steps.now[0]?.safety[0]?.text;
		expect(note(ADULT)).toBe('The old dose can kill you.');
		expect(note({ who: 'family', what: 'opioids' })).toBe('The old dose can kill them.');
	});

	test('speaks to the one who grieves, and never of the one who died', () => {
		const told = addUp([{ audiences: ['bereaved'] }]);
		const [step] = makePlan(PATHWAY, NALOXONE, [], new Chooser(world(CARDS)), told).steps.now;
		expect(step?.safety.map(({ text }) => text)).toContain('The old dose can kill you.');
	});

	test('has steps for a place only there', () => {
		expect(plan(ADULT).steps.later).toHaveLength(1);
		expect(plan(ADULT, { place: {} }).steps.later).toEqual([]);
	});

	test('where no service fits, says so, names what to do instead, and tells what the area says of the gap', () => {
		const [naloxone] = plan(ADULT).steps.next;
		expect(naloxone?.services).toEqual([]);
		expect(naloxone?.fallback?.text).toBe('We know no place here.');
		expect(ids(naloxone?.fallback?.services)).toEqual(['county-hub', 'frank']);
		expect(naloxone?.gaps.map(({ what }) => what)).toEqual(['We know no place for naloxone here.']);
		expect(ids(naloxone?.gaps[0]?.services)).toEqual(['frank']);
	});

	test('tells of what is missing in some councils only there, and to who did not name a council', () => {
		const [gap] = AREA.missing;
		const gapIn = (councils: string[], council?: string) => {
			const area = { ...AREA, missing: gap ? [{ ...gap, councils }] : [] };
			return plan(ADULT, { place: { area, ...(council && { council }) } }).steps.next[0]?.gaps.length;
		};
		expect(gapIn(['dale'], 'hill')).toBe(0);
		expect(gapIn(['dale'], 'dale')).toBe(1);
		expect(gapIn(['dale'])).toBe(1);
	});

	test('never names an adult-only service to somebody under 18, not even as a fallback', () => {
		const { now, next } = plan({ ...ADULT, age: 'under-18' }).steps;
		expect(ids(now[0]?.services)).toEqual([]);
		expect(ids(now[0]?.fallback?.services)).toEqual(['frank']);
		expect(ids(next[0]?.fallback?.services)).toEqual(['frank']);
	});

	test('knows when its first service is closed', () => {
		expect(plan(ADULT, { now: TUESDAY }).steps.now[0]).toMatchObject({ isClosed: false, ifClosed: 'Ring FRANK.' });
		expect(plan(ADULT, { now: SUNDAY_NIGHT }).steps.now[0]).toMatchObject({ isClosed: true });
	});

	test('says what to do when nobody answers at a surgery, of whose hours we hold nothing', () => {
		const surgery = outcome('surgery', {
			steps: { now: [{ text: 'Ring your surgery.', ifClosed: 'Ring 111.' }], next: [], later: [] }
		});
		const [step] = makePlan(PATHWAY, surgery, [], new Chooser(world(CARDS))).steps.now;
		expect(step).toMatchObject({ isClosed: false, mayBeClosed: true, ifClosed: 'Ring 111.' });
		expect(plan(ADULT, { now: TUESDAY }).steps.now[0]).toMatchObject({ mayBeClosed: false });
	});

	test('a step whose services are missing here has its fallback, and says nothing of closed doors', () => {
		expect(plan(ADULT).steps.next[0]).toMatchObject({ services: [], mayBeClosed: false });
	});

	test('ends with somebody to ring who answers now and takes this person', () => {
		expect(ids(plan(ADULT, { now: TUESDAY }).voices)).toEqual(['frank', 'samaritans']);
		expect(ids(plan(ADULT, { now: SUNDAY_NIGHT }).voices)).toEqual(['samaritans', 'frank']);
		expect(ids(plan({ ...ADULT, what: 'alcohol' }, { now: TUESDAY }).voices)).toEqual([
			'frank',
			'samaritans',
			'drinkline'
		]);
	});
});

describe('a place', () => {
	test.each([
		['hillshire', 'hill', { area: AREA, council: 'hill' }],
		['hillshire', undefined, { area: AREA }],
		[undefined, 'dale', { area: AREA, council: 'dale' }],
		['hillshire', 'nowhere', { area: AREA }],
		['national', undefined, {}],
		['toString', 'toString', {}]
	])('%s and %s', (area, council, place) => {
		expect(placeOf([AREA], area, council)).toEqual(place);
	});
});
