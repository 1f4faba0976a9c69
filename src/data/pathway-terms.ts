/**
 * The closed lists that pathways share: what an answer can tell us. The graph's safety rules (`src/content/coverage`) and the
 * choice of services (`src/lib/pathway`) read these and never the id of a question, so questions can change freely.
 */

/** How old somebody is. Ranges in years: `AGE_RANGES`. */
export const AGE_BANDS = ['under-18', '18-25', 'adult', 'older'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** Both ends are included. */
export const AGE_RANGES: Readonly<Record<AgeBand, readonly [from: number, to: number]>> = {
	'under-18': [10, 17],
	'18-25': [18, 25],
	adult: [26, 54],
	older: [55, 120]
};

/** What somebody comes for. */
export const WANTS = [
	'talk',
	'cut-down',
	'stop',
	'stay-safer',
	'equipment',
	'naloxone',
	'script', // to start on methadone or buprenorphine
	'missed-script', // lost it, missed it, cannot collect it
	'detox',
	'rehab',
	'test', // hepatitis or HIV
	'aftercare',
	'mutual-aid',
	'family-support',
	'get-someone-in'
] as const;
export type Want = (typeof WANTS)[number];

/** What a safety rule or an emergency hangs on. */
export const RISKS = [
	'danger', // danger to life now, whatever it is: straight to an emergency outcome
	'overdose', // R1 to R3: will not wake, does not breathe: straight to an emergency outcome
	'withdrawal-danger', // R5, R6: fit, confusion, seeing things: straight to an emergency outcome
	'child-swallowed', // R13: straight to an emergency outcome
	'suicidal', // R14: thoughts of ending life, no danger this minute
	'daily', // R4, R6: drinks or uses every day, shakes or sweats without it, or may depend on it
	'lost-tolerance', // R7: out of prison, hospital, detox or rehab, or days without using
	'missed-doses', // R8: missed methadone or buprenorphine
	'needle-injury', // R10
	'high-audit', // R11: AUDIT-C 11 or 12, or AUDIT 20 or more
	'pregnant', // R12
	'children-at-home' // R13: medicines locked away
] as const;
export type Risk = (typeof RISKS)[number];

/** Risks that go straight to an emergency outcome. */
export const DANGERS = [
	'danger',
	'overdose',
	'withdrawal-danger',
	'child-swallowed'
] as const satisfies readonly Risk[];

/** Answers that every question has besides its own. */
export const NOT_SURE = 'not-sure';
export const SKIP = 'skip';
export const OPEN_ANSWERS = [NOT_SURE, SKIP] as const;
/** What conditions can read besides questions: the chosen area. Only in `when` of a step or a note, never in a branch. */
export const AREA_KEY = 'area';
export const COUNCIL_KEY = 'council';

/** How sure a plan's `emergency` is: `emergency` plans start with 999. */
export const OUTCOME_LEVELS = ['emergency', 'urgent', 'plan'] as const;
export type OutcomeLevel = (typeof OUTCOME_LEVELS)[number];

/** Pages that a plan may send people on to. */
export const PLAN_PAGES = ['/now/', '/go/', '/find/', '/areas/', '/check/alcohol/', '/words/', '/privacy/'] as const;
export type PlanPage = (typeof PLAN_PAGES)[number];
