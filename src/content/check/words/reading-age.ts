import type { Content } from '../../read/index.ts';
import { isPublished, problemAt, type Rule } from '../rule.ts';
import { textsOf, type ContentText } from '../texts.ts';
import { readability } from './readability.ts';

/**
 * What we aim for is 9 to 11 (DESIGN rule 5), and what the average must keep. One short text may swing two years either
 * way by a single long word, so an editor is asked to look again only above this.
 */
export const WARN_ABOVE_AGE = 13;
/** Above this the build stops. */
export const FAIL_ABOVE_AGE = 16;
/** Texts for people who refer for a living may be harder. */
export const PROFESSIONAL_EXTRA = 4;
/** In fewer words one long word decides, and the formula says nothing. */
export const MIN_WORDS = 12;
/** A sentence longer than this is asked to be cut. */
export const MAX_SENTENCE = 25;

const round = (age: number) => Math.round(age);

/** Texts that people read. Texts of drafts and closed records are not among them. */
function readTexts(content: Content): ContentText[] {
	const hidden = new Set<unknown>(content.services.filter(({ record }) => !isPublished(record)));
	return textsOf(content).filter(
		({ use, read }) => (use === 'prose' || use === 'professional') && !hidden.has(read)
	);
}

/** Every text that people read can be read by a child of about eleven. */
export const readingAge: Rule = (content) =>
	readTexts(content).flatMap(({ text, use, path, read }) => {
		const measured = readability(text);
		if (!measured) return [];
		const extra = use === 'professional' ? PROFESSIONAL_EXTRA : 0;
		const { age, words, longest } = measured;
		const field = path.findLast((key) => typeof key === 'string') ?? 'text';
		const problems = [];
		if (words >= MIN_WORDS && age > WARN_ABOVE_AGE + extra) {
			problems.push(
				problemAt(read, path, {
					level: age > FAIL_ABOVE_AGE + extra ? 'error' : 'warning',
					rule: 'reading-age',
					message: `"${field}" needs a reading age of ${round(age)}; aim for 11, the most is ${FAIL_ABOVE_AGE + extra}`,
					mend: 'Use shorter sentences and shorter words.'
				})
			);
		}
		if (longest > MAX_SENTENCE + extra) {
			problems.push(
				problemAt(read, path, {
					level: 'warning',
					rule: 'long-sentence',
					message: `"${field}" has a sentence of ${longest} words`,
					mend: 'Cut it in two: people under stress lose a long sentence. Aim for under 20 words.'
				})
			);
		}
		return problems;
	});

/** Average reading age by kind of content, weighted by words, to one decimal. */
export function readingAges(content: Content): Record<string, number> {
	const sums = new Map<string, { words: number; years: number }>();
	for (const { text, use, kind } of readTexts(content)) {
		const measured = readability(text);
		if (use === 'professional' || !measured || measured.words < MIN_WORDS) continue;
		const sum = sums.get(kind) ?? { words: 0, years: 0 };
		sums.set(kind, { words: sum.words + measured.words, years: sum.years + measured.age * measured.words });
	}
	return Object.fromEntries([...sums].map(([kind, { words, years }]) => [kind, Math.round((years / words) * 10) / 10]));
}
