import {
	AUDIT,
	auditQuestion,
	BODY,
	BODY_QUESTION,
	HEAVY_UNITS,
	SAFETY,
	SAFETY_QUESTION,
	SHORT_LENGTH,
	SKIP,
	type Body,
	type SafetyAnswer
} from './questions.ts';
import { isPositive, shortScore } from './score.ts';

/** Answers by question id, as ids of choices or `skip`. Held in memory and after the `#` of the address, nowhere else. */
export type CheckAnswers = ReadonlyMap<string, string>;

/** Ids of every question, in the order in which they are asked. */
export const ORDER: readonly string[] = [
	...AUDIT.slice(0, SHORT_LENGTH - 1).map(({ id }) => id),
	BODY,
	...AUDIT.slice(SHORT_LENGTH - 1, SHORT_LENGTH).map(({ id }) => id),
	SAFETY,
	...AUDIT.slice(SHORT_LENGTH).map(({ id }) => id)
];

/** No true address comes near these: what is beyond is not read. */
const MAX_LENGTH = 1000;
const MAX_PARTS = 40;

function choiceIds(question: string): readonly string[] {
	if (question === BODY) return BODY_QUESTION.choices.map(({ id }) => id);
	if (question === SAFETY) return SAFETY_QUESTION.choices.map(({ id }) => id);
	return auditQuestion(question)?.choices.map(({ id }) => id) ?? [];
}

/** Who answers: the person themself, or somebody (a GP, a police officer) who asks and taps for them. */
export type AnswersFor = 'me' | 'someone';

/** All that the check holds. `for` is there once it has started. */
export interface CheckState {
	for?: AnswersFor;
	answers: CheckAnswers;
}

const FOR = 'for';

/** State as the part of an address after `#`, without the `#`, in the order of the test. */
export function toFragment({ for: who, answers }: CheckState): string {
	const parts = ORDER.flatMap((id) => (answers.has(id) ? `${id}=${answers.get(id)}` : []));
	return [...(who ? [`${FOR}=${who}`] : []), ...parts].join('&');
}

/** The same state with one more answer, or a new one to the same question. */
export function answered(state: CheckState, id: string, choice: string): CheckState {
	return { ...state, answers: new Map([...state.answers, [id, choice]]) };
}

/** The same state without one answer: its question is then asked again. */
export function unanswered(state: CheckState, id: string): CheckState {
	return { ...state, answers: new Map([...state.answers].filter(([each]) => each !== id)) };
}

/** Reads a fragment, whoever wrote it: what is no question and no answer is left out, the first of doubles counts. Never throws. */
export function fromFragment(fragment: string): { for?: AnswersFor; answers: Map<string, string> } {
	const answers = new Map<string, string>();
	let who: AnswersFor | undefined;
	for (const part of fragment.slice(0, MAX_LENGTH).replace(/^#/, '').split('&', MAX_PARTS)) {
		const [id = '', choice = ''] = part.split('=', 2);
		if (id === FOR && (choice === 'me' || choice === 'someone')) who ??= choice;
		if (!ORDER.includes(id) || answers.has(id)) continue;
		if (choice === SKIP || choiceIds(id).includes(choice)) answers.set(id, choice);
	}
	if (answers.size > 0) who ??= 'me';
	return { ...(who && { for: who }), answers };
}

/**
 * The questions that these answers call for, in order: "never" settles the two that follow it, a short test below 5 needs no
 * full one (SC-1), and danger now ends the test.
 */
export function questionsFor(answers: CheckAnswers): string[] {
	if (answers.get(SAFETY) === 'now')
		return ORDER.slice(0, ORDER.indexOf(SAFETY) + 1).filter((id) => asksFor(answers, id));
	return ORDER.filter((id) => asksFor(answers, id));
}

function asksFor(answers: CheckAnswers, id: string): boolean {
	const never = answers.get('how-often') === 'never';
	if (id === 'how-often' || id === SAFETY) return true;
	if (id === BODY || AUDIT.findIndex((question) => question.id === id) < SHORT_LENGTH) return !never;
	return !never && isPositive(shortScore(answers));
}

/** The next question without an answer, or undefined when the test is done. */
export function nextQuestion(answers: CheckAnswers): string | undefined {
	return questionsFor(answers).find((id) => !answers.has(id));
}

/**
 * How many questions there can be in all, at most, as far as the answers tell: the full test counts until it is ruled out.
 */
export function mostQuestions(answers: CheckAnswers): number {
	return answers.get(SAFETY) === 'now' ? questionsFor(answers).length : questionsFor(withoutShort(answers)).length;
}

/** While the short test is not done it may still be positive. */
function withoutShort(answers: CheckAnswers): CheckAnswers {
	const done = AUDIT.slice(0, SHORT_LENGTH).every(({ id }) => answers.has(id)) || answers.get('how-often') === 'never';
	return done ? answers : new Map([...answers, ...AUDIT.slice(0, SHORT_LENGTH).map(({ id }) => [id, SKIP] as const)]);
}

/** Units that count as a heavy day for this person (SC-3). */
export function heavyUnits(answers: CheckAnswers): number {
	const body: Body = answers.get(BODY) === 'man' ? 'man' : 'woman';
	return HEAVY_UNITS[body];
}

/** What happens without drink: not knowing counts as a sign, since only a clear "none" is one (SC-5). */
export function safetyOf(answers: CheckAnswers): SafetyAnswer {
	const given = SAFETY_QUESTION.choices.find(({ id }) => id === answers.get(SAFETY));
	return given?.id ?? 'signs';
}
