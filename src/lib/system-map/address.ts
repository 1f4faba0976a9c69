import { JOURNEY_STAGES, JOURNEYS, type JourneyId, type JourneyStage } from '../../data/pages/journeys.ts';

/** Where somebody is on the map: in the fragment of the address, which reaches no server. */
export interface Here {
	journey: JourneyId;
	stage?: JourneyStage;
}

const isJourney = (value: string | null): value is JourneyId => JOURNEYS.some((id) => id === value);
const isStage = (value: string | null): value is JourneyStage => JOURNEY_STAGES.some((stage) => stage === value);

/**
 * The fragment for a place on the map, without `#`. It is also the id of the element there, so that the browser finds it
 * without a script.
 */
export function fragmentOf({ journey, stage }: Here): string {
	return stage === undefined ? `journey=${journey}` : `journey=${journey}&stage=${stage}`;
}

/** Reads a fragment, with or without `#`: undefined when it names no journey. An unknown stage is left out. */
export function readFragment(fragment: string): Here | undefined {
	const given = new URLSearchParams(fragment.replace(/^#/, ''));
	const journey = given.get('journey');
	const stage = given.get('stage');
	if (!isJourney(journey)) return undefined;
	return { journey, ...(isStage(stage) && { stage }) };
}

/** The fragment that leads to a stage without saying that the reader is there: for links within the map. */
export function jumpTo(journey: JourneyId, stage: JourneyStage): string {
	return `${journey}_${stage}`;
}

/** The journey that a fragment shows, whether it says where the reader is or only leads to a stage. */
export function journeyOf(fragment: string): JourneyId | undefined {
	const [journey = ''] = fragment.replace(/^#/, '').split('_');
	return readFragment(fragment)?.journey ?? (isJourney(journey) ? journey : undefined);
}
