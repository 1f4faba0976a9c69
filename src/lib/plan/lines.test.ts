import { describe, expect, test } from 'vitest';
import type { Pathways } from '../../data/pathway.ts';
import { card } from '../share/test-service.ts';
import { codeOf, sameCodes, stepCode } from './codes.ts';
import { isSensitive, PlanReader, servicesIn } from './lines.ts';
import { fromFragment, toFragment } from './link.ts';
import { noteItem, serviceItem, stepItem, withItems } from './plan.ts';

const hub = card();
const refuge = card({ id: 'safe-house', name: 'Safe House', terms: ['domestic-abuse'] });
const step = { text: 'Ring them.', safety: [{ note: 'slowly' }] };
const pathways: Pathways = {
	start: 'who',
	emergency: 'danger-now',
	voices: [],
	questions: {
		who: { id: 'who', text: 'Who is this for?', why: '', answers: [], notSure: 'drink-plan', skip: 'drink-plan' }
	},
	branches: {},
	outcomes: {
		'drink-plan': {
			id: 'drink-plan',
			title: 'Drink less',
			level: 'plan',
			applies: '',
			steps: { now: [step], next: [], later: [] },
			sources: [],
			review: { state: 'not-reviewed' }
		}
	},
	notes: { slowly: { id: 'slowly', level: 'urgent', text: 'Do not stop suddenly.' } },
	moved: { 'old-plan': 'drink-plan' }
};
const reader = new PlanReader({
	cards: [hub, refuge],
	moved: {
		'old-hub': { name: 'Old Hub', why: 'closed', to: hub.id },
		'gone-hub': { name: 'Gone Hub', why: 'superseded', to: 'nowhere' }
	},
	pathways
});
const only = (item: Parameters<typeof reader.lines>[0][number]) => reader.lines([item])[0];

describe('a line of a plan', () => {
	test('shows the service that its code stands for', () => {
		expect(only(serviceItem(hub.id))).toMatchObject({ kind: 'service', card: hub });
	});

	test('of a service that has closed shows what to use instead', () => {
		expect(only(serviceItem('old-hub'))).toMatchObject({ kind: 'moved', name: 'Old Hub', why: 'closed', to: hub });
		const gone = only(serviceItem('gone-hub'));
		expect(gone).toMatchObject({ kind: 'moved', why: 'superseded' });
		expect(gone).not.toHaveProperty('to');
	});

	test('with a code that nobody knows is said to be unknown', () => {
		expect(only(serviceItem('constructor'))).toMatchObject({ kind: 'unknown', what: 'service' });
		expect(only(stepItem('constructor', 'x'))).toMatchObject({ kind: 'unknown', what: 'step' });
	});

	test('of a step has its warnings with it', () => {
		expect(only(stepItem('drink-plan', 'Ring them.'))).toMatchObject({
			kind: 'step',
			step,
			safety: [{ text: 'Do not stop suddenly.' }]
		});
	});

	test('of a step that was rewritten, or whose plan moved, leads to the plan as it is now', () => {
		const to = { id: 'drink-plan', title: 'Drink less' };
		expect(only(stepItem('drink-plan', 'As it was'))).toMatchObject({ kind: 'rewritten', to });
		expect(only(stepItem('old-plan', 'Ring them.'))).toMatchObject({ kind: 'rewritten', to });
	});

	test('without the pathways on the device says that the step cannot be found', () => {
		const without = new PlanReader({ cards: [hub], moved: {} });
		expect(without.lines([stepItem('drink-plan', 'Ring them.')])[0]).toMatchObject({ kind: 'unknown' });
	});

	test('is read for each item, in order, notes too', () => {
		const note = noteItem('Ask for Ann');
		const plan = [serviceItem('nobody'), ...(note ? [note] : []), serviceItem(hub.id)];
		expect(reader.lines(plan).map(({ kind }) => kind)).toEqual(['unknown', 'note', 'service']);
	});
});

test('the services of a plan are its own and those to use instead, each once', () => {
	expect(servicesIn(reader.lines([serviceItem('old-hub'), serviceItem(hub.id)]))).toEqual([hub]);
});

test('a plan with help against violence at home is not for others’ eyes', () => {
	expect(isSensitive(reader.lines([serviceItem(hub.id)]))).toBe(false);
	expect(isSensitive(reader.lines([serviceItem(hub.id), serviceItem(refuge.id)]))).toBe(true);
});

describe('codes', () => {
	test('are the same for good: links that were sent hang on them', () => {
		expect([codeOf('turning-point-leicester-hub'), codeOf('samaritans'), stepCode('Ring them.')])
			.toMatchInlineSnapshot(`
			[
			  "XRZ8AC",
			  "GZ7QM2",
			  "YSEB",
			]
		`);
	});

	test('that are alike are found', () => {
		expect(sameCodes(['hub-3688', 'hub-667976', 'hub-1', 'hub-1'])).toEqual([['hub-3688', 'hub-667976']]);
		expect(sameCodes(['hub-1', 'hub-2'])).toEqual([]);
	});
});

test('a link for ten services and their steps is far below 300 characters', () => {
	const ids = Array.from({ length: 10 }, (_, i) => `turning-point-leicester-leicestershire-rutland-hub-${i}`);
	const services = withItems([], ids.map(serviceItem));
	const site = 'https://fingerpost.example.org/plan/#';
	expect((site + toFragment(services)).length).toBeLessThan(120);
	const steps = ids.map((id) => stepItem(id, 'Ring them.'));
	expect((site + toFragment([...services, ...steps])).length).toBeLessThan(300);
	expect(fromFragment(toFragment(services))).toMatchObject({ state: 'whole' });
});
