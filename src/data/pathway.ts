import type { AgeBand, OutcomeLevel, PlanPage, Risk, Want } from './pathway-terms.ts';
import type { Audience, Referrer, SubstanceGroup, TaxonomyTerm, WayIn } from './terms.ts';

/**
 * The compiled pathway (data file `pathways`): one graph of questions, branches and outcomes, with the safety notes that
 * its plans show. Made by `src/content/compile/pages/pathways.ts` from `content/pathways/`, walked by `src/lib/pathway`.
 * Records are keyed by id; look ids up with Object.hasOwn, since they also come from addresses.
 */

/** Id of a question, a branch or an outcome: all ids are of one space. */
export type Target = string;

/** True when the question has one of these answers; when any or all of these are; when this is not. */
export type Condition =
	{ question: string; in: string[] } | { any: Condition[] } | { all: Condition[] } | { not: Condition };

/** What an answer tells, in closed lists. */
export interface Means {
	/** Age of the person who drinks or uses drugs. */
	age?: AgeBand;
	/** Age of the one who asks for them. */
	askerAge?: AgeBand;
	substances?: SubstanceGroup[];
	audiences?: Audience[];
	wants?: Want[];
	risks?: Risk[];
}

export interface Answer {
	id: string;
	text: string;
	hint?: string;
	/** Ends "Because you said ...". */
	said?: string;
	means?: Means;
	/** Later questions that this answer has answered: question -> answer. */
	settles?: Record<string, string>;
	to: Target;
}

export interface Question {
	id: string;
	text: string;
	why: string;
	hint?: string;
	answers: Answer[];
	/** Where "Not sure" leads. */
	notSure: Target;
	/** Where "Skip" leads. */
	skip: Target;
}

export interface Branch {
	id: string;
	rules: { when: Condition; to: Target }[];
	default: Target;
}

/** Which services a step stands on: by kind, or the front doors of the area. */
export interface ServiceQuery {
	terms?: TaxonomyTerm[];
	frontDoor?: 'by-age' | 'adults' | 'under-18' | 'families';
	audiences?: Audience[];
	/** Only services made for one of these. */
	madeFor?: Audience[];
	substances?: SubstanceGroup[];
	/** Whose age and group count; absent means the person who drinks or uses drugs. */
	for?: 'asker';
	way?: WayIn;
	referral?: Referrer;
	/** Absent means both. */
	from?: 'area' | 'national';
	limit: number;
}

export interface Step {
	text: string;
	when?: Condition;
	/** Ids in `Pathways.notes`. */
	safety?: { note: string; when?: Condition }[];
	services?: ServiceQuery[];
	say?: string;
	whatHappens?: string;
	ifClosed?: string;
	ifTurnedAway?: string;
	ifWaiting?: string;
	/** What to do where no service fits: always there when `services` is. */
	fallback?: { services: string[]; text: string };
}

export const STAGES = ['now', 'next', 'later'] as const;
export type Stage = (typeof STAGES)[number];

export interface Outcome {
	id: string;
	title: string;
	level: OutcomeLevel;
	applies: string;
	steps: Record<Stage, Step[]>;
	goOn?: ({ to: string; text: string } | { page: PlanPage; text: string })[];
	sources: string[];
	review: { state: 'not-reviewed' | 'reviewed'; by?: string; date?: string };
}

/** A safety note or one of the fifteen rules. */
export interface PathNote {
	id: string;
	level: 'emergency' | 'urgent' | 'note';
	/** Only rules have one. */
	title?: string;
	text: string;
	/** The same for somebody who asks about another person. */
	aboutAnother?: string;
}

export interface Pathways {
	/** The first question. */
	start: string;
	/** The emergency outcome that every question reaches in one step. */
	emergency: string;
	/** Services with a person to ring, best first. */
	voices: string[];
	questions: Record<string, Question>;
	branches: Record<string, Branch>;
	outcomes: Record<string, Outcome>;
	notes: Readonly<Record<string, PathNote>>;
	/** Ids that are gone, with the nearest page that is safe. */
	moved: Record<string, string>;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The graph as its data file has it: the notes are in another file (`safety`). */
export type PathwayGraph = Omit<Pathways, 'notes'>;

/** True for a pathways data file: its inside is as our own build wrote it, since its name is the hash of its bytes. */
export function isPathwayGraph(value: unknown): value is PathwayGraph {
	return (
		isRecord(value) &&
		typeof value.start === 'string' &&
		typeof value.emergency === 'string' &&
		Array.isArray(value.voices) &&
		[value.questions, value.branches, value.outcomes, value.moved].every(isRecord)
	);
}
