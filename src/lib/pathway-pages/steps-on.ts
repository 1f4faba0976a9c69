import type { Pathways, Question } from '../../data/pathway.ts';
import { toFragment, type PathState } from '../pathway/address.ts';
import { asked, walk, type Walk } from '../pathway/walk.ts';

/** A page of the pathway and what its address carries. */
export interface Place {
	/** Id of a question or outcome. */
	id: string;
	state: PathState;
}

/** The page that these answers lead to. Answers beside the way are kept until the plan is reached: nothing is asked twice. */
export function leadsTo(graph: Pathways, state: PathState): Place {
	const way = walk(graph, state.answers);
	if (way.at.kind === 'plan') return { id: way.at.outcome.id, state: { ...state, answers: asked(way) } };
	return { id: way.at.question.id, state };
}

/** The page after an answer. */
export function afterAnswer(graph: Pathways, state: PathState, question: string, answer: string): Place {
	return leadsTo(graph, { ...state, answers: new Map([...state.answers, [question, answer]]) });
}

/** The question before this one on the way that the answers lead, or undefined at the start. */
export function questionBefore(graph: Pathways, state: PathState, id: string): Question | undefined {
	const given = walk(graph, without(state, id).answers).given.filter(({ settled }) => !settled);
	return given.at(-1)?.question;
}

/** How many questions were asked before this one. */
export function askedBefore(graph: Pathways, state: PathState, id: string): number {
	return walk(graph, without(state, id).answers).given.filter(({ settled }) => !settled).length;
}

/** The state as if this question were not answered: the way then ends at it, or before. */
function without(state: PathState, id: string): PathState {
	return { ...state, answers: new Map([...state.answers].filter(([each]) => each !== id)) };
}

/** Path and fragment under /go/ of a page. */
export function addressOf({ id, state }: Place): string {
	const fragment = toFragment(state);
	return fragment ? `${id}/#${fragment}` : `${id}/`;
}

/** The whole way when the answers lead to a plan; else undefined. */
export function planWay(graph: Pathways, state: PathState): Walk | undefined {
	const way = walk(graph, state.answers);
	return way.at.kind === 'plan' ? way : undefined;
}
