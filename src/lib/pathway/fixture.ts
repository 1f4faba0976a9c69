import type { Pathways, Question, Outcome } from '../../data/pathway.ts';
import type { AreaInfo, Card } from '../../data/record.ts';
import type { Hours } from '../../data/hours.ts';
import type { World } from './services/choose.ts';

/** For tests: a graph, records and a place, as small as a test needs. */

export function question(id: string, answers: Question['answers'], otherwise: string): Question {
	return { id, text: `${id}?`, why: 'It matters.', answers, notSure: otherwise, skip: otherwise };
}

export function outcome(id: string, fields: Partial<Outcome> = {}): Outcome {
	return {
		id,
		title: id,
		level: 'plan',
		applies: 'It fits.',
		steps: { now: [{ text: 'Do this.' }], next: [], later: [] },
		sources: ['R1'],
		review: { state: 'not-reviewed' },
		...fields
	};
}

const byId = <T extends { id: string }>(list: readonly T[]) => Object.fromEntries(list.map((one) => [one.id, one]));

export function graph(questions: Question[], outcomes: Outcome[], rest: Partial<Pathways> = {}): Pathways {
	return {
		start: questions[0]?.id ?? '',
		emergency: 'danger-now',
		voices: [],
		questions: byId(questions),
		branches: {},
		outcomes: byId(outcomes),
		notes: {},
		moved: {},
		...rest
	};
}

/** Who, age (settled for a child at school), what, then a branch: alcohol or not. */
export const GRAPH: Pathways = graph(
	[
		question(
			'who',
			[
				{ id: 'me', text: 'Me', said: 'this is for you', to: 'age' },
				{ id: 'pupil', text: 'A pupil', means: { age: 'under-18' }, settles: { age: 'under-18' }, to: 'age' },
				{ id: 'family', text: 'Family', means: { audiences: ['families'] }, to: 'what' }
			],
			'what'
		),
		question(
			'age',
			[
				{ id: 'under-18', text: 'Under 18', means: { age: 'under-18' }, to: 'what' },
				{ id: 'adult', text: 'Older', means: { age: 'adult' }, to: 'what' }
			],
			'what'
		),
		question(
			'what',
			[
				{
					id: 'alcohol',
					text: 'Alcohol',
					said: 'it is about alcohol',
					means: { substances: ['alcohol'] },
					to: 'which'
				},
				{ id: 'opioids', text: 'Opioids', means: { substances: ['opioids'] }, to: 'which' }
			],
			'which'
		)
	],
	[outcome('drink-plan'), outcome('drug-plan'), outcome('danger-now', { level: 'emergency' })],
	{
		branches: {
			which: {
				id: 'which',
				rules: [{ when: { question: 'what', in: ['alcohol'] }, to: 'drink-plan' }],
				default: 'drug-plan'
			}
		},
		moved: { 'old-what': 'what', older: 'old-what' }
	}
);

export const ALWAYS: Hours = { osm: '24/7', always: true, holidays: 'open' };
const WEEKDAYS = Array.from({ length: 7 }, (_, day) => (day < 5 ? [[540, 1020] as const] : []));
export const OFFICE_HOURS: Hours = { osm: 'Mo-Fr 09:00-17:00', week: WEEKDAYS, holidays: 'closed' };

export function card(id: string, fields: Partial<Card> = {}): Card {
	return {
		id,
		name: id,
		org: 'Org',
		area: 'hillshire',
		listing: 'listed',
		terms: ['treatment'],
		text: 'Helps.',
		ways: ['phone'],
		referral: ['self'],
		phone: '01234 567890',
		councils: ['hill', 'dale'],
		...fields
	};
}

export const AREA: AreaInfo = {
	id: 'hillshire',
	name: 'Hillshire',
	about: 'Hills.',
	councils: ['hill', 'dale'].map((id) => ({ id, name: id, upperTier: id })),
	frontDoors: [
		{ service: 'hill-hub', for: 'adults', councils: ['hill'] },
		{ service: 'county-hub', for: 'adults' },
		{ service: 'young-hub', for: 'under-18' },
		{ service: 'family-hub', for: 'families' }
	],
	missing: [
		{ term: 'naloxone', what: 'We know no place for naloxone here.', instead: 'Ask FRANK.', services: ['frank'] }
	]
};
export const NATIONAL: AreaInfo = {
	id: 'national',
	name: 'England',
	about: 'All.',
	councils: [],
	frontDoors: [{ service: 'frank', for: 'adults' }],
	missing: []
};

/** A Tuesday morning, and before dawn on a Sunday. */
export const TUESDAY = Date.parse('2026-11-24T11:00Z');
export const SUNDAY_NIGHT = Date.parse('2026-11-22T03:00Z');

export function world(cards: readonly Card[], fields: Partial<World> = {}): World {
	return {
		cards,
		areas: [AREA, NATIONAL],
		place: { area: AREA, council: 'hill' },
		holidays: { from: '2026-01-01', to: '2027-12-31', days: [] },
		now: TUESDAY,
		...fields
	};
}
