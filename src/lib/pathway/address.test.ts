import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromFragment, toFragment, type PathState } from './address.ts';
import { GRAPH } from './fixture.ts';
import { answerIds } from './graph.ts';

const record = ({ answers, ...rest }: PathState) => ({ ...rest, answers: Object.fromEntries(answers) });

describe('addresses', () => {
	test('read and write who, what and where', () => {
		const fragment = 'who=me&age=adult&what=alcohol&area=essex&council=harlow';
		const state = fromFragment(GRAPH, `#${fragment}`);
		expect(record(state)).toEqual({
			answers: { who: 'me', age: 'adult', what: 'alcohol' },
			area: 'essex',
			council: 'harlow'
		});
		expect(toFragment(state)).toBe(fragment);
	});

	test('state to address to state is the identity, whatever is answered in whatever order', () => {
		const states = fc
			.uniqueArray(fc.constantFrom(...Object.values(GRAPH.questions)), { maxLength: 3 })
			.chain((questions) =>
				fc.tuple(...questions.map((each) => fc.tuple(fc.constant(each.id), fc.constantFrom(...answerIds(each)))))
			)
			.map((pairs) => new Map(pairs));
		fc.assert(
			fc.property(states, fc.option(fc.constantFrom('essex', 'thurrock'), { nil: undefined }), (answers, area) => {
				const state: PathState = { answers, ...(area && { area }) };
				expect(fromFragment(GRAPH, toFragment(state))).toEqual(state);
			})
		);
	});

	test('never throw, and hold nothing that the graph does not know, whoever wrote them', () => {
		const parts = fc.array(
			fc.tuple(
				fc.oneof(fc.string(), fc.constantFrom('who', '__proto__', 'constructor', 'area', 'old-what')),
				fc.oneof(fc.string(), fc.constantFrom('me', 'skip', 'toString', 'alcohol'))
			)
		);
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string(),
					parts.map((pairs) => pairs.map((pair) => pair.join('=')).join('&'))
				),
				(hostile) => {
					const { answers } = fromFragment(GRAPH, hostile);
					for (const [id, answer] of answers) {
						expect(Object.hasOwn(GRAPH.questions, id)).toBe(true);
						expect(
							answerIds(GRAPH.questions[id] ?? { id, text: '', why: '', answers: [], notSure: '', skip: '' })
						).toContain(answer);
					}
				}
			)
		);
	});

	test.each([
		['of doubles the first counts', 'who=me&who=family', { who: 'me' }],
		['unknown questions and answers are left out', 'who=me&ghost=x&age=99', { who: 'me' }],
		['a moved question takes its old answer', 'old-what=alcohol', { what: 'alcohol' }],
		['names of the language are no questions', '__proto__=me&constructor=me', {}],
		['escapes and doubled signs are no ids', 'who=%6De&age==adult&what=alcohol=opioids', {}],
		['what is too long is cut', `who=me&${'x=y&'.repeat(2000)}what=alcohol`, { who: 'me' }]
	])('%s', (_what, fragment, answers) => {
		expect(Object.fromEntries(fromFragment(GRAPH, fragment).answers)).toEqual(answers);
	});

	test('what is not an id is no place', () => {
		expect(record(fromFragment(GRAPH, 'area=CM20 1AA&council=<b>'))).toEqual({ answers: {} });
	});
});
