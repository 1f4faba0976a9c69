import type { AgeBand } from '../../data/pathway-terms.ts';
import type { Condition, Means, Pathways } from '../../data/pathway.ts';
import type { SubstanceGroup } from '../../data/terms.ts';
import {
	answerIds,
	answerOf,
	branchOf,
	branchTarget,
	outcomeOf,
	questionOf,
	questionsIn,
	targetOf
} from '../pathway/graph.ts';
import { addUp, asksForAnother, comesAs, type Told } from '../pathway/person.ts';

/**
 * Who can come to each plan: what a plan's page shows to everyone, without answers. For each plan, people under 18 and others
 * are kept apart, since no service of the one may be shown to the other.
 */
export interface Reach {
	young: Told | undefined;
	others: Told | undefined;
}

interface State {
	node: string;
	means: Means[];
	known: Map<string, string>;
}

/** Follows every way, once for each set of answers that later branches or ages hang on. */
export function reachOf(graph: Pathways): Map<string, Reach> {
	const read = new Set(
		Object.values(graph.branches).flatMap(({ rules }) =>
			rules.flatMap(({ when }: { when: Condition }) => questionsIn(when))
		)
	);
	const seen = new Map<string, Set<SubstanceGroup>>();
	const found = new Map<string, Told[]>();
	const queue: State[] = [{ node: graph.start, means: [], known: new Map() }];
	for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
		const told = addUp(state.means);
		if (!isNew(seen, keyOf(state, told, read), told)) continue;
		const outcome = outcomeOf(graph, state.node);
		if (outcome) found.set(outcome.id, [...(found.get(outcome.id) ?? []), told]);
		queue.push(...next(graph, state));
	}
	return new Map([...found].map(([id, list]) => [id, { young: merged(list, true), others: merged(list, false) }]));
}

function next(graph: Pathways, { node, means, known }: State): State[] {
	const branch = branchOf(graph, node);
	if (branch) return [{ node: branchTarget(branch, (id) => known.get(id)), means, known }];
	const question = questionOf(graph, node);
	if (!question) return [];
	const fixed = known.get(node);
	return (fixed === undefined ? answerIds(question) : [fixed]).flatMap((id) => {
		const to = targetOf(question, id);
		const answer = answerOf(question, id);
		if (to === undefined) return [];
		return {
			node: to,
			means: answer?.means ? [...means, answer.means] : means,
			known: new Map([...known, [node, id] as const, ...Object.entries(answer?.settles ?? {})])
		};
	});
}

function keyOf({ node, known }: State, told: Told, read: ReadonlySet<string>): string {
	const answers = [...known].filter(([id]) => read.has(id)).map((pair) => pair.join('='));
	return [node, told.age, told.askerAge, asksForAnother(told), ...answers.sort()].join('|');
}

/** Whether this way tells more than those seen before it. */
function isNew(seen: Map<string, Set<SubstanceGroup>>, key: string, { substances }: Told): boolean {
	const before = seen.get(key);
	if (before && substances.every((group) => before.has(group))) return false;
	seen.set(key, new Set([...(before ?? []), ...substances]));
	return true;
}

/** What all these people may have told, taken together: any substance, but only those who ask when all of them do. */
function merged(list: readonly Told[], young: boolean): Told | undefined {
	const some = list.filter(({ age }) => (age === 'under-18') === young);
	if (some.length === 0) return undefined;
	const age: AgeBand = young ? 'under-18' : 'adult';
	const audiences = some.flatMap((told) => told.audiences);
	return {
		age,
		substances: [...new Set(some.flatMap(({ substances }) => substances))],
		audiences: some.every(asksForAnother) ? comesAs({ audiences }, 'asker') : [],
		wants: [],
		risks: []
	};
}
