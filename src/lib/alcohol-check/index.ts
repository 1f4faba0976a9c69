/** The alcohol check: AUDIT-C and AUDIT, scored on the device as in safety.md SC-1 to SC-5. Pure. */
export {
	answered,
	unanswered,
	fromFragment,
	heavyUnits,
	mostQuestions,
	nextQuestion,
	questionsFor,
	ORDER,
	safetyOf,
	toFragment,
	type AnswersFor,
	type CheckAnswers,
	type CheckState
} from './answers.ts';
export * from './questions.ts';
export {
	CARES,
	NOTES,
	NOTES_FOR_ALL,
	resultOf,
	shortIsWorse,
	type Care,
	type CheckResult,
	type Measured
} from './result.ts';
export { BAND_STARTS, BANDS, fullBand, POSITIVE, shortBand, type Band } from './score.ts';
export { DRINKS, totalUnits, unitsChoice, unitsIn, unitsWords, type Drink } from './units.ts';
export { BAND_WORDS, bandWords, scoreWords, summaryLine } from './words.ts';
