import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	AUDIT,
	AUDIT_IDS,
	BANDS,
	BODY,
	CARES,
	DRINKS,
	fromFragment,
	fullBand,
	heavyUnits,
	mostQuestions,
	nextQuestion,
	NOTES,
	questionsFor,
	resultOf,
	SAFETY,
	SAFETY_ANSWERS,
	SHORT_LENGTH,
	shortBand,
	shortIsWorse,
	SKIP,
	summaryLine,
	toFragment,
	totalUnits,
	unitsChoice,
	unitsIn,
	unitsWords,
	type CheckAnswers
} from './index.ts';
import { findingOf } from './page.ts';

/** Answers that give these scores, in order, and say nothing is wrong without drink. */
function scoring(scores: readonly number[], safety = 'none'): Map<string, string> {
	const answers = new Map<string, string>([
		[BODY, 'woman'],
		[SAFETY, safety]
	]);
	scores.forEach((score, i) => {
		const question = AUDIT[i];
		const choice = question?.choices.find((each) => each.score === score);
		if (!question || !choice) throw new Error(`question ${i + 1} has no answer with ${score}`);
		answers.set(question.id, choice.id);
	});
	return answers;
}

/** Scores of questions that add up to `total`, each within what its question allows; questions 9 and 10 take the rest in twos. */
function split(total: number, length: number): number[] {
	let left = total;
	return AUDIT.slice(0, length).map(({ choices }, i) => {
		// "Never" in the first question would settle the next two.
		const score =
			choices
				.map((choice) => choice.score)
				.filter((each) => each <= left && (i > 0 || each > 0))
				.at(-1) ?? 0;
		left -= score;
		return score;
	});
}

const anyAnswers = fc
	.tuple(
		...AUDIT.map(({ choices }) => fc.constantFrom(...choices.map(({ id }) => id), SKIP)),
		fc.constantFrom('woman', 'man', SKIP),
		fc.constantFrom(...SAFETY_ANSWERS, SKIP)
	)
	.map((given) => new Map<string, string>([...AUDIT_IDS, BODY, SAFETY].map((id, i) => [id, String(given[i])])));

describe('the scores', () => {
	it('has ten questions that give 0 to 4, the last two 0, 2 or 4', () => {
		expect(AUDIT.map(({ id }) => id)).toEqual([...AUDIT_IDS]);
		expect(AUDIT.map(({ choices }) => choices.map(({ score }) => score))).toEqual([
			...Array.from({ length: 8 }, () => [0, 1, 2, 3, 4]),
			[0, 2, 4],
			[0, 2, 4]
		]);
	});

	it.each([
		[0, 'low'],
		[4, 'low'],
		[5, 'increasing'],
		[7, 'increasing'],
		[8, 'higher'],
		[10, 'higher'],
		[11, 'dependence'],
		[12, 'dependence']
	] as const)('AUDIT-C of %i is %s', (score, band) => {
		expect(shortBand(score)).toBe(band);
		const { short } = resultOf(scoring(score === 0 ? [0, 0, 0] : split(score, SHORT_LENGTH)));
		expect(short).toMatchObject({ score: { from: score, to: score, of: 12 }, band, bandTo: band });
	});

	it.each([
		[0, 'low'],
		[7, 'low'],
		[8, 'increasing'],
		[15, 'increasing'],
		[16, 'higher'],
		[19, 'higher'],
		[20, 'dependence'],
		[40, 'dependence']
	] as const)('AUDIT of %i is %s', (score, band) => {
		expect(fullBand(score)).toBe(band);
	});

	// The short part is 5, so that the band is that of the full test alone.
	it.each([
		[7, 'low'],
		[8, 'increasing'],
		[15, 'increasing'],
		[16, 'higher'],
		[19, 'higher'],
		[20, 'dependence']
	] as const)('a whole test of %i ends in %s', (total, band) => {
		const rest = split2(total - 5);
		const result = resultOf(scoring([1, 2, 2, ...rest]));
		expect(result.full?.score).toEqual({ from: total, to: total, of: 40 });
		expect(result.band).toBe(band);
	});
});

/** Scores of the last seven questions. */
function split2(total: number): number[] {
	let left = total;
	return AUDIT.slice(SHORT_LENGTH).map(({ choices }) => {
		const score =
			choices
				.map((choice) => choice.score)
				.filter((each) => each <= left)
				.at(-1) ?? 0;
		left -= score;
		return score;
	});
}

describe('what comes next', () => {
	it.each([
		[[1, 1, 2], false],
		[[1, 2, 2], true]
	])('goes on to the full test from AUDIT-C 5: %j', (scores, goesOn) => {
		const answers = scoring(scores);
		expect(resultOf(answers).full !== undefined).toBe(goesOn);
		expect(nextQuestion(answers)).toBe(goesOn ? 'could-not-stop' : undefined);
	});

	it('asks nothing more about amounts of a person who never drinks, but still asks about withdrawal', () => {
		const answers = new Map([['how-often', 'never']]);
		expect(nextQuestion(answers)).toBe(SAFETY);
		answers.set(SAFETY, 'none');
		expect(nextQuestion(answers)).toBeUndefined();
		expect(resultOf(answers)).toMatchObject({ care: 'low', short: { score: { from: 0, to: 0 } } });
	});

	it('asks woman or man only before the question on heavy days, and counts 6 for whoever does not say', () => {
		const answers = scoring([4, 4]);
		answers.delete(BODY);
		expect(nextQuestion(answers)).toBe(BODY);
		expect(heavyUnits(answers)).toBe(6);
		expect(heavyUnits(new Map([[BODY, SKIP]]))).toBe(6);
		expect(heavyUnits(new Map([[BODY, 'woman']]))).toBe(6);
		expect(heavyUnits(new Map([[BODY, 'man']]))).toBe(8);
	});

	it('never asks more than ten questions and two of our own', () => {
		fc.assert(
			fc.property(anyAnswers, (answers) => {
				const asked: string[] = [];
				const given = new Map<string, string>();
				for (let next = nextQuestion(given); next !== undefined; next = nextQuestion(given)) {
					expect(asked).not.toContain(next);
					expect(asked.length).toBeLessThan(mostQuestions(given));
					asked.push(next);
					given.set(next, answers.get(next) ?? SKIP);
				}
				expect(asked.length).toBeLessThanOrEqual(12);
				expect(asked).toContain(answers.get('how-often') === 'never' ? 'how-often' : SAFETY);
			})
		);
	});

	it('ends at once when somebody is ill without drink now', () => {
		const answers = scoring([4, 4, 4], 'now');
		expect(nextQuestion(answers)).toBeUndefined();
		expect(resultOf(answers).care).toBe('emergency');
		expect(questionsFor(answers).at(-1)).toBe(SAFETY);
	});
});

describe('rule R11: possible dependence never gets advice alone', () => {
	it.each([11, 12])('AUDIT-C %i is possible dependence whatever the full test says', (score) => {
		const result = resultOf(scoring([...split(score, SHORT_LENGTH), 0, 0, 0, 0, 0, 0, 0]));
		expect(result).toMatchObject({ band: 'dependence', care: 'specialist' });
	});

	it('AUDIT 20 is possible dependence though AUDIT-C is low in its band', () => {
		const result = resultOf(scoring([1, 2, 2, 4, 4, 4, 3, 0, 0, 0]));
		expect(result).toMatchObject({ short: { band: 'increasing' }, band: 'dependence', care: 'specialist' });
	});

	it('holds for every way to answer', () => {
		fc.assert(
			fc.property(anyAnswers, (answers) => {
				const { short, full, care } = resultOf(answers);
				const dependent = short.score.from >= 11 || (full?.score.from ?? 0) >= 20;
				if (dependent) expect(['emergency', 'medical-first', 'specialist']).toContain(care);
			})
		);
	});
});

describe('rule SC-5: signs without drink override a low score', () => {
	it.each([
		['now', 'emergency'],
		['before', 'medical-first'],
		['signs', 'specialist'],
		[SKIP, 'specialist'],
		['none', 'low']
	] as const)('a low score with "%s" gets %s', (safety, care) => {
		expect(resultOf(scoring([1, 0, 0], safety)).care).toBe(care);
	});

	it('only "none of these" lets a score decide', () => {
		fc.assert(
			fc.property(anyAnswers, (answers) => {
				if (answers.get(SAFETY) === 'none') return;
				expect(['emergency', 'medical-first', 'specialist']).toContain(resultOf(answers).care);
			})
		);
	});
});

describe('rule R4: no result may be read as leave to stop', () => {
	it('shows with every result that stopping suddenly can be dangerous', () => {
		for (const care of CARES) expect(NOTES[care]).toContain('R4');
	});
});

describe('questions that are skipped', () => {
	it('never lead to less care than any answer would', () => {
		fc.assert(
			fc.property(anyAnswers, fc.constantFrom(...AUDIT), fc.nat(4), (answers, { id, choices }, pick) => {
				const answered = new Map(answers).set(id, choices[pick % choices.length]?.id ?? SKIP);
				const skipped = new Map(answers).set(id, SKIP);
				const rank = (given: CheckAnswers) => CARES.indexOf(resultOf(given).care);
				expect(rank(skipped)).toBeLessThanOrEqual(rank(answered));
			})
		);
	});

	it('give a span of scores that holds the true one', () => {
		fc.assert(
			fc.property(anyAnswers, fc.constantFrom(...AUDIT.slice(0, SHORT_LENGTH)), (answers, { id }) => {
				// "Never" settles two other questions; without it they count.
				fc.pre(answers.get('how-often') !== 'never');
				const open = resultOf(new Map(answers).set(id, SKIP)).short.score;
				const given = resultOf(answers).short.score;
				expect(open.from).toBeLessThanOrEqual(given.from);
				expect(open.to).toBeGreaterThanOrEqual(given.to);
			})
		);
	});
});

it('says so when the short test alone is in a worse band than the full one', () => {
	expect(shortIsWorse(resultOf(scoring([1, 2, 2, 0, 0, 0, 0, 0, 0, 0])))).toBe(true);
	expect(shortIsWorse(resultOf(scoring([1, 2, 2, 3, 0, 0, 0, 0, 0, 0])))).toBe(false);
	expect(shortIsWorse(resultOf(scoring([4, 4, 4, 0, 0, 0, 0, 0, 0, 0])))).toBe(false);
});

describe('the address', () => {
	it('gives state back as it was', () => {
		fc.assert(
			fc.property(anyAnswers, fc.constantFrom('me', 'someone'), (answers, who) => {
				const read = fromFragment(toFragment({ for: who, answers }));
				expect(read.for).toBe(who);
				expect([...read.answers].sort()).toEqual([...answers].sort());
			})
		);
	});

	it('takes only what it knows, whoever wrote it', () => {
		fc.assert(fc.property(fc.string(), (text) => fromFragment(text).answers.size <= 12));
		const { for: who, answers } = fromFragment(
			'#for=you&how-often=never&how-often=4-a-week&units=99&constructor=never&x&=&guilt=skip'
		);
		expect(who).toBe('me');
		expect([...answers]).toEqual([
			['how-often', 'never'],
			['guilt', 'skip']
		]);
	});

	it('has not begun when it holds nothing', () => {
		expect(fromFragment('')).toEqual({ answers: new Map() });
		expect(nextQuestion(fromFragment('#for=someone').answers)).toBe('how-often');
	});
});

describe('units', () => {
	it('are strength times volume over 1000', () => {
		expect(unitsIn(4, 568)).toBeCloseTo(2.272);
		expect(unitsIn(40, 25)).toBe(1);
		expect(unitsWords(unitsIn(12, 750))).toBe('9 units');
		expect(unitsWords(unitsIn(40, 25))).toBe('1 unit');
	});

	it('add up', () => {
		expect(totalUnits({ single: 2, 'wine-bottle': 1, nothing: 9 })).toBe(11);
		expect(new Set(DRINKS.map(({ id }) => id)).size).toBe(DRINKS.length);
	});

	it.each([
		[0, '0-to-2'],
		[2.4, '0-to-2'],
		[2.45, '3-or-4'],
		[4.4, '3-or-4'],
		[5, '5-or-6'],
		[6.47, '7-to-9'],
		[9.44, '7-to-9'],
		[9.5, '10-or-more'],
		[80, '10-or-more']
	] as const)('%f units are the answer %s', (units, choice) => {
		expect(unitsChoice(units)).toBe(choice);
		expect(AUDIT.find(({ id }) => id === 'units')?.choices.map(({ id }) => id)).toContain(choice);
	});
});

describe('the line to copy', () => {
	it('says tests, bands, signs and day, and nothing about who', () => {
		const result = resultOf(scoring([4, 4, 3, 4, 4, 3, 0, 0, 0, 0], 'before'));
		expect(summaryLine(result, '22 November 2026')).toBe(
			'AUDIT-C 11 of 12 (possible dependence). AUDIT 22 of 40 (possible dependence). ' +
				'Fit, confusion or hallucinations without drink before. Self-reported, 22 November 2026.'
		);
	});

	it('says what was left out', () => {
		const answers = scoring([1, 2, 2, 0, 0, 0, 0, 0, 0, 0]).set('guilt', SKIP);
		expect(summaryLine(resultOf(answers), '1 May 2027')).toContain(
			'AUDIT 5 to 9 of 40 (between low risk and increasing risk)'
		);
	});
});

it('orders bands from least to most', () => {
	expect(BANDS).toEqual(['low', 'increasing', 'higher', 'dependence']);
});

describe('what the pathway is told', () => {
	it.each([
		[[4, 4, 4, 0, 0, 0, 0, 0, 0, 0], 'none', 'high-score'],
		[[1, 0, 0], 'signs', 'daily'],
		[[4, 4, 4, 0, 0, 0, 0, 0, 0, 0], 'before', 'daily'],
		[[1, 0, 0], 'none', 'drink']
	] as const)('%j with "%s" is "%s"', (scores, safety, finding) => {
		const result = resultOf(scoring(scores, safety));
		expect(findingOf(result, false)).toBe(finding);
		expect(findingOf(result, true)).toBe('work');
	});
});
