import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outcome, Pathways, Question, Step } from '../../data/pathway.ts';
import type { AreaInfo, Card, DataIndex } from '../../data/record.ts';
import type { PathState } from '../pathway/index.ts';
import { goIds, loadGoPage, type GoSource } from './pages.ts';
import { openPlan } from './open-plan.ts';
import { progressAt } from './progress.ts';
import { reachOf } from './reach.ts';
import { relaxed } from './relax.ts';
import { addressOf, afterAnswer, askedBefore, leadsTo, questionBefore } from './steps-on.ts';
import { branchSections, plainWay, waysOn } from './ways-on.ts';

const question = (id: string, answers: [id: string, to: string, means?: object][], open: string): Question => ({
	id,
	text: `${id}?`,
	why: 'Because.',
	answers: answers.map(([answer, to, means]) => ({ id: answer, text: `${answer}!`, to, ...(means && { means }) })),
	notSure: open,
	skip: open
});
const plan = (id: string, now: Step[] = [{ text: 'Ring.' }]): Outcome => ({
	id,
	title: `Plan ${id}`,
	level: 'plan',
	applies: `For ${id}.`,
	steps: { now, next: [], later: [] },
	sources: ['AL-1'],
	review: { state: 'not-reviewed' }
});

const GRAPH: Pathways = {
	start: 'who',
	emergency: 'danger',
	voices: ['frank'],
	questions: {
		who: question(
			'who',
			[
				['child', 'what', { age: 'under-18' }],
				['adult', 'what', { age: 'adult' }],
				['mother', 'what', { audiences: ['families'] }],
				['danger', 'danger', { risks: ['danger'] }]
			],
			'what'
		),
		what: question(
			'what',
			[
				['drink', 'after-what', { substances: ['alcohol'] }],
				['pills', 'after-what', { substances: ['benzodiazepines'] }]
			],
			'after-what'
		),
		want: question('want', [['stop', 'stop-plan']], 'talk-plan')
	},
	branches: {
		'after-what': {
			id: 'after-what',
			rules: [
				{ when: { question: 'who', in: ['mother'] }, to: 'family-plan' },
				{ when: { question: 'what', in: ['drink'] }, to: 'want' }
			],
			default: 'talk-plan'
		}
	},
	outcomes: {
		danger: plan('danger'),
		'stop-plan': plan('stop-plan', [
			{
				text: 'Ring the service.',
				services: [{ frontDoor: 'by-age', limit: 2 }],
				fallback: { text: 'There is none here.', services: ['frank'] },
				safety: [{ note: 'R4', when: { question: 'what', in: ['drink'] } }]
			},
			{ text: 'Only for drink.', when: { question: 'what', in: ['drink'] } }
		]),
		'talk-plan': plan('talk-plan'),
		'family-plan': plan('family-plan')
	},
	notes: { R4: { id: 'R4', level: 'urgent', title: 'Do not stop', text: 'Do not stop.' } },
	moved: { whom: 'who', gone: 'talk-plan' }
};

const card = (id: string, rest: Partial<Card> = {}): Card => ({
	id,
	name: id,
	org: 'Org',
	area: 'essex',
	listing: 'listed',
	terms: ['treatment'],
	text: 'Helps.',
	ways: ['phone'],
	referral: ['self'],
	phone: '01234 567890',
	councils: ['harlow'],
	...rest
});
const CARDS = [
	card('adults', { minAge: 18 }),
	card('young', { terms: ['young-people'], maxAge: 18 }),
	card('frank', { area: 'national', terms: ['helpline'], councils: undefined })
];
const area = (id: string, frontDoors: AreaInfo['frontDoors'], councils: string[]): AreaInfo => ({
	id,
	name: id,
	about: '',
	councils: councils.map((council) => ({ id: council, name: council, upperTier: council })),
	frontDoors,
	missing: []
});
const AREAS = [
	area(
		'essex',
		[
			{ service: 'adults', for: 'adults' },
			{ service: 'young', for: 'under-18' }
		],
		['harlow']
	),
	area('thurrock', [], ['thurrock']),
	area('national', [], [])
];
const HOLIDAYS = { from: '2026-01-01', to: '2027-12-31', days: [] };

const state = (answers: [string, string][]): PathState => ({ answers: new Map(answers) });

describe('where an answer leads without JavaScript', () => {
	it('is the next question, with the answer after the #', () => {
		const { who } = GRAPH.questions;
		expect(who && plainWay(GRAPH, who, 'child')).toBe('what/#who=child');
		expect(who && plainWay(GRAPH, who, 'skip')).toBe('what/#who=skip');
	});

	it('is the section of a branch that hangs on an earlier answer', () => {
		const { what } = GRAPH.questions;
		expect(what && plainWay(GRAPH, what, 'drink')).toBe('after-what/#what=drink');
		expect(branchSections(GRAPH, 'after-what').find(({ id }) => id === 'what=drink')?.ways).toEqual([
			{
				to: 'family-plan',
				text: 'Plan family-plan',
				applies: 'For family-plan.',
				when: [{ question: 'who?', answer: 'mother!' }]
			},
			{ to: 'want', text: 'want?', when: [] }
		]);
	});

	it('has a section for every answer that leads to the branch', () => {
		expect(branchSections(GRAPH, 'after-what').map(({ id }) => id)).toEqual([
			'what=drink',
			'what=pills',
			'what=not-sure',
			'what=skip'
		]);
	});

	it('asks nothing more when the earlier answer is known', () => {
		expect(
			waysOn(
				GRAPH,
				'after-what',
				new Map([
					['who', 'adult'],
					['what', 'pills']
				])
			).map(({ to }) => to)
		).toEqual(['talk-plan']);
	});
});

describe('where an answer leads', () => {
	it('goes on through branches to the next question or plan, and the address keeps all answers', () => {
		const after = afterAnswer(GRAPH, { ...state([['who', 'adult']]), area: 'essex' }, 'what', 'drink');
		expect(addressOf(after)).toBe('want/#who=adult&what=drink&area=essex');
		expect(addressOf(afterAnswer(GRAPH, after.state, 'want', 'stop'))).toBe(
			'stop-plan/#who=adult&what=drink&want=stop&area=essex'
		);
	});

	it('asks first what came before, and does not ask the given answer again', () => {
		const deep = afterAnswer(GRAPH, state([]), 'what', 'drink');
		expect(addressOf(deep)).toBe('who/#what=drink');
		expect(addressOf(afterAnswer(GRAPH, deep.state, 'who', 'adult'))).toBe('want/#what=drink&who=adult');
	});

	it('drops answers that no longer count once the plan is reached', () => {
		const changed = afterAnswer(
			GRAPH,
			state([
				['who', 'adult'],
				['what', 'drink'],
				['want', 'stop']
			]),
			'who',
			'mother'
		);
		expect(addressOf(changed)).toBe('family-plan/#who=mother&what=drink');
	});

	it('goes straight to the emergency plan, whatever else was said', () => {
		expect(
			leadsTo(
				GRAPH,
				state([
					['who', 'danger'],
					['what', 'drink']
				])
			).id
		).toBe('danger');
	});

	it('knows the question before, and how many there were', () => {
		const path = state([
			['who', 'adult'],
			['what', 'drink'],
			['want', 'stop']
		]);
		expect(questionBefore(GRAPH, path, 'want')?.id).toBe('what');
		expect(questionBefore(GRAPH, path, 'who')).toBeUndefined();
		expect(askedBefore(GRAPH, path, 'want')).toBe(2);
	});

	it('always ends at a page that exists', () => {
		const answers = fc.dictionary(
			fc.constantFrom('who', 'what', 'want'),
			fc.constantFrom('child', 'mother', 'drink', 'skip', 'x')
		);
		fc.assert(
			fc.property(answers, (given) => {
				expect(goIds(GRAPH)).toContain(leadsTo(GRAPH, state(Object.entries(given))).id);
			})
		);
	});
});

it('says honestly how far it is', () => {
	expect(progressAt(GRAPH, 'who', 0)).toEqual({ number: 1, most: 3 });
	expect(progressAt(GRAPH, 'what', 1)).toEqual({ number: 2, most: 3 });
	expect(progressAt(GRAPH, 'want', 2)).toEqual({ number: 3, most: 3 });
});

describe('a plan for everyone', () => {
	const make = (id: string) => {
		const outcome = GRAPH.outcomes[id];
		if (!outcome) throw new Error(id);
		return openPlan(GRAPH, outcome, reachOf(GRAPH).get(id), { cards: CARDS, areas: AREAS, holidays: HOLIDAYS });
	};

	it('shows steps and notes that hang on answers, since nobody has given any', () => {
		const { steps } = make('stop-plan');
		expect(steps.map(({ text }) => text)).toEqual(['Ring the service.', 'Only for drink.']);
		expect(steps[0]?.safety.map(({ id }) => id)).toEqual(['R4']);
	});

	it('keeps people under 18 and others apart, area by area', () => {
		expect(make('stop-plan').areas.find(({ id }) => id === 'essex')?.services).toEqual([
			{ step: 0, for: 'others', ids: ['adults'] },
			{ step: 0, for: 'under-18', ids: ['young'] }
		]);
	});

	it('says what to do where an area has no such service', () => {
		expect(make('stop-plan').areas.find(({ id }) => id === 'thurrock')?.services).toEqual([
			{ step: 0, ids: ['frank'], instead: 'There is none here.' }
		]);
	});

	it('carries only what a list line shows of the services that it names', () => {
		const { cards, voices } = make('stop-plan');
		expect(Object.keys(cards).sort()).toEqual(['adults', 'frank', 'young']);
		expect(cards['adults']).toEqual({ id: 'adults', name: 'adults', listing: 'listed', phone: '01234 567890' });
		expect(voices).toEqual(['frank']);
	});
});

it('knows who can come to a plan', () => {
	const reach = reachOf(GRAPH);
	expect(reach.get('stop-plan')).toMatchObject({
		young: { age: 'under-18', substances: ['alcohol'] },
		others: { age: 'adult', substances: ['alcohol'], audiences: [] }
	});
	expect(reach.get('family-plan')).toMatchObject({ young: undefined, others: { audiences: ['families'] } });
});

it('loosens only what hangs on questions without an answer', () => {
	const outcome = plan('x', [
		{ text: 'a', when: { question: 'who', in: ['adult'] } },
		{ text: 'b', when: { question: 'what', in: ['drink'] } }
	]);
	expect(relaxed(outcome, new Set(['who'])).steps.now).toEqual([
		{ text: 'a', when: { question: 'who', in: ['adult'] } },
		{ text: 'b' }
	]);
});

const INDEX: DataIndex = { schema: 1, version: 'x', made: '2026-11-01', packs: {}, files: {}, moved: {} };

describe('the pages', () => {
	const source: GoSource = {
		file: (role, guard) => {
			const value: unknown = role === 'pathways' ? GRAPH : role === 'safety' ? GRAPH.notes : HOLIDAYS;
			return guard(value) ? Promise.resolve(value) : Promise.reject(new Error(role));
		},
		index: () => Promise.resolve(INDEX),
		areas: () => Promise.resolve(AREAS),
		cards: (areas) => Promise.resolve(CARDS.filter(({ area }) => areas.includes(area)))
	};

	it('are there for every id, old ones too', async () => {
		const kinds = await Promise.all(goIds(GRAPH).map(async (id) => [id, (await loadGoPage(source, id, true)).kind]));
		expect(Object.fromEntries(kinds)).toMatchObject({
			who: 'question',
			'after-what': 'branch',
			danger: 'plan',
			gone: 'moved'
		});
	});

	it('start with the first question', async () => {
		expect(await loadGoPage(source, undefined, false)).toMatchObject({ kind: 'question', isStart: true, most: 3 });
	});

	it('lead an id that is unknown, or no id at all, to the start', async () => {
		for (const id of ['', 'constructor', '__proto__', 'no-such-page']) {
			expect(await loadGoPage(source, id, false)).toEqual({ kind: 'moved', to: 'who', title: 'who?' });
		}
		expect(await loadGoPage(source, 'gone', false)).toMatchObject({ to: 'talk-plan', title: 'Plan talk-plan' });
	});

	it('of plans name the services of every area; where there are too many areas, those for all of England, and the areas', async () => {
		const whole = await loadGoPage(source, 'stop-plan', true);
		if (whole.kind !== 'plan') throw new Error(whole.kind);
		expect(whole.open?.areas.map(({ id }) => id)).toEqual(AREAS.map(({ id }) => id));
		expect(whole.open).not.toHaveProperty('elsewhere');
		const byArea: GoSource = { ...source, index: () => Promise.resolve({ ...INDEX, areas: {} }) };
		const few = await loadGoPage(byArea, 'stop-plan', true);
		if (few.kind !== 'plan') throw new Error(few.kind);
		expect(few.open?.steps).toEqual(whole.open?.steps);
		expect(few.open?.areas.map(({ id }) => id)).toEqual(['national']);
		expect(few.open?.elsewhere?.map(({ id }) => id)).toEqual(
			AREAS.map(({ id }) => id).filter((id) => id !== 'national')
		);
		expect(Object.keys(few.open?.cards ?? {})).toEqual(['frank']);
	});

	it('carry what everyone may read only when asked', async () => {
		expect(await loadGoPage(source, 'stop-plan', false)).not.toHaveProperty('open');
		expect(await loadGoPage(source, 'stop-plan', true)).toHaveProperty('open');
	});
});
