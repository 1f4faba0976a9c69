/**
 * The journeys of the system map (data file `journeys.<area>`, all of `JOURNEYS` in order): the whole way from first contact to aftercare,
 * drawn at /areas/<area>/system/. Written in `content/areas/<area>/journeys.yaml`.
 */

/** What a journey is about, in the order shown to people. */
export const JOURNEYS = [
	'drink',
	'opioids',
	'other-drugs',
	'under-18',
	'families',
	'prison-and-courts',
	'mental-health',
	'medicines'
] as const;
export type JourneyId = (typeof JOURNEYS)[number];

/** Steps on a way. A journey has those that make sense for it, each once, in its own order. */
export const JOURNEY_STAGES = [
	'first-contact',
	'crisis',
	'custody',
	'court',
	'prison',
	'release',
	'assessment',
	'treatment',
	'detox',
	'rehab',
	'aftercare'
] as const;
export type JourneyStage = (typeof JOURNEY_STAGES)[number];

/** The two versions of each text: plain words for people, routes and criteria for people who refer. */
export interface TwoVoices {
	people: string;
	/** Absent where the plain words serve both. */
	professionals?: string;
}

/** What no source says, or what the area does not have. */
export interface StageGap {
	what: string;
	/** The question to ask. */
	ask: string;
	/** What to do instead, or meanwhile. */
	instead: string;
	/** Ids of services to use instead. */
	services?: string[];
}

export interface Stage {
	stage: JourneyStage;
	/** When the usual name of the stage does not fit this journey. */
	title?: string;
	/** No such step is known in this area: the whole box is a gap. */
	missing?: true;
	text: TwoVoices;
	/** Ids of services, best first. */
	services: string[];
	/** How long it takes, with the year of the source. */
	wait?: string;
	/** Ids of safety rules and notes (data file `safety`). */
	safety?: string[];
	gaps?: StageGap[];
	/** Ways on: who can refer, by what. Empty at the end of the way. */
	next: { to: JourneyStage; who: TwoVoices }[];
	/** A file of the founding documents with its lines, a fact of safety.md, a service's id, or `area`. */
	sources: string[];
}

export interface Journey {
	id: JourneyId;
	/** Who can start it. */
	start: TwoVoices;
	stages: Stage[];
}

/** True for a journeys data file: its inside is as our own build wrote it, since its name is the hash of its bytes. */
export function isJourneys(value: unknown): value is Journey[] {
	return (
		Array.isArray(value) &&
		value.every((journey) => typeof journey === 'object' && journey !== null && 'id' in journey && 'stages' in journey)
	);
}
