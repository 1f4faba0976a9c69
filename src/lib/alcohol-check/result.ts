import { safetyOf, type CheckAnswers } from './answers.ts';
import type { SafetyAnswer } from './questions.ts';
import { fullBand, fullScore, isPositive, shortBand, shortScore, worse, type Band, type Score } from './score.ts';

/**
 * What comes after the test, from the most to the least pressing:
 * - `emergency`: ill without drink now, 999 (R5)
 * - `medical-first`: a fit or confusion without drink before, medical help before any plan (AL-11)
 * - `specialist`: may depend on drink, or has signs of it: specialist assessment, never advice alone (R11, SC-4, SC-5)
 * - `support`: higher risk: advice and help from a service
 * - `advice`: increasing risk: short advice
 * - `low`: low risk
 */
export const CARES = ['emergency', 'medical-first', 'specialist', 'support', 'advice', 'low'] as const;
export type Care = (typeof CARES)[number];

export interface Measured {
	score: Score;
	/** Band of the lowest and of the highest score that it may be: the same unless questions were skipped. */
	band: Band;
	bandTo: Band;
}

export interface CheckResult {
	short: Measured;
	/** Only when the short test is positive, or may be. */
	full?: Measured;
	/** The risk as the test puts it: of the full test when it was done; possible dependence by either of them (R11). */
	band: Band;
	/** As `band`, if all that was skipped scored the most. */
	bandTo: Band;
	safety: SafetyAnswer;
	care: Care;
}

/**
 * Works out scores, bands and what comes next (safety.md SC-1 to SC-5). What was skipped is taken for the worst it may be
 * when it comes to care: leaving things out never leads to less of it.
 */
export function resultOf(answers: CheckAnswers): CheckResult {
	const short = measured(shortScore(answers), shortBand);
	const full = isPositive(short.score) ? measured(fullScore(answers), fullBand) : undefined;
	const band = overall(short.band, full?.band);
	const bandTo = overall(short.bandTo, full?.bandTo);
	const safety = safetyOf(answers);
	return { short, ...(full && { full }), band, bandTo, safety, care: careFor(bandTo, safety) };
}

function measured(score: Score, bandOf: (score: number) => Band): Measured {
	return { score, band: bandOf(score.from), bandTo: bandOf(score.to) };
}

function overall(short: Band, full: Band | undefined): Band {
	if (full === undefined) return short;
	return short === 'dependence' ? short : full;
}

const CARE_BY_BAND: Readonly<Record<Band, Care>> = {
	low: 'low',
	increasing: 'advice',
	higher: 'support',
	dependence: 'specialist'
};

function careFor(band: Band, safety: SafetyAnswer): Care {
	if (safety === 'now') return 'emergency';
	if (safety === 'before') return 'medical-first';
	return safety === 'signs' ? 'specialist' : CARE_BY_BAND[band];
}

/** True when the short test on its own is in a worse band than the full one: worth saying. */
export function shortIsWorse({ short, full, band }: CheckResult): boolean {
	return full !== undefined && band !== 'dependence' && worse(short.band, full.band) !== full.band;
}

/** Safety notes and rules shown with each result, by id, the most pressing first. No one is told that they may stop (R4). */
export const NOTES: Readonly<Record<Care, readonly string[]>> = {
	emergency: ['R5', 'R4'],
	'medical-first': ['R4', 'R5', 'quiet-first-day', 'hospital-more-likely'],
	specialist: ['R4', 'R5', 'signs-of-dependence', 'quiet-first-day', 'brief-advice-is-not-enough'],
	support: ['R4', 'signs-of-dependence', 'R5', 'low-risk-drinking'],
	advice: ['R4', 'low-risk-drinking'],
	low: ['low-risk-drinking', 'R4']
};
/** For everyone, whatever the score. */
export const NOTES_FOR_ALL: readonly string[] = ['pregnant-alcohol', 'driving-and-drink', 'score-stays-here'];
