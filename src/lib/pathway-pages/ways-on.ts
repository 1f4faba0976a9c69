import { NOT_SURE, SKIP } from '../../data/pathway-terms.ts';
import type { Condition, Pathways, Question, Target } from '../../data/pathway.ts';
import { answerIds, answerOf, branchOf, outcomeOf, questionOf, targetOf } from '../pathway/graph.ts';

/**
 * Where an answer leads when only some answers are known: what a page without JavaScript can offer. A branch that hangs on
 * other answers gives several ways, each with the words of what must be so.
 */

/** A page that one may go on to. */
export interface WayOn {
	/** Id of a question or an outcome. */
	to: string;
	/** Its question or title. */
	text: string;
	/** For an outcome: when it fits. */
	applies?: string;
	/** What must be so. None: the way for everyone else. */
	when: When[];
}

/** An answer that must have been given, in the words of its question: none when it is several questions together. */
export interface When {
	question?: string;
	answer: string;
}

export type Known = ReadonlyMap<string, string>;

/** The ways on from a target, in the order of the branch's rules; the last is for everyone else. */
export function waysOn(graph: Pathways, target: Target, known: Known): WayOn[] {
	const ways = [...follow(graph, target, known, [])];
	return ways.filter((way, i) => ways.findIndex((other) => other.to === way.to && same(other.when, way.when)) === i);
}

const same = (a: readonly When[], b: readonly When[]) => JSON.stringify(a) === JSON.stringify(b);

function* follow(graph: Pathways, target: Target, known: Known, when: readonly When[]): Generator<WayOn> {
	const question = questionOf(graph, target);
	if (question) {
		yield { to: question.id, text: question.text, when: [...when] };
		return;
	}
	const outcome = outcomeOf(graph, target);
	if (outcome) {
		yield { to: outcome.id, text: outcome.title, applies: outcome.applies, when: [...when] };
		return;
	}
	const branch = branchOf(graph, target);
	if (!branch) return;
	let open = known;
	for (const rule of branch.rules) {
		const fits = maybe(rule.when, open);
		if (fits === false) continue;
		if (fits === true) {
			yield* follow(graph, rule.to, open, when);
			return;
		}
		yield* follow(graph, rule.to, alsoKnown(rule.when, open), [...when, whenInWords(graph, rule.when, open)]);
		open = withoutAnswer(graph, rule.when, open);
	}
	yield* follow(graph, branch.default, open, when);
}

/** Whether a condition holds as far as is known; undefined when it hangs on what is not. */
function maybe(condition: Condition, known: Known): boolean | undefined {
	if ('question' in condition) {
		const answer = known.get(condition.question);
		return answer === undefined ? undefined : condition.in.includes(answer);
	}
	if ('not' in condition) {
		const inner = maybe(condition.not, known);
		return inner === undefined ? undefined : !inner;
	}
	const decisive = 'any' in condition;
	const parts = ('any' in condition ? condition.any : condition.all).map((part) => maybe(part, known));
	if (parts.includes(decisive)) return decisive;
	return parts.includes(undefined) ? undefined : !decisive;
}

/** What is known when a condition holds: more only when it leaves one answer. */
function alsoKnown(condition: Condition, known: Known): Known {
	const [only, ...others] = 'question' in condition ? condition.in : [];
	return 'question' in condition && only !== undefined && others.length === 0
		? new Map([...known, [condition.question, only]])
		: known;
}

/** What is known when a condition does not hold: more only when it leaves one answer of all that there are. */
function withoutAnswer(graph: Pathways, condition: Condition, known: Known): Known {
	const question = 'question' in condition ? questionOf(graph, condition.question) : undefined;
	if (!question || !('question' in condition)) return known;
	const left = answerIds(question).filter((id) => !condition.in.includes(id));
	return left.length === 1 && left[0] !== undefined ? new Map([...known, [question.id, left[0]]]) : known;
}

/** What an answer says on its button. */
export function answerText(question: Question, id: string): string {
	if (id === NOT_SURE) return NOT_SURE_TEXT;
	if (id === SKIP) return SKIP_TEXT;
	return answerOf(question, id)?.text ?? id;
}
export const NOT_SURE_TEXT = 'Not sure';
export const SKIP_TEXT = 'Skip this question';

/** A condition as a person reads it, leaving out what is known. */
function whenInWords(graph: Pathways, condition: Condition, known: Known): When {
	if ('question' in condition) {
		const question = questionOf(graph, condition.question);
		if (!question) return { answer: '' };
		return { question: question.text, answer: condition.in.map((id) => answerText(question, id)).join(', or: ') };
	}
	if ('not' in condition) return { answer: `Not so: ${inOneLine(whenInWords(graph, condition.not, known))}` };
	const open = ('any' in condition ? condition.any : condition.all).filter((part) => maybe(part, known) === undefined);
	const parts = open.map((part) => inOneLine(whenInWords(graph, part, known)));
	return { answer: parts.join('any' in condition ? ', or: ' : ', and: ') };
}

const inOneLine = ({ question, answer }: When) => (question === undefined ? answer : `${question} ${answer}`);

/** Every answer that leads to a branch, with its ways on: what the branch's own page shows. */
export interface BranchSection {
	/** `what=drink`: what an answer's link carries after its #. */
	id: string;
	question: string;
	answer: string;
	ways: WayOn[];
}

export function branchSections(graph: Pathways, branch: string): BranchSection[] {
	return Object.values(graph.questions).flatMap((question) =>
		answerIds(question)
			.filter((answer) => targetOf(question, answer) === branch)
			.map((answer) => ({
				id: `${question.id}=${answer}`,
				question: question.text,
				answer: answerText(question, answer),
				ways: waysOn(graph, branch, knownBy(question, answer))
			}))
	);
}

function knownBy(question: Question, answer: string): Known {
	return new Map([[question.id, answer], ...Object.entries(answerOf(question, answer)?.settles ?? {})]);
}

/**
 * Page that an answer leads to without JavaScript, as path and fragment: the next question or plan where that is settled, else
 * the branch's own page at the section of this answer. The fragment is of use when the page comes to life after all.
 */
export function plainWay(graph: Pathways, question: Question, answer: string): string {
	const target = targetOf(question, answer) ?? graph.start;
	const ways = waysOn(graph, target, knownBy(question, answer));
	const [only, ...others] = new Set(ways.map(({ to }) => to));
	const page = only !== undefined && others.length === 0 ? only : target;
	return `${page}/#${question.id}=${answer}`;
}
