import { TAXONOMY_TERMS } from '../../data/terms.ts';
import type { Pathways } from '../../data/pathway.ts';
import { Chooser, type World } from '../../lib/pathway/services/choose.ts';
import { lookUp } from '../../lib/pathway/graph.ts';
import { makePlan, type Plan } from '../../lib/pathway/plan.ts';
import { placeOf } from '../../lib/pathway/place.ts';
import { walk, type Given } from '../../lib/pathway/walk.ts';
import type { JourneyRecord } from '../schema/pathway.ts';
import type { Fault } from './fault.ts';
import { HOURS } from './services.ts';
import { shownBy } from './shown.ts';

/** All that a plan shows, by id: services, safety notes, and the kinds of service that its steps look for. */
export function showsOf(graph: Pathways, plan: Plan, given: readonly Given[]): Set<string> {
	const steps = [...plan.steps.now, ...plan.steps.next, ...plan.steps.later];
	const { queries } = shownBy(graph, plan.outcome, given, plan.place);
	return new Set([
		...steps.flatMap(({ services, fallback, gaps, safety }) => [
			...[...services, ...(fallback?.services ?? []), ...gaps.flatMap((gap) => gap.services)].map(({ card }) => card.id),
			...safety.map(({ id }) => id)
		]),
		...plan.voices.map(({ card }) => card.id),
		...queries.flatMap(({ terms }) => terms ?? [])
	]);
}

/** Walks a golden journey and says everything in which it does not end as it must. */
export function proveJourney(graph: Pathways, journey: JourneyRecord, world: Pick<World, 'cards' | 'areas' | 'holidays'>): Fault[] {
	const faults: Fault[] = [];
	const answers = new Map(Object.entries(journey.answers));
	const fragment = [...answers].map((pair) => pair.join('=')).join('&');
	const fail = (message: string) => faults.push({ rule: 'journey', at: journey.who, message, way: fragment });
	const place = placeOf(world.areas, journey.area, journey.council);
	if (journey.area !== undefined && place.area?.id !== journey.area) fail(`there is no area "${journey.area}" with the council "${journey.council ?? ''}"`);
	if (journey.council !== undefined && place.council === undefined) fail(`there is no council "${journey.council}"`);
	const way = walk(graph, answers);
	const asked = way.given.filter(({ settled }) => !settled).map(({ question }) => question.id);
	if (way.at.kind === 'question') {
		const answer = answers.get(way.at.question.id);
		fail(answer === undefined ? `is still asked "${way.at.question.id}"` : `"${way.at.question.id}" has no answer "${answer}"`);
		return faults;
	}
	for (const id of answers.keys()) if (!asked.includes(id)) fail(`is never asked "${id}"`);
	const { outcome } = way.at;
	if (outcome.id !== journey.outcome) fail(`comes to "${outcome.id}" and not to "${journey.outcome}"`);
	const now = journey.at === undefined ? HOURS.open : Date.parse(journey.at);
	const chooser = new Chooser({ ...world, place, now });
	const shown = showsOf(graph, makePlan(graph, outcome, way.given, chooser), way.given);
	const terms: readonly string[] = TAXONOMY_TERMS;
	const isKnown = (id: string) => chooser.card(id) !== undefined || terms.includes(id) || lookUp(graph.notes, id) !== undefined;
	for (const id of journey.must_show ?? []) if (!shown.has(id)) fail(`must show "${id}"${isKnown(id) ? '' : ', which is not there'}`);
	for (const id of journey.must_not_show ?? []) if (shown.has(id)) fail(`must not show "${id}"`);
	return faults;
}
