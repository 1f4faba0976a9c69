import type { Pathways } from '../../data/pathway.ts';
import { answerIds, branchOf, questionOf, targetOf } from '../pathway/graph.ts';

/** The graph's own promise, kept by `fingerpost coverage`. */
const MOST_QUESTIONS = 6;

const longest = new WeakMap<Pathways, Map<string, number>>();

/** How many questions there can be from here on, this one included: what any answers may lead to. */
export function mostFrom(graph: Pathways, id: string): number {
	const known = longest.get(graph) ?? new Map<string, number>();
	longest.set(graph, known);
	return deepest(graph, id, known);
}

function deepest(graph: Pathways, id: string, known: Map<string, number>): number {
	const before = known.get(id);
	if (before !== undefined) return before;
	// A graph that runs in circles is refused by `fingerpost coverage`; here it must only not hang.
	known.set(id, 0);
	const question = questionOf(graph, id);
	const branch = branchOf(graph, id);
	const targets = question
		? answerIds(question).map((answer) => targetOf(question, answer) ?? '')
		: branch
			? [...branch.rules.map(({ to }) => to), branch.default]
			: [];
	const most = Math.max(0, ...targets.map((target) => deepest(graph, target, known)));
	const result = question ? most + 1 : most;
	known.set(id, result);
	return result;
}

/** Where somebody is: the number of this question, and how many there can be at most. */
export interface Progress {
	number: number;
	most: number;
}

/** @param before how many questions were asked before this one */
export function progressAt(graph: Pathways, id: string, before: number): Progress {
	const most = Math.min(MOST_QUESTIONS, before + mostFrom(graph, id));
	return { number: before + 1, most: Math.max(before + 1, most) };
}
