import { AUDIT, auditQuestion, MOST, SHORT_LENGTH, SKIP, type AuditId, type AuditQuestion } from './questions.ts';

/** What a score may be: one number, or a span when questions were skipped. */
export interface Score {
	from: number;
	to: number;
	/** The highest that the test can give. */
	of: number;
}

export const BANDS = ['low', 'increasing', 'higher', 'dependence'] as const;
export type Band = (typeof BANDS)[number];

/** Lowest scores of the bands after `low`: AUDIT-C (SC-1) and full AUDIT (SC-2). */
const SHORT_BANDS = [5, 8, 11] as const;
const FULL_BANDS = [8, 16, 20] as const;
/** Where each band starts, `low` first. */
export const BAND_STARTS = { short: [0, ...SHORT_BANDS], full: [0, ...FULL_BANDS] } as const;
/** From here AUDIT-C is positive: go on to the full test (SC-1). */
export const POSITIVE = 5;

function bandIn(score: number, from: readonly number[]): Band {
	return BANDS[from.filter((limit) => score >= limit).length] ?? 'dependence';
}

/** Band of an AUDIT-C score, 0 to 12. */
export const shortBand = (score: number): Band => bandIn(score, SHORT_BANDS);
/** Band of a full AUDIT score, 0 to 40. */
export const fullBand = (score: number): Band => bandIn(score, FULL_BANDS);

/** The worse of two bands. */
export const worse = (a: Band, b: Band): Band => (BANDS.indexOf(a) >= BANDS.indexOf(b) ? a : b);

type Answers = ReadonlyMap<string, string>;

/** The score of the first three questions. Those not answered count as anything they may be. */
export const shortScore = (answers: Answers): Score => scoreOf(AUDIT.slice(0, SHORT_LENGTH), answers);
/** The score of all ten questions. */
export const fullScore = (answers: Answers): Score => scoreOf(AUDIT, answers);

/** Whether AUDIT-C is positive, or may be when questions were skipped. */
export const isPositive = (short: Score): boolean => short.to >= POSITIVE;

function scoreOf(questions: readonly AuditQuestion[], answers: Answers): Score {
	const spans = questions.map((question) => spanOf(question, answers));
	const sum = (end: 0 | 1) => spans.reduce((total, span) => total + span[end], 0);
	return { from: sum(0), to: sum(1), of: questions.length * MOST };
}

/** Somebody who never drinks scores nothing in the two questions on how much, which they are not asked. */
const SETTLED_BY_NEVER: readonly AuditId[] = ['units', 'heavy-days'];

function spanOf({ id }: AuditQuestion, answers: Answers): readonly [from: number, to: number] {
	if (answers.get('how-often') === 'never' && SETTLED_BY_NEVER.includes(id)) return [0, 0];
	const given = answers.get(id);
	const choice = given === SKIP ? undefined : auditQuestion(id)?.choices.find((each) => each.id === given);
	return choice ? [choice.score, choice.score] : [0, MOST];
}
