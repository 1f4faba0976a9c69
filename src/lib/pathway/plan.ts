import {
	STAGES,
	type Condition,
	type Outcome,
	type PathNote,
	type Pathways,
	type Stage,
	type Step
} from '../../data/pathway.ts';
import { AREA_KEY, COUNCIL_KEY } from '../../data/pathway-terms.ts';
import type { Card } from '../../data/record.ts';
import type { TaxonomyTerm } from '../../data/terms.ts';
import type { Chooser, Chosen } from './services/choose.ts';
import { fitsAudience, fitsSubstances, groupsIn } from './services/fit.ts';
import { holds, lookUp } from './graph.ts';
import { asksForAnother, becauseOf, comesAs, toldBy, type Told } from './person.ts';
import type { DoorFor, Place } from './place.ts';
import type { Given } from './walk.ts';
import { whoFor } from './services/wish.ts';

/** At most so many voices at the end of a plan: a long list is no help in a bad hour. */
const MAX_VOICES = 3;

/** A step that applies to this person, with the notes that do. */
export interface PlannedStep {
	step: Step;
	safety: PathNote[];
}

/** What the area does not have, said plainly, with what to do instead. */
export interface Gap {
	what: string;
	instead: string;
	services: Chosen[];
}

/** One step of a plan. */
export interface PlanStep {
	text: string;
	safety: PathNote[];
	/** Best first. Empty when there is no such service here: then `fallback` says what to do. */
	services: Chosen[];
	/** Used when no service fits. */
	fallback?: { text: string; services: Chosen[] };
	/** What the sources say is missing here, where the first service is not one of the area itself. */
	gaps: Gap[];
	/** True when the first service is closed now: `ifClosed` then comes first. */
	isClosed: boolean;
	/**
	 * True when nobody knows the hours of the first service, or when the step sends to someone of whom we hold no record (a
	 * surgery, a prescriber): `ifClosed` is then for when nobody answers.
	 */
	mayBeClosed: boolean;
	say?: string;
	whatHappens?: string;
	ifClosed?: string;
	ifTurnedAway?: string;
	ifWaiting?: string;
}

export interface Plan {
	outcome: Outcome;
	/** Ends of "Because you said ...", in the order of the answers. */
	because: string[];
	steps: Record<Stage, PlanStep[]>;
	/** People to ring, open ones first: at least one answers at any hour. */
	voices: Chosen[];
	/** Where it is for, as far as the person told. */
	place: Place;
}

/** What conditions of steps and notes can read: the answers and the chosen place. */
export function readerOf(given: readonly Given[], place: Place): (question: string) => string | undefined {
	const answers = new Map(given.map(({ question, answer }) => [question.id, answer]));
	return (key) => {
		if (key === AREA_KEY) return place.area?.id;
		if (key === COUNCIL_KEY) return place.council;
		return answers.get(key);
	};
}

/** The steps of an outcome that apply, with their notes. */
export function stepsFor(
	graph: Pathways,
	steps: readonly Step[],
	read: (question: string) => string | undefined
): PlannedStep[] {
	const applies = (when: Condition | undefined) => when === undefined || holds(when, read);
	return steps
		.filter(({ when }) => applies(when))
		.map((step) => ({
			step,
			safety: (step.safety ?? []).flatMap(({ note, when }) => (applies(when) ? (lookUp(graph.notes, note) ?? []) : []))
		}));
}

/**
 * Makes a plan: the steps that apply, each with the services that fit the person, the place and the hour, or with what to
 * do where there are none. Pure: the same answers, place and time give the same plan.
 * @param given the answers on the way, as `walk` gives them
 * @param told what they tell, when the caller has it already
 */
export function makePlan(
	graph: Pathways,
	outcome: Outcome,
	given: readonly Given[],
	chooser: Chooser,
	told: Told = toldBy(given)
): Plan {
	const { place } = chooser.world;
	const read = readerOf(given, place);
	const stage = (name: Stage) =>
		stepsFor(graph, outcome.steps[name], read).map((planned) => planStep(planned, told, chooser, name === 'now'));
	const [now, next, later] = STAGES.map(stage);
	return {
		outcome,
		because: becauseOf(given),
		steps: { now: now ?? [], next: next ?? [], later: later ?? [] },
		voices: voicesFor(graph, told, chooser),
		place
	};
}

/** After a death what is said of drink and drugs is said to the one who grieves, and never of the one who died. */
const isAboutAnother = (told: Told) => asksForAnother(told) && !told.audiences.includes('bereaved');

/** A note as a parent, a partner or a worker reads it: "they", not "you". */
function aboutAnother(note: PathNote): PathNote {
	return note.aboutAnother === undefined ? note : { ...note, text: note.aboutAnother };
}

function planStep({ step, safety }: PlannedStep, told: Told, chooser: Chooser, urgent: boolean): PlanStep {
	const services = distinct((step.services ?? []).flatMap((query) => chooser.choose(query, told, urgent)));
	const who = step.services?.every((query) => whoFor(query) === 'asker') ? 'asker' : 'person';
	const isLocalFirst = services[0]?.card.councils !== undefined;
	const { text, say, whatHappens, ifClosed, ifTurnedAway, ifWaiting, fallback } = step;
	return {
		text,
		safety: isAboutAnother(told) ? safety.map(aboutAnother) : safety,
		services,
		...(services.length === 0 &&
			fallback && { fallback: { text: fallback.text, services: chooser.named(fallback.services, told, who) } }),
		gaps: isLocalFirst ? [] : gapsFor(step, told, chooser, who),
		isClosed: services[0]?.isOpen === false,
		mayBeClosed: services[0] === undefined ? step.services === undefined : services[0].isOpen === undefined,
		...(say && { say }),
		...(whatHappens && { whatHappens }),
		...(ifClosed && { ifClosed }),
		...(ifTurnedAway && { ifTurnedAway }),
		...(ifWaiting && { ifWaiting })
	};
}

/** What the area's own page says about kinds of service that the step looked for. */
function gapsFor(step: Step, told: Told, chooser: Chooser, who: 'person' | 'asker'): Gap[] {
	const { area, council } = chooser.world.place;
	const terms = (step.services ?? [])
		.filter(({ from }) => from !== 'national')
		.flatMap((query) => query.terms ?? DOOR_TERMS[chooser.wishes.of(query, told).wish.door]);
	return (area?.missing ?? [])
		.filter(({ term }) => term !== undefined && terms.includes(term))
		.filter(({ councils }) => council === undefined || (councils?.includes(council) ?? true))
		.map(({ what, instead, services }) => ({ what, instead, services: chooser.named(services ?? [], told, who) }));
}

/** The kind of service that a front door is. */
const DOOR_TERMS: Readonly<Record<DoorFor, TaxonomyTerm[]>> = {
	adults: ['treatment'],
	'under-18': ['young-people'],
	families: ['family-support']
};

/** People to ring, of those that the graph names, who are for this person: open ones first, else in the graph's order. */
function voicesFor({ voices }: Pathways, told: Told, chooser: Chooser): Chosen[] {
	const fits = (card: Card) =>
		card.phone !== undefined &&
		fitsAudience(card, groupsIn(told.audiences), [...comesAs(told, 'asker'), 'people-who-use']) &&
		fitsSubstances(card, told.substances);
	const found = chooser.named(voices, told, 'asker').filter(({ card }) => fits(card));
	const open = found.filter(({ isOpen }) => isOpen === true);
	return [...open, ...found.filter(({ isOpen }) => isOpen !== true)].slice(0, MAX_VOICES);
}

function distinct(services: readonly Chosen[]): Chosen[] {
	return [...new Map(services.map((service) => [service.card.id, service])).values()];
}
