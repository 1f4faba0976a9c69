import { isHolidays } from '../../data/guards.ts';
import type { Holidays } from '../../data/hours.ts';
import type { Outcome, Pathways, Question } from '../../data/pathway.ts';
import { NATIONAL } from '../../data/files/packs.ts';
import type { AreaInfo, Card, DataIndex } from '../../data/record.ts';
import { answerIds, branchOf, lookUp, nearestPage, outcomeOf, questionOf } from '../pathway/graph.ts';
import { openPlan, type OpenPlan } from './open-plan.ts';
import { mostFrom } from './progress.ts';
import { reachOf, type Reach } from './reach.ts';
import { branchSections, plainWay, type BranchSection } from './ways-on.ts';
import { readPathways } from '../pathway/read.ts';

/** A question, with where each answer leads without JavaScript: a path and fragment under /go/. */
export interface QuestionPage {
	kind: 'question';
	question: Question;
	ways: Record<string, string>;
	/** How many questions there can be from this one on. */
	most: number;
	/** True for the first question. */
	isStart: boolean;
}

/** A branch: without JavaScript, the ways on by answer. With it, people are sent on. */
export interface BranchPage {
	kind: 'branch';
	id: string;
	sections: BranchSection[];
}

/** A plan. `open` is what everyone may read, and is left out where answers are at hand. */
export interface PlanPage {
	kind: 'plan';
	outcome: Outcome;
	open?: OpenPlan;
}

/** An old or unknown id, with the page that is nearest. */
export interface MovedPage {
	kind: 'moved';
	to: string;
	title: string;
}

export type GoPage = QuestionPage | BranchPage | PlanPage | MovedPage;

const KINDS: readonly unknown[] = ['question', 'branch', 'plan', 'moved'] satisfies GoPage['kind'][];

export function isGoPage(value: unknown): value is GoPage {
	return typeof value === 'object' && value !== null && 'kind' in value && KINDS.includes(value.kind);
}

/** What is needed of the data: `DataStore` has it. */
export interface GoSource {
	index(): Promise<DataIndex>;
	file<T>(role: string, guard: (value: unknown) => value is T): Promise<T>;
	areas(): Promise<AreaInfo[]>;
	cards(areas: readonly string[]): Promise<Card[]>;
}

/** Ids of all pages under /go/. */
export function goIds(graph: Pathways): string[] {
	return [graph.questions, graph.branches, graph.outcomes, graph.moved].flatMap((part) => Object.keys(part));
}

/**
 * Gathers what the page of a question, branch or outcome shows. Any other id leads to the nearest page, or the start.
 * @param id undefined for the first question
 * @param whole true to gather, for a plan, what everyone may read in every area
 */
export async function loadGoPage(source: GoSource, id: string | undefined, whole: boolean): Promise<GoPage> {
	const graph = await readPathways(source);
	const question = questionOf(graph, id ?? graph.start);
	if (question) return questionPage(graph, question);
	const branch = branchOf(graph, id ?? '');
	if (branch) return { kind: 'branch', id: branch.id, sections: branchSections(graph, branch.id) };
	const outcome = outcomeOf(graph, id ?? '');
	if (!outcome) return movedPage(graph, id ?? '');
	return { kind: 'plan', outcome, ...(whole && { open: await planForEveryone(source, graph, outcome) }) };
}

function questionPage(graph: Pathways, question: Question): QuestionPage {
	return {
		kind: 'question',
		question,
		ways: Object.fromEntries(answerIds(question).map((answer) => [answer, plainWay(graph, question, answer)])),
		most: mostFrom(graph, question.id),
		isStart: question.id === graph.start
	};
}

function movedPage(graph: Pathways, id: string): MovedPage {
	const to = nearestPage(graph, id);
	return { kind: 'moved', to, title: questionOf(graph, to)?.text ?? lookUp(graph.outcomes, to)?.title ?? '' };
}

const reached = new WeakMap<Pathways, Map<string, Reach>>();

/**
 * What the page of a plan carries in its HTML. Where the directory comes area by area there are too many areas for one page: it has
 * what is for all of England, and names the others.
 */
async function planForEveryone(source: GoSource, graph: Pathways, outcome: Outcome): Promise<OpenPlan> {
	const areas = await source.areas();
	if (!(await source.index()).areas) return planIn(source, graph, outcome, areas);
	const national = areas.filter(({ id }) => id === NATIONAL);
	const elsewhere = areas.filter(({ id }) => id !== NATIONAL).map(({ id, name }) => ({ id, name }));
	return { ...(await planIn(source, graph, outcome, national)), elsewhere };
}

/** What everyone may read of a plan, whatever they answered, in the areas that are at hand. */
export async function openPlanOf(source: GoSource, graph: Pathways, outcome: Outcome): Promise<OpenPlan> {
	return planIn(source, graph, outcome, await source.areas());
}

async function planIn(
	source: GoSource,
	graph: Pathways,
	outcome: Outcome,
	areas: readonly AreaInfo[]
): Promise<OpenPlan> {
	const cards = await source.cards(areas.map(({ id }) => id));
	const holidays: Holidays = await source.file('holidays', isHolidays);
	const reach = reached.get(graph) ?? reachOf(graph);
	reached.set(graph, reach);
	return openPlan(graph, outcome, reach.get(outcome.id), { cards, areas, holidays });
}
