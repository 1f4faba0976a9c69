import type { Outcome, Pathways, ServiceQuery } from '../../data/pathway.ts';
import { AGE_RANGES, AREA_KEY, COUNCIL_KEY, type AgeBand } from '../../data/pathway-terms.ts';
import type { Holidays } from '../../data/hours.ts';
import type { AreaInfo, Card } from '../../data/record.ts';
import { Chooser, type Chosen } from '../../lib/pathway/choose.ts';
import { questionsIn } from '../../lib/pathway/graph.ts';
import { ageFor, toldBy, type Told } from '../../lib/pathway/person.ts';
import type { Place } from '../../lib/pathway/place.ts';
import { makePlan } from '../../lib/pathway/plan.ts';
import type { Given } from '../../lib/pathway/walk.ts';
import { whoFor, wishOf } from '../../lib/pathway/wish.ts';
import type { Faults } from './fault.ts';
import { shownBy } from './shown.ts';
import { conditionsOf } from './structure.ts';

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

const isPlaceKey = (key: string) => key === AREA_KEY || key === COUNCIL_KEY;
const placeName = ({ area, council }: Place) => council ?? area?.id ?? 'no place';

/** By area and need: the councils (or the area as a whole) where no plan of anybody finds a service of the area itself. */
export type Gaps = Map<string, Map<string, Set<string>>>;

/** What a query looks for, in a few words. */
function needOf(query: ServiceQuery, told: Told): string {
	return query.terms?.join(' or ') ?? `front door for ${wishOf(query, told).door}`;
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
	groups: Iterable<{ given: Given[]; outcome: Outcome }>,
	world: { cards: readonly Card[]; areas: readonly AreaInfo[]; holidays: Holidays },
	faults: Faults,
	wayOf: (given: readonly Given[]) => string
): ServiceProof {
	const proof: ServiceProof = { plans: 0, gaps: new Map(), shown: new Set() };
	const met = new Set<string>();
	const choosers = placesOf(world.areas).flatMap((place) => {
		const lives = new Set(place.council === undefined ? place.area?.councils.map(({ id }) => id) : [place.council]);
		return Object.values(HOURS).map((now) => ({ chooser: new Chooser({ ...world, place, now }), lives }));
	});
	for (const { given, outcome } of groups) {
		const told = toldBy(given);
		const ages = [ageFor(told, 'person'), ageFor(told, 'asker')].filter((band) => band !== undefined);
		const readsPlace = conditionsOf(outcome).some((when) => questionsIn(when).some(isPlaceKey));
		let shown = shownBy(graph, outcome, given, {});
		for (const { chooser, lives } of choosers) {
			const { place, now } = chooser.world;
			const hour = now === HOURS.open ? 'by day' : 'by night';
			if (readsPlace) shown = shownBy(graph, outcome, given, place);
			const plan = makePlan(graph, outcome, given, chooser, told);
			proof.plans++;
			const fail = (rule: string, message: string) =>
				faults.add({ rule, at: outcome.id, message, way: `${wayOf(given)} in ${placeName(place)} ${hour}` });
			const steps = [...plan.steps.now, ...plan.steps.next, ...plan.steps.later];
			for (const { text, fallback } of steps) {
				if (fallback && fallback.services.length === 0) {
					fail('no-service', `"${text}" has no service and no fallback for ${told.age ?? 'a person'} in ${placeName(place)}`);
				}
			}
			const all = steps.flatMap(({ services, fallback }) => [...services, ...(fallback?.services ?? [])]);
			if (all.length === 0) fail('no-service', `shows no service at all in ${placeName(place)}`);
			for (const { card } of [...all, ...plan.voices]) {
				proof.shown.add(card.id);
				if (ages.length > 0 && ages.every((band) => isWrongAge(card, band))) {
					fail('age', `shows "${card.id}" to a person who is ${ages.join(' or ')}`);
				}
				if (isWrongPlace(card, lives)) fail('place', `shows "${card.id}", which serves others, in ${placeName(place)}`);
			}
			if (told.age === undefined && ![...all, ...plan.voices].some(({ card }) => !isWrongAge(card, 'under-18'))) {
				fail('age', 'may be read by a person under 18 and shows no service that takes them');
			}
			if (!plan.voices.some(({ card, isOpen }) => isOpen === true && card.phone)) fail('voice', `has nobody to ring ${hour}`);
			const [first] = plan.steps.now;
			const door = first?.services[0] ?? first?.fallback?.services[0];
			if (outcome.level === 'emergency' && door?.card.phone !== '999') fail('emergency', 'is an emergency and does not begin with 999');
			if (now === HOURS.closed) continue;
			for (const query of shown.queries) {
				const chosen = chooser.choose(query, told, false);
				const band = ageFor(told, whoFor(query));
				for (const { card } of chosen) {
					if (band !== undefined && isWrongAge(card, band)) fail('age', `gives "${card.id}" to a person who is ${band}`);
				}
				noteGap(query, chosen, told, place, proof.gaps, met);
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

/** Notes a need that this plan could not meet in this place, or that it could. */
function noteGap(
	query: ServiceQuery,
	chosen: readonly Chosen[],
	told: Told,
	{ area, council }: Place,
	gaps: Gaps,
	met: Set<string>
): void {
	if (area === undefined || query.from === 'national') return;
	const need = needOf(query, told);
	const where = council ?? area.id;
	if (chosen.some(({ card }) => card.councils !== undefined)) {
		met.add(`${area.id}|${need}|${where}`);
		return;
	}
	const needs = gaps.get(area.id) ?? new Map<string, Set<string>>();
	gaps.set(area.id, needs.set(need, (needs.get(need) ?? new Set()).add(where)));
}
