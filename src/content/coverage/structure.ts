import { AREA_KEY, COUNCIL_KEY, DANGERS } from '../../data/pathway-terms.ts';
import { STAGES, type Condition, type Outcome, type Pathways } from '../../data/pathway.ts';
import type { AreaInfo, Card } from '../../data/record.ts';
import { answerIds, holds, lookUp, nearestPage, questionOf, questionsIn } from '../../lib/pathway/graph.ts';
import type { Fault } from './fault.ts';

/** What can be seen by looking at the graph, without walking it. Ways are walked only when none of this is wrong. */

export const stepsOf = (outcome: Outcome) => STAGES.flatMap((stage) => outcome.steps[stage]);

/** Conditions of an outcome's steps and notes, in order. */
export function conditionsOf(outcome: Outcome): Condition[] {
	return stepsOf(outcome).flatMap(({ when, safety }) => [
		...(when ? [when] : []),
		...(safety ?? []).flatMap((note) => note.when ?? [])
	]);
}

/** Where each node leads. */
export function edges(graph: Pathways): Map<string, string[]> {
	const leads = new Map<string, string[]>();
	for (const { id, answers, notSure, skip } of Object.values(graph.questions)) {
		leads.set(id, [...answers.map(({ to }) => to), notSure, skip]);
	}
	for (const { id, rules, default: otherwise } of Object.values(graph.branches)) {
		leads.set(id, [...rules.map(({ to }) => to), otherwise]);
	}
	return leads;
}

const isNode = (graph: Pathways, id: string) =>
	[graph.questions, graph.branches, graph.outcomes].some((record) => lookUp<unknown>(record, id) !== undefined);

/** Every id that is named is there, and every answer and branch leads somewhere. */
export function references(graph: Pathways, cards: ReadonlyMap<string, Card>, areas: readonly AreaInfo[]): Fault[] {
	const faults: Fault[] = [];
	const missing = (at: string, what: string, id: string) =>
		faults.push({ rule: 'reference', at, message: `names the ${what} "${id}", which is not there` });
	for (const [id, targets] of edges(graph)) {
		for (const to of targets) {
			if (!to) faults.push({ rule: 'total', at: id, message: 'has an answer or a default that leads nowhere' });
			else if (!isNode(graph, to)) missing(id, 'target', to);
		}
	}
	const places = new Map([
		[AREA_KEY, areas.map(({ id }) => id)],
		[COUNCIL_KEY, areas.flatMap(({ councils }) => councils.map(({ id }) => id))]
	]);
	const condition = (at: string, when: Condition, inOutcome: boolean) => {
		for (const { question, answers } of leaves(when)) {
			const found = questionOf(graph, question);
			const known = found ? answerIds(found) : inOutcome ? places.get(question) : undefined;
			if (!known) missing(at, 'question', question);
			else answers.filter((answer) => !known.includes(answer)).forEach((answer) => missing(at, `answer of "${question}"`, answer));
		}
	};
	for (const { id, answers } of Object.values(graph.questions)) {
		for (const answer of answers) {
			for (const [later, settles] of Object.entries(answer.settles ?? {})) {
				const found = questionOf(graph, later);
				if (!found) missing(id, 'question', later);
				else if (!answerIds(found).includes(settles)) missing(id, `answer of "${later}"`, settles);
			}
		}
	}
	for (const { id, rules } of Object.values(graph.branches)) rules.forEach(({ when }) => condition(id, when, false));
	for (const outcome of Object.values(graph.outcomes)) {
		conditionsOf(outcome).forEach((when) => condition(outcome.id, when, true));
		for (const { safety, fallback, services } of stepsOf(outcome)) {
			for (const { note } of safety ?? []) if (!lookUp(graph.notes, note)) missing(outcome.id, 'safety note', note);
			for (const id of fallback?.services ?? []) if (!cards.has(id)) missing(outcome.id, 'published service', id);
			if (services && !fallback) {
				faults.push({ rule: 'total', at: outcome.id, message: 'has a step with services and no fallback' });
			}
		}
		for (const link of outcome.goOn ?? []) {
			if ('to' in link && !questionOf(graph, link.to) && !lookUp(graph.outcomes, link.to)) {
				missing(outcome.id, 'question or outcome', link.to);
			}
		}
	}
	if (!questionOf(graph, graph.start)) missing('start', 'question', graph.start);
	if (!lookUp(graph.outcomes, graph.emergency)) missing('emergency', 'outcome', graph.emergency);
	for (const id of graph.voices) if (!cards.has(id)) missing('voices', 'published service', id);
	for (const [id, to] of Object.entries(graph.moved)) {
		if (isNode(graph, id)) faults.push({ rule: 'reference', at: id, message: 'is moved and still there' });
		if (nearestPage(graph, id) === graph.start && to !== graph.start) missing(id, 'page it moved to', to);
	}
	return faults;
}

function leaves(condition: Condition): { question: string; answers: string[] }[] {
	if ('question' in condition) return [{ question: condition.question, answers: condition.in }];
	if ('any' in condition) return condition.any.flatMap(leaves);
	if ('all' in condition) return condition.all.flatMap(leaves);
	return leaves(condition.not);
}

/** No way comes back to where it was. */
export function cycles(graph: Pathways): Fault[] {
	const leads = edges(graph);
	const done = new Set<string>();
	const faults: Fault[] = [];
	const visit = (id: string, trail: readonly string[]) => {
		if (trail.includes(id)) {
			const loop = [...trail.slice(trail.indexOf(id)), id].join(' → ');
			faults.push({ rule: 'endless', at: id, message: `leads back to itself: ${loop}` });
			return;
		}
		if (done.has(id)) return;
		for (const to of new Set(leads.get(id) ?? [])) visit(to, [...trail, id]);
		done.add(id);
	};
	for (const id of leads.keys()) visit(id, []);
	return faults;
}

/** What can be reached from a node, itself included. */
function reachedFrom(graph: Pathways, start: readonly string[], byLinks: boolean): Set<string> {
	const leads = edges(graph);
	const seen = new Set<string>();
	const queue = [...start];
	for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
		if (seen.has(id)) continue;
		seen.add(id);
		queue.push(...(leads.get(id) ?? []));
		if (byLinks) queue.push(...(lookUp(graph.outcomes, id)?.goOn ?? []).flatMap((link) => ('to' in link ? link.to : [])));
	}
	return seen;
}

/** An answer settles later questions only: what a person has answered stays as they said it. */
export function settling(graph: Pathways): Fault[] {
	return Object.values(graph.questions).flatMap(({ id, answers }) =>
		answers.flatMap(({ settles }) =>
			Object.keys(settles ?? {})
				.filter((later) => reachedFrom(graph, [later], false).has(id))
				.map((later) => ({ rule: 'settles', at: id, message: `settles "${later}", which may have been asked before` }))
		)
	);
}

/** Every question, branch and outcome can be reached from the start; an outcome also by "go on" of another one. */
export function reachable(graph: Pathways): Fault[] {
	const seen = reachedFrom(graph, [graph.start, graph.emergency], true);
	const nodes = [graph.questions, graph.branches, graph.outcomes].flatMap((record) => Object.keys(record));
	return nodes
		.filter((id) => !seen.has(id))
		.map((id) => ({ rule: 'unreachable', at: id, message: 'is reached by no answer' }));
}

/** An answer that means danger leads straight to an emergency plan, and the emergency plan of the graph is one. */
export function danger(graph: Pathways): Fault[] {
	const isEmergency = (id: string) => lookUp(graph.outcomes, id)?.level === 'emergency';
	const dangers: readonly string[] = DANGERS;
	const wrong = Object.values(graph.questions).flatMap(({ id, answers }) =>
		answers
			.filter(({ means, to }) => means?.risks?.some((risk) => dangers.includes(risk)) && !isEmergency(to))
			.map((answer) => ({ rule: 'danger', at: id, message: `"${answer.id}" means danger and does not lead straight to an emergency plan` }))
	);
	if (!isEmergency(graph.emergency)) {
		wrong.push({ rule: 'danger', at: graph.emergency, message: 'is the emergency plan and its level is not emergency' });
	}
	const emergency = lookUp(graph.outcomes, graph.emergency);
	const notes = (emergency ? stepsOf(emergency) : []).flatMap(({ safety }) => safety?.map(({ note }) => note) ?? []);
	const missing = EMERGENCY_RULES.filter((rule) => !notes.includes(rule));
	return [
		...wrong,
		...missing.map((rule) => ({ rule, at: graph.emergency, message: `is one step from every question and must show ${rule}` }))
	];
}

/** What the one plan for every emergency says, whatever came before it. */
const EMERGENCY_RULES = ['R1', 'R2', 'R3'] as const;

/** Whether a condition can never be other than false: it asks one question for two answers at once. */
export function isContradiction(graph: Pathways, condition: Condition): boolean {
	const questions = [...new Set(questionsIn(condition))];
	const some = (rest: readonly string[], known: ReadonlyMap<string, string>): boolean => {
		const [first, ...others] = rest;
		if (first === undefined) return holds(condition, (id) => known.get(id));
		const question = questionOf(graph, first);
		const answers: (string | undefined)[] = question ? [...answerIds(question), undefined] : [undefined];
		return answers.some((answer) => some(others, answer === undefined ? known : new Map(known).set(first, answer)));
	};
	return !some(questions, new Map());
}
