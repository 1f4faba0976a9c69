import type { Pathways, ServiceQuery } from '../../data/pathway.ts';
import { AGE_RANGES, type AgeBand } from '../../data/pathway-terms.ts';
import type { Holidays } from '../../data/hours.ts';
import type { AreaInfo, Card } from '../../data/record.ts';
import { groupsIn } from '../../lib/pathway/services/fit.ts';
import { Chooser, type Chosen } from '../../lib/pathway/services/choose.ts';
import { ageFor, comesAs, type Told } from '../../lib/pathway/person.ts';
import type { Place } from '../../lib/pathway/place.ts';
import { makePlan, type Plan } from '../../lib/pathway/plan.ts';
import type { Given } from '../../lib/pathway/walk.ts';
import { whoFor, Wishes } from '../../lib/pathway/services/wish.ts';
import type { Faults } from './fault.ts';
import { stepsOf } from './structure.ts';
import type { Group } from './groups.ts';

/** Every place that a person may name: none, each area, each council. */
export function placesOf(areas: readonly AreaInfo[]): Place[] {
	return [
		{},
		...areas
			.filter(({ councils }) => councils.length > 0)
			.flatMap((area) => [{ area }, ...area.councils.map(({ id }) => ({ area, council: id }))])
	];
}

/** An hour when offices are open and one when nearly nothing is: a Tuesday morning, and before dawn on a Sunday. */
export const HOURS = {
	open: Date.parse('2026-11-24T11:00Z'),
	closed: Date.parse('2026-11-22T03:00Z')
} as const;

/** Whether a record takes nobody of this age. Written apart from `fit.ts`, so that the proof does not lean on it. */
function isWrongAge({ minAge = 0, maxAge = Infinity }: Card, band: AgeBand): boolean {
	const [from, to] = AGE_RANGES[band];
	return minAge > to || maxAge < from;
}

const placeName = ({ area, council }: Place) => council ?? area?.id ?? 'no place';

/** By area and need: the councils (or the area as a whole) where no plan of anybody finds a service of the area itself. */
export type Gaps = Map<string, Map<string, Set<string>>>;

/** What a query looks for, in a few words. */
function needOf(query: ServiceQuery, told: Told, wishes: Wishes): string {
	return query.terms?.join(' or ') ?? `front door for ${wishes.of(query, told).wish.door}`;
}

export interface ServiceProof {
	/** Plans made: ways of one meaning, times places, times hours. */
	plans: number;
	gaps: Gaps;
	/** Ids of services that some plan shows. */
	shown: Set<string>;
}

/**
 * Makes the plan of each group of ways for each place and hour, and says where it fails the person: no service and no
 * fallback, a service for another age, nobody to ring, no 999 in an emergency.
 * @param groups one way of each group of ways whose plans are the same
 */
export function proveServices(
	graph: Pathways,
	groups: readonly Group[],
	world: { cards: readonly Card[]; areas: readonly AreaInfo[]; holidays: Holidays },
	faults: Faults,
	wayOf: (given: readonly Given[]) => string
): ServiceProof {
	const proof: ServiceProof = { plans: 0, gaps: new Map(), shown: new Set() };
	const met = new Set<string>();
	const wishes = new Wishes(world.cards);
	const voices = world.cards.filter(({ id }) => graph.voices.includes(id));
	const choosers = placesOf(world.areas).flatMap((place) => {
		const lives = new Set(place.council === undefined ? place.area?.councils.map(({ id }) => id) : [place.council]);
		return Object.values(HOURS).map((now) => ({ chooser: new Chooser({ ...world, place, now }, wishes), lives }));
	});
	const checked = new Set<string>();
	const numbers = new Map<ServiceQuery, number>();
	const numberOf = (query: ServiceQuery) => {
		const number = numbers.get(query) ?? numbers.size;
		numbers.set(query, number);
		return number;
	};
	for (const { group, queries, byNight } of distinctPlans(groups, wishes, voices)) {
		const { given, outcome, told } = group;
		for (const { chooser, lives } of choosers) {
			const { place, now } = chooser.world;
			if (now === HOURS.closed && !byNight) continue;
			const hour = now === HOURS.open ? 'by day' : 'by night';
			const where = placeName(place);
			proof.plans++;
			const fail = (rule: string, message: string) =>
				faults.add({ rule, at: outcome.id, message, way: `${wayOf(given)} in ${where} ${hour}` });
			const plan = makePlan(graph, outcome, given, chooser, told);
			checkPlan(plan, told, lives, where, fail);
			for (const { card } of servicesOf(plan)) proof.shown.add(card.id);
			for (const query of now === HOURS.open ? queries : []) {
				const { key } = wishes.of(query, told);
				const once = `${numberOf(query)}|${key}|${where}`;
				if (checked.has(once)) continue;
				checked.add(once);
				const chosen = chooser.choose(query, told, false);
				const band = ageFor(told, whoFor(query));
				for (const { card } of chosen) {
					if (band !== undefined && isWrongAge(card, band)) fail('age', `gives "${card.id}" to a person who is ${band}`);
				}
				noteGap(needOf(query, told, wishes), query, chosen, place, proof.gaps, met);
			}
		}
	}
	for (const [area, needs] of proof.gaps) {
		for (const [need, places] of needs) {
			for (const place of places) if (met.has(`${area}|${need}|${place}`)) places.delete(place);
			if (places.size === 0) needs.delete(need);
		}
	}
	return proof;
}

/** Whether a record takes nobody who lives here. */
const isWrongPlace = ({ councils }: Card, lives: ReadonlySet<string>) =>
	councils !== undefined && !councils.some((id) => lives.has(id));

type Fail = (rule: string, message: string) => void;

const stepsIn = ({ steps: { now, next, later } }: Plan) => [...now, ...next, ...later];
const servicesOf = (plan: Plan) => [
	...stepsIn(plan).flatMap(({ services, fallback }) => [...services, ...(fallback?.services ?? [])]),
	...plan.voices
];

/** Says where a plan fails the person: no service and no fallback, a wrong age or place, nobody to ring, no 999. */
function checkPlan(plan: Plan, told: Told, lives: ReadonlySet<string>, where: string, fail: Fail): void {
	for (const { text, fallback } of stepsIn(plan)) {
		if (fallback && fallback.services.length === 0) {
			fail('no-service', `"${text}" has no service and no fallback for ${told.age ?? 'a person'} in ${where}`);
		}
	}
	const all = servicesOf(plan);
	if (all.length === plan.voices.length) fail('no-service', `shows no service at all in ${where}`);
	const ages = [ageFor(told, 'person'), ageFor(told, 'asker')].filter((band) => band !== undefined);
	for (const { card } of all) {
		if (ages.length > 0 && ages.every((band) => isWrongAge(card, band))) {
			fail('age', `shows "${card.id}" to a person who is ${ages.join(' or ')}`);
		}
		if (isWrongPlace(card, lives)) fail('place', `shows "${card.id}", which serves others, in ${where}`);
	}
	if (told.age === undefined && !all.some(({ card }) => !isWrongAge(card, 'under-18'))) {
		fail('age', 'may be read by a person under 18 and shows no service that takes them');
	}
	if (!plan.voices.some(({ card, isOpen }) => isOpen === true && card.phone)) fail('voice', 'has nobody to ring at this hour');
	const [first] = plan.steps.now;
	const door = first?.services[0] ?? first?.fallback?.services[0];
	if (plan.outcome.level === 'emergency' && door?.card.phone !== '999') {
		fail('emergency', 'is an emergency and does not begin with 999');
	}
}

interface DistinctPlan {
	group: Group;
	/** What its steps look for. */
	queries: ServiceQuery[];
	/** False when another plan stands for it at night: the hour changes the order of services and the voices, and no more. */
	byNight: boolean;
}

/** One group of each that must come to the same plans: same steps, same ages, and the same wishes for services. */
function distinctPlans(groups: readonly Group[], wishes: Wishes, voices: readonly Card[]): DistinctPlan[] {
	const limits = {
		substances: new Set(voices.flatMap(({ substances }) => substances ?? [])),
		audiences: new Set(voices.flatMap(({ who }) => who ?? []))
	};
	const distinct = new Map<string, DistinctPlan>();
	const nights = new Set<string>();
	for (const group of groups) {
		const { outcome, told, conditions } = group;
		const queries = stepsOf(outcome).flatMap(({ services }) => services ?? []);
		const night = [
			outcome.id,
			conditions,
			ageFor(told, 'person'),
			ageFor(told, 'asker'),
			told.substances.length > 0 && told.substances.filter((one) => limits.substances.has(one)),
			[...comesAs(told, 'asker'), ...groupsIn(told.audiences)].filter((one) => limits.audiences.has(one))
		].join('/');
		const key = [night, ...queries.map((query) => wishes.of(query, told).key)].join('/');
		if (distinct.has(key)) continue;
		distinct.set(key, { group, queries, byNight: !nights.has(night) });
		nights.add(night);
	}
	return [...distinct.values()];
}

/** Notes a need that this plan could not meet in this place, or that it could. */
function noteGap(
	need: string,
	query: ServiceQuery,
	chosen: readonly Chosen[],
	{ area, council }: Place,
	gaps: Gaps,
	met: Set<string>
): void {
	if (area === undefined || query.from === 'national') return;
	const where = council ?? area.id;
	if (chosen.some(({ card }) => card.councils !== undefined)) {
		met.add(`${area.id}|${need}|${where}`);
		return;
	}
	const needs = gaps.get(area.id) ?? new Map<string, Set<string>>();
	gaps.set(area.id, needs.set(need, (needs.get(need) ?? new Set()).add(where)));
}
