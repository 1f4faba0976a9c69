import type { Outcome, Pathways } from '../../data/pathway.ts';
import { readerOf, stepsFor } from '../../lib/pathway/plan.ts';
import type { Place } from '../../lib/pathway/place.ts';
import type { Given } from '../../lib/pathway/walk.ts';
import type { Shown } from './safety/shown.ts';
import { factsOf } from './ways.ts';

/** What a plan shows to a person with these answers in this place, before services are chosen. */
export function shownBy(graph: Pathways, outcome: Outcome, given: readonly Given[], place: Place): Shown {
	const read = readerOf(given, place);
	const first = stepsFor(graph, outcome.steps.now, read);
	const steps = [...first, ...stepsFor(graph, outcome.steps.next, read), ...stepsFor(graph, outcome.steps.later, read)];
	return {
		facts: factsOf(given),
		outcome,
		first,
		steps,
		notes: new Set(steps.flatMap(({ safety }) => safety.map(({ id }) => id))),
		queries: steps.flatMap(({ step }) => step.services ?? []),
		texts: [
			outcome.title,
			outcome.applies,
			...steps.flatMap(({ step }) =>
				[step.text, step.say, step.whatHappens, step.ifClosed, step.ifTurnedAway, step.ifWaiting, step.fallback?.text].filter(
					(text) => text !== undefined
				)
			)
		]
	};
}
