import type { Outcome, Pathways, ServiceQuery } from '../../data/pathway.ts';
import { AGE_RANGES, type AgeBand } from '../../data/pathway-terms.ts';
import type { Holidays } from '../../data/hours.ts';
import type { AreaInfo, Card } from '../../data/record.ts';
import { Chooser, doorFor } from '../../lib/pathway/choose.ts';
import { ageFor, toldBy, type Told } from '../../lib/pathway/person.ts';
import type { Place } from '../../lib/pathway/place.ts';
import { makePlan } from '../../lib/pathway/plan.ts';
import type { Given } from '../../lib/pathway/walk.ts';
import type { Faults } from './fault.ts';
import { shownBy } from './shown.ts';

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
function needOf(query: ServiceQuery, told: Told): string {
	return query.terms?.join(' or ') ?? `front door for ${doorFor(query, told)}`;
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
	const choosers = placesOf(world.areas).flatMap((place) =>
		Object.values(HOURS).map((now) => new Chooser({ ...world, place, now }))
	);
	for (const { given, outcome } of groups) {
		const told = toldBy(given);
		const age = { person: ageFor(told, 'person'), asker: ageFor(told, 'asker') };
		for (const chooser of choosers) {
			const { place, now } = chooser.world;
			const hour = now === HOURS.open ? 'by day' : 'by night';
			const plan = makePlan(graph, outcome, given, chooser);
			proof.plans++;
			const fail = (rule: string, message: string) =>
				faults.add({ rule, at: outcome.id, message, way: `${wayOf(given)} in ${placeName(place)} ${hour}` });
			const steps = [...plan.steps.now, ...plan.steps.next, ...plan.steps.later];
			for (const step of steps) {
				if (step.fallback && step.fallback.services.length === 0) {
					fail('no-service', `"${step.text}" has no service and no fallback for ${placeName(place)}${told.age ? `, ${told.age}` : ''}`);
				}
			}
			const all = steps.flatMap(({ services, fallback }) => [...services, ...(fallback?.services ?? [])]);
			const ages = [age.person, age.asker].filter((band) => band !== undefined);
			for (const { card } of [...all, ...plan.voices]) {
				proof.shown.add(card.id);
				if (ages.length > 0 && ages.every((band) => isWrongAge(card, band))) {
					fail('age', `shows "${card.id}" to a person who is ${ages.join(' or ')}`);
				}
				if (isWrongPlace(card, place)) fail('place', `shows "${card.id}", which serves others, in ${placeName(place)}`);
			}
			if (age.person === undefined && ![...all, ...plan.voices].some(({ card }) => !isWrongAge(card, 'under-18'))) {
				fail('age', 'may be read by a person under 18 and shows no service that takes them');
			}
			if (steps.every(({ services, fallback }) => services.length === 0 && !fallback?.services.length)) {
				fail('no-service', `shows no service at all in ${placeName(place)}`);
			}
			if (!plan.voices.some(({ card, isOpen }) => isOpen === true && card.phone)) fail('voice', `has nobody to ring ${hour}`);
			const first = plan.steps.now[0]?.services[0] ?? plan.steps.now[0]?.fallback?.services[0];
			if (outcome.level === 'emergency' && first?.card.phone !== '999') fail('emergency', 'is an emergency and does not begin with 999');
			if (place.area && now === HOURS.open) noteGaps(graph, outcome, given, chooser, proof.gaps, met);
		}
		proveAges(graph, outcome, given, choosers, faults);
	}
	for (const [area, needs] of proof.gaps) {
		for (const [need, places] of needs) {
			for (const place of places) if (met.has(`${area}|${need}|${place}`)) places.delete(place);
			if (places.size === 0) needs.delete(need);
		}
	}
	return proof;
}

const isWrongPlace = ({ councils }: Card, { area, council }: Place) =>
	councils !== undefined && !councils.some((id) => (council === undefined ? area?.councils.some((one) => one.id === id) : id === council));

/** Each query by itself, with the age of the very person it is for. */
function proveAges(
	graph: Pathways,
	outcome: Outcome,
	given: Given[],
	choosers: readonly Chooser[],
	faults: Faults
): void {
	const told = toldBy(given);
	for (const chooser of choosers) {
		for (const query of shownBy(graph, outcome, given, chooser.world.place).queries) {
			const band = ageFor(told, query.frontDoor === 'families' ? 'asker' : (query.for ?? 'person'));
			if (band === undefined) continue;
			for (const { card } of chooser.choose(query, told, false)) {
				if (isWrongAge(card, band)) faults.add({ rule: 'age', at: outcome.id, message: `gives "${card.id}" to a person who is ${band}` });
			}
		}
	}
}

/** Notes needs that this plan could not meet in this place, and those that it could. */
function noteGaps(
	graph: Pathways,
	outcome: Outcome,
	given: Given[],
	chooser: Chooser,
	gaps: Gaps,
	met: Set<string>
): void {
	const { place } = chooser.world;
	const area = place.area?.id;
	if (area === undefined) return;
	const told = toldBy(given);
	for (const query of shownBy(graph, outcome, given, place).queries) {
		if (query.from === 'national') continue;
		const need = needOf(query, told);
		const where = place.council ?? area;
		if (chooser.choose(query, told, false).some(({ card }) => card.councils !== undefined)) {
			met.add(`${area}|${need}|${where}`);
			continue;
		}
		const needs = gaps.get(area) ?? new Map<string, Set<string>>();
		gaps.set(area, needs.set(need, (needs.get(need) ?? new Set()).add(where)));
	}
}
