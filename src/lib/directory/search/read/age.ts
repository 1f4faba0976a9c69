import type { Token } from './phrases.ts';

export interface FoundAge {
	age: number;
	positions: number[];
}

const YOUNGEST = 5;
const OLDEST = 99;
/** A bare number is taken for an age only when it is the age of a child who may be drinking or using. */
const BARE_FROM = 10;
const BARE_TO = 17;
const BEFORE = new Set([
	'im',
	'am',
	'age',
	'aged',
	'is',
	'hes',
	'shes',
	'turned',
	'only',
	'just',
	'whos',
	'thats',
	'now'
]);
/** Words before a number that count something: "took 16 paracetamol". */
const COUNTS = new Set(
	'took taken taking take takes ate eaten had drink drinks drinking drank smoke smokes smoking use using on about popped necked swallowed of up'.split(
		' '
	)
);
/** Words soon after a number that count something: "12 codeine a day". */
const RATE = /^(day|days|daily|night|nightly|week|times)$/;
const RATE_REACH = 3;
const AFTER = /^(yo|yr|yrs|year|years|yearold|y)$/;
const GLUED = /^(\d{1,2})(yo|yrs?|yrold|yearold|years?old|yo)$/;
/** A number after one of these is a score or a section: "AUDIT-C 12", "tier 3". */
const SCORED = new Set(['audit', 'auditc', 'score', 'scored', 'scores', 'section', 'tier', 'schedule', 'class']);
/** How far before a number the person may stand whose age it is, or the test whose score. */
const REACH = 3;

/**
 * The age of a person in the query: "im 15", "15 year old", "15yo", "my son 15", "15 weed".
 * @param free positions that no phrase has taken
 * @param isPerson whether a position names a person
 * @param isUnit whether a word after a number shows that it counts something else
 */
export function findAge(
	tokens: readonly Token[],
	free: (position: number) => boolean,
	isPerson: (position: number) => boolean,
	isUnit: (word: string) => boolean
): FoundAge | undefined {
	for (const [position, { text }] of tokens.entries()) {
		const glued = GLUED.exec(text);
		if (glued) return within(Number(glued[1]), [position]);
		if (!free(position) || !/^\d{1,2}$/.test(text)) continue;
		const next = tokens[position + 1]?.text ?? '';
		const after = tokens[position + 2]?.text ?? '';
		const age = Number(text);
		if (AFTER.test(next) && (after === 'old' || /^(yo|yr|yrs|yearold|y)$/.test(next))) {
			return within(age, [position, position + 1, ...(after === 'old' ? [position + 2] : [])]);
		}
		if (isUnit(next) || (/^(a|per)$/.test(next) && isUnit(after))) continue;
		const before = tokens[position - 1]?.text ?? '';
		// The nearest says what it is: "AUDIT-C 12" is a score, and in "audit for my son 15" the son is 15.
		const owner = Array.from({ length: REACH }, (_, back) => position - 1 - back).find(
			(at) => at >= 0 && (isPerson(at) || SCORED.has(tokens[at]?.text ?? ''))
		);
		const near = owner !== undefined && isPerson(owner);
		if (owner !== undefined && !near) continue;
		const said = BEFORE.has(before) || near || isPerson(position + 1);
		const counts =
			COUNTS.has(before) ||
			tokens.slice(position + 1, position + 2 + RATE_REACH).some(({ text: word }) => RATE.test(word));
		const bare = age >= BARE_FROM && age <= BARE_TO && !counts;
		if (said || bare) return within(age, [position]);
	}
	return undefined;
}

function within(age: number, positions: number[]): FoundAge | undefined {
	return age >= YOUNGEST && age <= OLDEST ? { age, positions } : undefined;
}
