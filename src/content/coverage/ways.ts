import { NOT_SURE, SKIP } from '../../data/pathway-terms.ts';
import type { Branch, Outcome, Pathways } from '../../data/pathway.ts';
import {
	answerIds,
	answerOf,
	branchOf,
	holds,
	outcomeOf,
	questionOf,
	targetOf
} from '../../lib/pathway/graph.ts';
import { addUp, toldBy, type Told } from '../../lib/pathway/person.ts';
import type { Given } from '../../lib/pathway/walk.ts';

/** One whole way through the graph, from the start to a plan. */
export interface Way {
	given: Given[];
	/** How many questions were asked, settled ones not counted. */
	asked: number;
	outcome: Outcome;
	/** Answers by question, settled ones included. */
	known: ReadonlyMap<string, string>;
}

/** Told of each branch that a way passes: the rule that fitted (or `default`) and the answers known there. */
export type OnBranch = (branch: Branch, rule: number | 'default', known: ReadonlyMap<string, string>) => void;

/**
 * Every way through a graph that has no missing target and no cycle, each once. Written apart from `walk`, so that the
 * proof does not lean on what it proves: `addresses.ts` compares the two on every way.
 */
export function* allWays(graph: Pathways, onBranch: OnBranch): Generator<Way> {
	function* from(id: string, given: Given[], known: ReadonlyMap<string, string>, asked: number): Generator<Way> {
		const branch = branchOf(graph, id);
		if (branch) {
			const rule = branch.rules.findIndex(({ when }) => holds(when, (question) => known.get(question)));
			onBranch(branch, rule < 0 ? 'default' : rule, known);
			yield* from(branch.rules[rule]?.to ?? branch.default, given, known, asked);
			return;
		}
		const question = questionOf(graph, id);
		if (!question) {
			const outcome = outcomeOf(graph, id);
			if (outcome) yield { given: withSettled(graph, given, known), asked, outcome, known };
			return;
		}
		const fixed = known.get(id);
		for (const answer of fixed === undefined ? answerIds(question) : [fixed]) {
			const to = targetOf(question, answer);
			if (to === undefined) continue;
			const settles = Object.entries(answerOf(question, answer)?.settles ?? {});
			const next = new Map([...known, [id, answer] as const, ...settles]);
			const step: Given = { question, answer, ...(fixed !== undefined && { settled: true as const }) };
			yield* from(to, [...given, step], next, fixed === undefined ? asked + 1 : asked);
		}
	}
	yield* from(graph.start, [], new Map(), 0);
}

/** Settled questions that the way never came to count as answered, after the others. */
function withSettled(graph: Pathways, given: Given[], known: ReadonlyMap<string, string>): Given[] {
	if (known.size === given.length) return given;
	const passed = new Set(given.map(({ question }) => question.id));
	const more = [...known].flatMap(([id, answer]): Given[] => {
		const question = questionOf(graph, id);
		return question && !passed.has(id) ? [{ question, answer, settled: true }] : [];
	});
	return [...given, ...more];
}

/**
 * What may also be so: whatever any answer would have told of a question that was skipped or not known. A safety rule
 * holds for these too, since who skips a question is no safer than who answers it.
 */
export function maybeTold(given: readonly Given[]): Told {
	const open = given.filter(({ answer }) => answer === NOT_SURE || answer === SKIP);
	return addUp(open.flatMap(({ question }) => question.answers.map(({ means }) => means)));
}

/** What is said and what may be so, for safety rules. */
export interface Facts {
	said: Told;
	maybe: Told;
}

export const factsOf = (given: readonly Given[]): Facts => ({ said: toldBy(given), maybe: maybeTold(given) });
