import { describe, expect, test } from 'vitest';
import { GRAPH, graph, outcome, question } from './fixture.ts';
import { BrokenGraph, nearestPage } from './graph.ts';
import { asked, change, walk } from './walk.ts';

const answers = (record: Record<string, string>) => new Map(Object.entries(record));
const at = (record: Record<string, string>) => {
	const way = walk(GRAPH, answers(record));
	return way.at.kind === 'plan' ? way.at.outcome.id : way.at.question.id;
};

describe('walk', () => {
	test('asks the first question when nothing is answered, then the next', () => {
		expect(at({})).toBe('who');
		expect(at({ who: 'me' })).toBe('age');
		expect(at({ who: 'me', age: 'adult' })).toBe('what');
	});

	test('comes to the plan by the branch that fits, and by its default', () => {
		expect(at({ who: 'me', age: 'adult', what: 'alcohol' })).toBe('drink-plan');
		expect(at({ who: 'me', age: 'adult', what: 'opioids' })).toBe('drug-plan');
		expect(at({ who: 'not-sure', what: 'skip' })).toBe('drug-plan');
	});

	test('does not ask what an earlier answer has settled, and counts it as answered', () => {
		const way = walk(GRAPH, answers({ who: 'pupil', what: 'alcohol' }));
		expect(way.given.map(({ question, answer, settled }) => [question.id, answer, settled ?? false])).toEqual([
			['who', 'pupil', false],
			['age', 'under-18', true],
			['what', 'alcohol', false]
		]);
		expect([...asked(way).keys()]).toEqual(['who', 'what']);
	});

	test('a settled answer overrules another one in the address', () => {
		expect(walk(GRAPH, answers({ who: 'pupil', age: 'adult' })).given[1]).toMatchObject({ answer: 'under-18' });
	});

	test('looks at no answer to a question that is not on the way, and asks again when an answer is not one', () => {
		expect(at({ who: 'family', age: 'adult' })).toBe('what');
		expect(at({ who: 'somebody' })).toBe('who');
	});

	test('begins at a later question for who comes in by a link', () => {
		expect(walk(GRAPH, answers({ what: 'alcohol' }), 'what').at).toMatchObject({ outcome: { id: 'drink-plan' } });
	});

	test('throws on a graph that never ends or leads nowhere', () => {
		const yes = (to: string) => [{ id: 'yes', text: 'Yes', to }];
		const endless = graph([question('a', yes('b'), 'b'), question('b', yes('a'), 'a')], [outcome('end')]);
		expect(() => walk(endless, answers({ a: 'yes', b: 'yes' }))).toThrow(BrokenGraph);
		expect(() => walk(graph([question('a', yes('lost'), 'lost')], []), answers({ a: 'yes' }))).toThrow(/lost/);
	});
});

describe('changing an answer', () => {
	test('keeps later answers that still lie on the way, so nothing is asked twice', () => {
		const changed = change(GRAPH, answers({ who: 'me', age: 'adult', what: 'alcohol' }), 'age', 'under-18');
		expect(Object.fromEntries(changed)).toEqual({ who: 'me', age: 'under-18', what: 'alcohol' });
	});

	test('lets go of answers that no longer lie on the way', () => {
		const changed = change(GRAPH, answers({ who: 'me', age: 'adult', what: 'alcohol' }), 'who', 'family');
		expect(Object.fromEntries(changed)).toEqual({ who: 'family', what: 'alcohol' });
	});
});

describe('nearestPage', () => {
	test.each([
		['what', 'what'],
		['drink-plan', 'drink-plan'],
		['old-what', 'what'],
		['older', 'what'],
		['which', 'who'],
		['never-was', 'who'],
		['constructor', 'who'],
		['__proto__', 'who']
	])('%s stands for %s', (id, page) => {
		expect(nearestPage(GRAPH, id)).toBe(page);
	});

	test('ends when pages are moved in a circle', () => {
		expect(nearestPage({ ...GRAPH, moved: { a: 'b', b: 'a' } }, 'a')).toBe('who');
	});
});
