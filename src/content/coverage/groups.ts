import { AREA_KEY, COUNCIL_KEY } from '../../data/pathway-terms.ts';
import type { Outcome, Pathways } from '../../data/pathway.ts';
import { holds, outcomeOf, questionsIn } from '../../lib/pathway/graph.ts';
import { toldBy, type Told } from '../../lib/pathway/person.ts';
import type { Given } from '../../lib/pathway/walk.ts';
import { conditionsOf } from './structure.ts';
import { maybeTold } from './ways.ts';

export const isPlaceKey = (key: string) => key === AREA_KEY || key === COUNCIL_KEY;

/** Ways that come to the same plan and say the same: one of them stands for all. */
export interface Group {
	outcome: Outcome;
	given: Given[];
	told: Told;
	/** Which conditions of the outcome's steps and notes hold, place apart. */
	conditions: string;
	/** What the answers mean, for services and for safety rules. */
	key: string;
}

/**
 * Plans that a person opens from another plan, with the same answers. Safety rules were held by the plan they came from;
 * services have to fit here too.
 */
export function openedByLink(graph: Pathways, groups: readonly Group[], applied: Set<string>): Group[] {
	const found = new Map<string, Group>();
	const queue = [...groups];
	for (let group = queue.pop(); group !== undefined; group = queue.pop()) {
		for (const link of group.outcome.goOn ?? []) {
			const outcome = 'to' in link ? outcomeOf(graph, link.to) : undefined;
			if (!outcome) continue;
			const opened = groupFor(outcome, group.given, applied);
			if (found.has(opened.key)) continue;
			found.set(opened.key, opened);
			queue.push(opened);
		}
	}
	return [...found.values()];
}

/** Which plan answers come to, as far as anybody can tell: the outcome, its conditions, and what the answers mean. */
export function groupFor(outcome: Outcome, given: Given[], applied: Set<string>): Group {
	const answers = new Map(given.map(({ question, answer }) => [question.id, answer]));
	const conditions = conditionsOf(outcome).map((when, index) => {
		const reads = questionsIn(when);
		const isTrue = holds(when, (id) => answers.get(id));
		// A page opened by itself has no answers: a condition that only then holds is of no use on any way.
		if (given.length > 0 && (isTrue || reads.some(isPlaceKey))) applied.add(`${outcome.id}|${index}`);
		return isTrue ? 1 : 0;
	});
	const { told, tells } = tellsOf(given);
	return { outcome, given, told, conditions: conditions.join(''), key: `${outcome.id}|${conditions.join('')}|${tells}` };
}

const known = new WeakMap<Given[], { told: Told; tells: string }>();

/** What answers tell, and as one text. Remembered, since one way opens many plans. */
function tellsOf(given: Given[]): { told: Told; tells: string } {
	const before = known.get(given);
	if (before) return before;
	const told = toldBy(given);
	const maybe = maybeTold(given);
	const sorted = (list: readonly string[]) => [...list].sort().join(',');
	const lists = [told.substances, told.audiences, told.wants, told.risks, maybe.wants, maybe.risks];
	const tells = { told, tells: [told.age, told.askerAge, ...lists.map(sorted)].join('|') };
	known.set(given, tells);
	return tells;
}
