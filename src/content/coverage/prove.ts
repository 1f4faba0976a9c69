import { DANGERS } from '../../data/pathway-terms.ts';
import type { Holidays } from '../../data/hours.ts';
import type { Pathways } from '../../data/pathway.ts';
import type { AreaInfo, Card } from '../../data/record.ts';
import { TAXONOMY_TERMS, type TaxonomyTerm } from '../../data/terms.ts';
import { fromFragment, toFragment } from '../../lib/pathway/address.ts';
import { questionsIn } from '../../lib/pathway/graph.ts';
import { walk, type Given } from '../../lib/pathway/walk.ts';
import type { JourneyRecord } from '../schema/pathway.ts';
import { Faults, type Fault } from './fault.ts';
import { groupFor, isPlaceKey, openedByLink, type Group } from './groups.ts';
import { proveJourney } from './journeys.ts';
import { SAFETY_RULES } from './safety/rules.ts';
import { proveServices, type Gaps } from './services.ts';
import { shownBy } from './shown.ts';
import { conditionsOf, cycles, danger, isContradiction, reachable, references, settling, stepsOf } from './structure.ts';
import { allWays, type Way } from './ways.ts';

/** Questions to a plan: at most so many, and most ways at most so many. */
const MOST_QUESTIONS = 6;
const USUAL_QUESTIONS = 4;

/** All that the proof looks at. */
export interface Evidence {
	graph: Pathways;
	cards: readonly Card[];
	areas: readonly AreaInfo[];
	holidays: Holidays;
	journeys: readonly JourneyRecord[];
}

export interface Numbers {
	questions: number;
	branches: number;
	outcomes: number;
	/** Outcomes that no clinician has signed off. */
	notReviewed: number;
	/** Ways from the start to a plan. */
	ways: number;
	/** Questions asked on the longest way, on the mean one, and the share of ways with at most four. */
	deepest: number;
	mean: number;
	usual: number;
	/** Ways that differ in what their plan says or shows. */
	kinds: number;
	areas: number;
	places: number;
	/** Plans made and checked. */
	plans: number;
	journeys: number;
	/** Services that some plan shows, of all that are published, pharmacies of the NHS list left out. */
	shown: number;
	published: number;
}

export interface Proof {
	faults: Fault[];
	/** What is no fault and should be known: kinds of service that no plan looks for. */
	warnings: Fault[];
	numbers: Numbers;
	gaps: Gaps;
}

/** Proves a graph, or says every property that does not hold. Walks it only when its targets are there and it ends. */
export function prove(evidence: Evidence): Proof {
	const { graph, areas, journeys } = evidence;
	const cards = new Map(evidence.cards.map((card) => [card.id, card]));
	const faults = new Faults();
	const broken = [...references(graph, cards, areas), ...cycles(graph)];
	[...broken, ...reachable(graph), ...settling(graph), ...danger(graph)].forEach((fault) => faults.add(fault));
	const outcomes = Object.values(graph.outcomes);
	const numbers: Numbers = {
		questions: Object.keys(graph.questions).length,
		branches: Object.keys(graph.branches).length,
		outcomes: outcomes.length,
		notReviewed: outcomes.filter(({ review }) => review.state !== 'reviewed').length,
		ways: 0,
		deepest: 0,
		mean: 0,
		usual: 0,
		kinds: 0,
		areas: areas.filter(({ councils }) => councils.length > 0).length,
		places: 1 + areas.filter(({ councils }) => councils.length > 0).reduce((sum, { councils }) => sum + 1 + councils.length, 0),
		plans: 0,
		journeys: journeys.length,
		shown: 0,
		published: evidence.cards.filter((card) => card.terms[0] !== 'pharmacy').length
	};
	if (broken.length > 0) return { faults: faults.list, warnings: [], numbers, gaps: new Map() };
	const groups = proveWays(graph, areas, numbers, faults);
	const services = proveServices(graph, groups, evidence, faults, wayOf);
	numbers.plans = services.plans;
	numbers.shown = services.shown.size;
	for (const journey of journeys) proveJourney(graph, journey, evidence).forEach((fault) => faults.add(fault));
	return { faults: faults.list, warnings: orphans(evidence), numbers, gaps: services.gaps };
}

const wayOf = (given: readonly Given[]) =>
	toFragment({ answers: new Map(given.filter(({ settled }) => !settled).map(({ question, answer }) => [question.id, answer])) });

/** Walks every way; says what is wrong with each, and groups them by what they mean. */
function proveWays(graph: Pathways, areas: readonly AreaInfo[], numbers: Numbers, faults: Faults): Group[] {
	const groups = new Map<string, Group>();
	const hits = new Map<string, number>();
	const applied = new Set<string>();
	let asked = 0;
	let usual = 0;
	const ways = allWays(
		graph,
		(branch, rule, known) => {
			hits.set(`${branch.id}|${rule}`, (hits.get(`${branch.id}|${rule}`) ?? 0) + 1);
			for (const { when } of branch.rules) {
				for (const id of questionsIn(when)) {
					if (known.has(id)) continue;
					faults.add({ rule: 'reads-unanswered', at: branch.id, message: `reads "${id}", which some way here has not answered`, way: fragmentOf(known) });
				}
			}
		}
	);
	for (const way of ways) {
		numbers.ways++;
		asked += way.asked;
		if (way.asked <= USUAL_QUESTIONS) usual++;
		numbers.deepest = Math.max(numbers.deepest, way.asked);
		if (way.asked > MOST_QUESTIONS) {
			faults.add({ rule: 'too-long', at: way.outcome.id, message: `takes more than ${MOST_QUESTIONS} questions`, way: wayOf(way.given) });
		}
		proveAddress(graph, way, faults);
		const group = groupFor(way.outcome, way.given, applied);
		if (!groups.has(group.key)) groups.set(group.key, group);
	}
	numbers.mean = asked / Math.max(1, numbers.ways);
	numbers.usual = usual / Math.max(1, numbers.ways);
	numbers.kinds = groups.size;
	const places = [{}, ...areas.filter(({ councils }) => councils.length > 0).map((area) => ({ area }))];
	const reached = new Set([...groups.values()].map(({ outcome }) => outcome.id));
	const byLink = openedByLink(graph, [...groups.values()], applied);
	shadowed(graph, hits, applied, faults);
	const alone = Object.values(graph.outcomes).map((outcome) => groupFor(outcome, [], applied));
	const unreached = byLink.filter(({ outcome }) => !reached.has(outcome.id));
	for (const { outcome, given } of [...groups.values(), ...alone, ...unreached]) {
		const readsPlace = conditionsOf(outcome).some((when) => questionsIn(when).some(isPlaceKey));
		for (const place of readsPlace ? places : [{}]) {
			const shown = shownBy(graph, outcome, given, place);
			if (shown.facts.said.risks.some((risk) => DANGER_RISKS.includes(risk)) && outcome.level !== 'emergency') {
				faults.add({ rule: 'danger', at: outcome.id, message: 'is reached by an answer that means danger and is no emergency plan', way: wayOf(given) });
			}
			for (const [rule, check] of Object.entries(SAFETY_RULES)) {
				const message = check(shown);
				if (message !== undefined) faults.add({ rule, at: outcome.id, message, way: wayOf(given) });
			}
		}
	}
	return [...groups.values(), ...alone, ...byLink];
}

const DANGER_RISKS: readonly string[] = DANGERS;
const fragmentOf = (known: ReadonlyMap<string, string>) => toFragment({ answers: known });

/** Rules of branches that no way ever takes, and conditions of steps that hold on no way. */
function shadowed(graph: Pathways, hits: ReadonlyMap<string, number>, applied: ReadonlySet<string>, faults: Faults): void {
	for (const { id, rules } of Object.values(graph.branches)) {
		rules.forEach(({ when }, index) => {
			if (hits.has(`${id}|${index}`)) return;
			const why = isContradiction(graph, when) ? 'can never be true' : 'is never taken: rules above it take every way that it would';
			faults.add({ rule: 'shadowed', at: id, message: `rule ${index + 1} ${why}` });
		});
	}
	for (const outcome of Object.values(graph.outcomes)) {
		conditionsOf(outcome).forEach((_, index) => {
			if (applied.has(`${outcome.id}|${index}`)) return;
			faults.add({ rule: 'dead-condition', at: outcome.id, message: `condition ${index + 1} of its steps and notes holds on no way that leads here` });
		});
	}
}

/** Address to state to address is the identity, and the walk of the app comes to the same plan by the same answers. */
function proveAddress(graph: Pathways, way: Way, faults: Faults): void {
	const address = wayOf(way.given);
	const state = fromFragment(graph, address);
	const walked = walk(graph, state.answers);
	const same =
		toFragment(state) === address &&
		walked.at.kind === 'plan' &&
		walked.at.outcome.id === way.outcome.id &&
		walked.given.map(({ question, answer }) => `${question.id}=${answer}`).sort().join() ===
			way.given.map(({ question, answer }) => `${question.id}=${answer}`).sort().join();
	if (!same) faults.add({ rule: 'address', at: way.outcome.id, message: 'its address does not lead back to it', way: address });
}

/**
 * Hundreds of them, and a plan knows the council and not the street: the first by name may be an hour away. A plan sends
 * people to search for the nearest instead.
 */
const FOUND_BY_SEARCH: readonly TaxonomyTerm[] = ['pharmacy'];

/** Kinds of service that are published and that no plan looks for. */
function orphans({ graph, cards }: Evidence): Fault[] {
	const queries = Object.values(graph.outcomes).flatMap((outcome) => stepsOf(outcome).flatMap(({ services }) => services ?? []));
	const sought = new Set(queries.flatMap(({ terms }) => terms ?? []));
	const byDoor = new Set(queries.some(({ terms }) => !terms) ? ['treatment', 'young-people'] : []);
	return TAXONOMY_TERMS.filter((term) => !sought.has(term) && !byDoor.has(term) && !FOUND_BY_SEARCH.includes(term)).flatMap((term) => {
		const count = cards.filter((card) => card.terms.includes(term)).length;
		return count === 0 ? [] : [{ rule: 'orphan', at: term, message: `${count} published services of this kind, and no plan looks for it` }];
	});
}
