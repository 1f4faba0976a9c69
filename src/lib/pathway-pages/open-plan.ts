import type { Holidays } from '../../data/hours.ts';
import { STAGES, type Outcome, type PathNote, type Pathways, type Stage } from '../../data/pathway.ts';
import type { AreaInfo, Card } from '../../data/record.ts';
import { Chooser, type Chosen } from '../pathway/services/choose.ts';

import { placeOf } from '../pathway/place.ts';
import { makePlan, type PlanStep } from '../pathway/plan.ts';
import type { Told } from '../pathway/person.ts';
import type { Reach } from './reach.ts';
import { relaxed } from './relax.ts';
import { givenThat } from './told.ts';

/** What a list line shows of a service. */
export type Brief = Pick<Card, 'id' | 'name' | 'listing' | 'phone' | 'places'>;

/** A step as everyone may read it, without services. */
export interface OpenStep {
	stage: Stage;
	text: string;
	safety: PathNote[];
	say?: string;
	whatHappens?: string;
	ifClosed?: string;
	ifTurnedAway?: string;
	ifWaiting?: string;
}

/** Services of one step in one area, by id. */
export interface OpenServices {
	/** Index into `OpenPlan.steps`. */
	step: number;
	/** Only when those for people under 18 and for others differ. */
	for?: 'under-18' | 'others';
	ids: string[];
	/** Said where the area has no such service: the ids are then what to use instead. */
	instead?: string;
}

/** A plan for everyone: what its page shows without answers and without JavaScript. */
export interface OpenPlan {
	steps: OpenStep[];
	areas: { id: string; name: string; services: OpenServices[] }[];
	/** Where the directory comes area by area: areas whose services are not in here, but on the page of each. */
	elsewhere?: { id: string; name: string }[];
	voices: string[];
	cards: Record<string, Brief>;
}

/** An ordinary weekday morning, so that nothing is ordered by an hour at which nobody may read it. */
const MORNING = Date.UTC(2026, 10, 24, 10);

export interface OpenSource {
	cards: readonly Card[];
	areas: readonly AreaInfo[];
	holidays: Holidays;
}

/** Makes the plan of an outcome for all who can come to it, in every area. */
export function openPlan(graph: Pathways, outcome: Outcome, reach: Reach | undefined, source: OpenSource): OpenPlan {
	const whole = relaxed(outcome, new Set());
	const people = peopleOf(reach);
	const used = new Map<string, Card>();
	const ids = (list: readonly Chosen[]) =>
		list.map(({ card }) => {
			used.set(card.id, card);
			return card.id;
		});
	const plan = (area: string | undefined, told: Told) =>
		makePlan(
			graph,
			whole,
			givenThat(told),
			new Chooser({ ...source, place: placeOf(source.areas, area, undefined), now: MORNING })
		);
	const areas = source.areas.map(({ id, name }) => {
		const lists = people.map(({ who, told }) => ({ who, steps: stepsOf(plan(id, told).steps) }));
		return { id, name, services: lists[0]?.steps.flatMap((_, step) => servicesAt(step, lists, ids)) ?? [] };
	});
	const voices = people.flatMap(({ told }) => ids(plan(undefined, told).voices));
	return {
		steps: STAGES.flatMap((stage) => whole.steps[stage].map((step) => openStep(graph, stage, step))),
		areas,
		voices: [...new Set(voices)],
		cards: Object.fromEntries([...used].map(([id, card]) => [id, briefOf(card)]))
	};
}

type Who = NonNullable<OpenServices['for']>;

function peopleOf(reach: Reach | undefined): { who: Who; told: Told }[] {
	const people = [
		...(reach?.others ? [{ who: 'others' as const, told: reach.others }] : []),
		...(reach?.young ? [{ who: 'under-18' as const, told: reach.young }] : [])
	];
	const anyone: Told = { age: 'adult', substances: [], audiences: [], wants: [], risks: [] };
	return people.length > 0 ? people : [{ who: 'others', told: anyone }];
}

const stepsOf = (steps: Record<Stage, PlanStep[]>) => STAGES.flatMap((stage) => steps[stage]);

function servicesAt(
	step: number,
	lists: readonly { who: Who; steps: PlanStep[] }[],
	ids: (list: readonly Chosen[]) => string[]
): OpenServices[] {
	const found = lists.flatMap(({ who, steps }): (OpenServices & { for: Who })[] => {
		const one = steps[step];
		if (!one || (one.services.length === 0 && !one.fallback)) return [];
		return one.fallback
			? [{ step, for: who, ids: ids(one.fallback.services), instead: one.fallback.text }]
			: [{ step, for: who, ids: ids(one.services) }];
	});
	const alike =
		lists.length === found.length && new Set(found.map((one) => `${one.ids.join()}|${one.instead}`)).size === 1;
	const [first] = found;
	if (alike && first) return [{ step, ids: first.ids, ...(first.instead && { instead: first.instead }) }];
	return found;
}

function openStep(graph: Pathways, stage: Stage, step: Outcome['steps'][Stage][number]): OpenStep {
	const { text, say, whatHappens, ifClosed, ifTurnedAway, ifWaiting } = step;
	return {
		stage,
		text,
		safety: (step.safety ?? []).flatMap(({ note }) => graph.notes[note] ?? []),
		...(say && { say }),
		...(whatHappens && { whatHappens }),
		...(ifClosed && { ifClosed }),
		...(ifTurnedAway && { ifTurnedAway }),
		...(ifWaiting && { ifWaiting })
	};
}

/** Towns are named once each. */
function briefOf({ id, name, listing, phone, places }: Card): Brief {
	const towns = [...new Set((places ?? []).map(({ city }) => city))].slice(0, 3);
	return {
		id,
		name,
		listing,
		...(phone && { phone }),
		...(towns.length > 0 && { places: towns.map((city) => ({ city })) })
	};
}
