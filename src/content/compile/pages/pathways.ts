import type { Condition, Means, Outcome, Pathways, Question, ServiceQuery, Step } from '../../../data/pathway.ts';
import type {
	ConditionRecord,
	OutcomeRecord,
	PathwayFileRecord,
	QuestionRecord,
	MeansRecord,
	ServiceQueryRecord,
	StepRecord
} from '../../schema/pathway.ts';
import type { SafetyNoteRecord, SafetyRuleRecord } from '../../schema/safety.ts';

/** Services that a query gives when it does not say how many. */
const DEFAULT_LIMIT = 3;

/** The safety content that plans may show. */
export interface SafetyContent {
	rules: readonly SafetyRuleRecord[];
	notes: readonly SafetyNoteRecord[];
}

/**
 * All pathway files as one graph, with the safety notes that it names. Does not look whether the graph is sound: that is
 * the work of `src/content/coverage`, which also says when an id or `start` stands twice (the last one wins here).
 * @returns undefined when no file says where the graph starts
 */
export function compilePathways(files: readonly PathwayFileRecord[], safety: SafetyContent): Pathways | undefined {
	const start = files.find((file) => file.start !== undefined)?.start;
	if (start === undefined) return undefined;
	const outcomes = files.flatMap((file) => file.outcomes ?? []).map(compileOutcome);
	return {
		start,
		emergency: files.find((file) => file.emergency !== undefined)?.emergency ?? '',
		voices: files.find((file) => file.voices !== undefined)?.voices ?? [],
		questions: byId(files.flatMap((file) => file.questions ?? []).map(compileQuestion)),
		branches: byId(
			files
				.flatMap((file) => file.branches ?? [])
				.map((branch) => ({
					...branch,
					rules: branch.rules.map(({ when, to }) => ({ when: compileCondition(when), to }))
				}))
		),
		outcomes: byId(outcomes),
		notes: byId(notesOf(outcomes, safety)),
		moved: Object.assign({}, ...files.map((file) => file.moved ?? {}))
	};
}

function byId<T extends { id: string }>(list: readonly T[]): Record<string, T> {
	return Object.fromEntries(list.map((item) => [item.id, item]));
}

const aboutAnother = (text: string | undefined) => (text === undefined ? {} : { aboutAnother: text });

/** The rules and notes that some plan shows: the rest need not travel. */
function notesOf(outcomes: readonly Outcome[], { rules, notes }: SafetyContent) {
	const steps = outcomes.flatMap(({ steps: { now, next, later } }) => [...now, ...next, ...later]);
	const named = new Set(steps.flatMap(({ safety }) => safety?.map(({ note }) => note) ?? []));
	return [
		...rules.map(({ id, level, title, text, about_another }) => ({ id, level, title, text, ...aboutAnother(about_another) })),
		...notes.map(({ id, level, text, about_another }) => ({ id, level, text, ...aboutAnother(about_another) }))
	].filter(({ id }) => named.has(id));
}

function compileQuestion({ id, text, why, hint, answers, not_sure, skip }: QuestionRecord): Question {
	return {
		id,
		text,
		why,
		...(hint && { hint }),
		answers: answers.map(({ means, ...answer }) => (means ? { ...answer, means: compileMeans(means) } : answer)),
		notSure: not_sure,
		skip
	};
}

export function compileMeans({ asker_age, ...rest }: MeansRecord): Means {
	return { ...rest, ...(asker_age && { askerAge: asker_age }) };
}

/** `is` and `in` as one form: the question has one of these answers. */
export function compileCondition(condition: ConditionRecord): Condition {
	if ('is' in condition) return leaf(condition.is);
	if ('in' in condition) return leaf(condition.in);
	if ('not' in condition) return { not: compileCondition(condition.not) };
	if ('any' in condition) return { any: condition.any.map(compileCondition) };
	return { all: condition.all.map(compileCondition) };
}

function leaf(map: Record<string, string | string[]>): Condition {
	const [entry] = Object.entries(map);
	if (!entry) throw new Error('A condition names no question: run "npm run fingerpost -- check".');
	return { question: entry[0], in: typeof entry[1] === 'string' ? [entry[1]] : entry[1] };
}

function compileOutcome({ level, steps, go_on, ...outcome }: OutcomeRecord): Outcome {
	return {
		...outcome,
		// People see the name of a document; in which lines of it editors looked stays in the content.
		sources: [...new Set(outcome.sources.map((source) => source.replace(/:.*$/, '')))],
		level: level ?? 'plan',
		steps: {
			now: steps.now.map(compileStep),
			next: (steps.next ?? []).map(compileStep),
			later: (steps.later ?? []).map(compileStep)
		},
		...(go_on && { goOn: go_on })
	};
}

function compileStep(step: StepRecord): Step {
	const { text, when, safety, services, say, what_happens, if_closed, if_turned_away, if_waiting, fallback } = step;
	return {
		text,
		...(when && { when: compileCondition(when) }),
		...(safety && {
			safety: safety.map((entry) =>
				typeof entry === 'string' ? { note: entry } : { note: entry.note, when: compileCondition(entry.when) }
			)
		}),
		...(services && { services: services.map(compileQuery) }),
		...(say && { say }),
		...(what_happens && { whatHappens: what_happens }),
		...(if_closed && { ifClosed: if_closed }),
		...(if_turned_away && { ifTurnedAway: if_turned_away }),
		...(if_waiting && { ifWaiting: if_waiting }),
		...(fallback && { fallback })
	};
}

/** Defaults are left out so that the data stays small. */
export function compileQuery(query: ServiceQueryRecord): ServiceQuery {
	const { audiences, made_for, substances, way, referral, from, limit } = query;
	return {
		...('terms' in query ? { terms: query.terms } : { frontDoor: query.front_door }),
		...(audiences && { audiences }),
		...(made_for && { madeFor: made_for }),
		...(substances && { substances }),
		...(query.for === 'asker' && { for: 'asker' as const }),
		...(way && { way }),
		...(referral && { referral }),
		...(from && from !== 'both' && { from }),
		limit: limit ?? DEFAULT_LIMIT
	};
}
