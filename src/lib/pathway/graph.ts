import { NOT_SURE, SKIP } from '../../data/pathway-terms.ts';
import type { Answer, Branch, Condition, Outcome, Pathways, Question, Target } from '../../data/pathway.ts';

/** Thrown when the graph itself is broken: `fingerpost coverage` keeps such a graph from being published. */
export class BrokenGraph extends Error {}

/** Answers by question id, in the order in which they were given. Ids may come from an address: they mean nothing unless known. */
export type Answers = ReadonlyMap<string, string>;

/** A thing of a record by an id that may come from anywhere: `constructor` and the like are not things. */
export function lookUp<T>(record: Readonly<Record<string, T>>, id: string): T | undefined {
	return Object.hasOwn(record, id) ? record[id] : undefined;
}

export const questionOf = (graph: Pathways, id: string): Question | undefined => lookUp(graph.questions, id);
export const branchOf = (graph: Pathways, id: string): Branch | undefined => lookUp(graph.branches, id);
export const outcomeOf = (graph: Pathways, id: string): Outcome | undefined => lookUp(graph.outcomes, id);

/** One of the question's own answers; undefined for not-sure, skip and what is no answer. */
export function answerOf(question: Question, id: string): Answer | undefined {
	return question.answers.find((answer) => answer.id === id);
}

/** Ids of all answers that a question takes: its own, then not-sure and skip. */
export function answerIds(question: Question): string[] {
	return [...question.answers.map(({ id }) => id), NOT_SURE, SKIP];
}

/** Where an answer leads, or undefined when the question has no such answer. */
export function targetOf(question: Question, answer: string): Target | undefined {
	if (answer === NOT_SURE) return question.notSure;
	if (answer === SKIP) return question.skip;
	return answerOf(question, answer)?.to;
}

/** Whether a condition holds. A question without an answer has none of the answers that are looked for. */
export function holds(condition: Condition, given: (question: string) => string | undefined): boolean {
	if ('question' in condition) {
		const answer = given(condition.question);
		return answer !== undefined && condition.in.includes(answer);
	}
	if ('any' in condition) return condition.any.some((part) => holds(part, given));
	if ('all' in condition) return condition.all.every((part) => holds(part, given));
	return !holds(condition.not, given);
}

/** Ids of the questions that a condition reads. */
export function questionsIn(condition: Condition): string[] {
	if ('question' in condition) return [condition.question];
	if ('any' in condition) return condition.any.flatMap(questionsIn);
	if ('all' in condition) return condition.all.flatMap(questionsIn);
	return questionsIn(condition.not);
}

/** Where a branch leads, given the answers so far. */
export function branchTarget(branch: Branch, given: (question: string) => string | undefined): Target {
	return branch.rules.find(({ when }) => holds(when, given))?.to ?? branch.default;
}

/**
 * The question or outcome that an id stands for today: itself, or what it was moved to. Anything else leads to the start,
 * so that an old or mistyped address is never a dead end.
 */
export function nearestPage(graph: Pathways, id: string): string {
	let at = id;
	for (let hops = 0; hops <= Object.keys(graph.moved).length; hops++) {
		if (questionOf(graph, at) || outcomeOf(graph, at)) return at;
		const next = lookUp(graph.moved, at);
		if (next === undefined) break;
		at = next;
	}
	return graph.start;
}
