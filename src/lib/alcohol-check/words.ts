import type { CheckResult, Measured } from './result.ts';
import type { SafetyAnswer } from './questions.ts';
import type { Band, Score } from './score.ts';

export const BAND_WORDS: Readonly<Record<Band, string>> = {
	low: 'low risk',
	increasing: 'increasing risk',
	higher: 'higher risk',
	dependence: 'possible dependence'
};

/** A score in words: "9 of 12", or "6 to 14 of 40" when questions were skipped. */
export function scoreWords({ from, to, of }: Score): string {
	return from === to ? `${from} of ${of}` : `${from} to ${to} of ${of}`;
}

/** A band in words: "higher risk", or "increasing risk or higher risk" when questions were skipped. */
export function bandWords({ band, bandTo }: Pick<Measured, 'band' | 'bandTo'>): string {
	return band === bandTo ? BAND_WORDS[band] : `between ${BAND_WORDS[band]} and ${BAND_WORDS[bandTo]}`;
}

const SAFETY_WORDS: Readonly<Record<SafetyAnswer, string>> = {
	now: 'Severe withdrawal signs now',
	before: 'Fit, confusion or hallucinations without drink before',
	signs: 'Withdrawal signs, or not sure',
	none: 'No withdrawal signs told'
};

/**
 * One line for notes or a referral: tests, scores, bands, withdrawal signs, day. No name, place or offence (CJ-7).
 * @param day as people write it, such as "22 November 2026"
 */
export function summaryLine(result: CheckResult, day: string): string {
	const { short, full, safety } = result;
	const parts = [
		...(safety === 'now' && short.score.from !== short.score.to
			? []
			: [`AUDIT-C ${scoreWords(short.score)} (${bandWords(short)})`]),
		...(full && safety !== 'now' ? [`AUDIT ${scoreWords(full.score)} (${bandWords(full)})`] : []),
		SAFETY_WORDS[safety]
	];
	return `${parts.join('. ')}. Self-reported, ${day}.`;
}
