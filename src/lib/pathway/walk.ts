import type { Outcome, Pathways, Question } from '../../data/pathway.ts';
import {
	answerOf,
	BrokenGraph,
	branchOf,
	branchTarget,
	outcomeOf,
	questionOf,
	targetOf,
	type Answers
} from './graph.ts';

/** A question that was answered on the way. `settled` when an earlier answer answered it, so that it was never asked. */
export interface Given {
	question: Question;
	/** Id of an answer of the question, `not-sure` or `skip`. */
	answer: string;
	settled?: true;
}

/** Where the answers lead: the next question, or a plan. */
export interface Walk {
	/** The questions answered on the way, in order, settled ones included. */
	given: Given[];
	at: { kind: 'question'; question: Question } | { kind: 'plan'; outcome: Outcome };
}

/**
 * Follows the answers through the graph.
 * @param answers answers by question; those to questions that are not on the way are not looked at
 * @param from id of the question to begin with: the start, unless somebody came in by a link to a later page
 * @throws BrokenGraph when a target is missing or the way never ends
 */
export function walk(graph: Pathways, answers: Answers, from: string = graph.start): Walk {
	const given: Given[] = [];
	const settled = new Map<string, string>();
	const known = new Map<string, string>();
	const passed = new Set<string>();
	let target = from;
	for (;;) {
		if (passed.has(target)) throw new BrokenGraph(`The way comes back to "${target}".`);
		passed.add(target);
		const question = questionOf(graph, target);
		if (question) {
			const fixed = settled.get(question.id);
			const answer = fixed ?? answers.get(question.id);
			const next = answer === undefined ? undefined : targetOf(question, answer);
			if (answer === undefined || next === undefined) return { given, at: { kind: 'question', question } };
			given.push({ question, answer, ...(fixed !== undefined && { settled: true as const }) });
			known.set(question.id, answer);
			for (const [later, settles] of Object.entries(answerOf(question, answer)?.settles ?? {})) {
				settled.set(later, settles);
				known.set(later, settles);
			}
			target = next;
			continue;
		}
		const branch = branchOf(graph, target);
		if (branch) {
			target = branchTarget(branch, (id) => known.get(id));
			continue;
		}
		const outcome = outcomeOf(graph, target);
		if (!outcome) throw new BrokenGraph(`There is no question, branch or outcome "${target}".`);
		return { given: withUnasked(graph, given, settled), at: { kind: 'plan', outcome } };
	}
}

/** Settled questions that the way never came to have been answered all the same: plans read them. */
function withUnasked(graph: Pathways, given: readonly Given[], settled: ReadonlyMap<string, string>): Given[] {
	const passed = new Set(given.map(({ question }) => question.id));
	const unasked = [...settled].flatMap(([id, answer]): Given[] => {
		const question = questionOf(graph, id);
		return question && !passed.has(id) ? [{ question, answer, settled: true }] : [];
	});
	return [...given, ...unasked];
}

/** The answers that were asked for and count: what an address keeps. Answers that no longer lie on the way are gone. */
export function asked({ given }: Walk): Map<string, string> {
	return new Map(given.filter(({ settled }) => !settled).map(({ question, answer }) => [question.id, answer]));
}

/**
 * Changes one answer. Later answers that still lie on the way stay, so nothing is asked twice; the others go.
 * @returns the answers from then on, in the order of the way
 */
export function change(graph: Pathways, answers: Answers, question: string, answer: string): Map<string, string> {
	const changed = new Map(answers).set(question, answer);
	return asked(walk(graph, changed));
}
