import type { Condition, Outcome, Step } from '../../data/pathway.ts';
import { questionsIn } from '../pathway/graph.ts';

/**
 * A plan for somebody who answered only some questions, such as who came by a link: steps and notes that hang on a question
 * without an answer are shown. A warning too many harms less than one too few.
 * @param answered ids of the questions that have an answer
 */
export function relaxed(outcome: Outcome, answered: ReadonlySet<string>): Outcome {
	const settled = (when: Condition) => questionsIn(when).every((id) => answered.has(id));
	const keep = <T extends { when?: Condition }>({ when, ...rest }: T) =>
		when && settled(when) ? { ...rest, when } : rest;
	const step = (one: Step): Step => ({
		...keep(one),
		text: one.text,
		...(one.safety && { safety: one.safety.map((ref) => ({ ...keep(ref), note: ref.note })) })
	});
	const { now, next, later } = outcome.steps;
	return { ...outcome, steps: { now: now.map(step), next: next.map(step), later: later.map(step) } };
}
