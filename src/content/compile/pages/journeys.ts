import type { Journey, Stage, TwoVoices } from '../../../data/pages/journeys.ts';
import { JOURNEYS } from '../../../data/pages/journeys.ts';
import type { AreaJourneyRecord, OwnStageRecord } from '../../schema/places/journeys.ts';

type WrittenStage = AreaJourneyRecord['stages'][number];

/**
 * A stage with everything in place: of one that says `same_as`, the stage of that journey with its own fields on top.
 * @returns undefined when the journey named has no such stage of its own (the check says so)
 */
export function wholeStage(
	stage: WrittenStage,
	journeys: readonly AreaJourneyRecord[]
): OwnStageRecord | undefined {
	if (!('same_as' in stage)) return stage;
	const { same_as, ...own } = stage;
	const model = journeys
		.find(({ id }) => id === same_as)
		?.stages.find((other) => other.stage === stage.stage && !('same_as' in other));
	if (!model || 'same_as' in model) return undefined;
	return { ...model, ...own };
}

/**
 * The journeys of an area as screens need them, in the order of `JOURNEYS`. Throws when a stage is the same as one that is
 * not there: the check refuses that.
 */
export function compileJourneys(journeys: readonly AreaJourneyRecord[]): Journey[] {
	return journeys
		.toSorted((a, b) => JOURNEYS.indexOf(a.id) - JOURNEYS.indexOf(b.id))
		.map((journey) => compileJourney(journey, journeys));
}

function compileJourney({ id, start, stages }: AreaJourneyRecord, all: readonly AreaJourneyRecord[]): Journey {
	return {
		id,
		start: voices(start.who, start.professionals),
		stages: stages.map((written) => {
			const stage = wholeStage(written, all);
			if (!stage) throw new Error(`The stage "${written.stage}" of "${id}" is the same as one that is not there: run "npm run fingerpost -- check".`);
			return compileStage(stage);
		})
	};
}

function compileStage(stage: OwnStageRecord): Stage {
	const { title, missing, wait, safety, gaps, next } = stage;
	return {
		stage: stage.stage,
		...(title && { title }),
		...(missing && { missing }),
		text: voices(stage.do, stage.professionals),
		services: stage.services,
		...(wait && { wait }),
		...(safety && { safety }),
		...(gaps && { gaps }),
		next: (next ?? []).map(({ to, who, professionals }) => ({ to, who: voices(who, professionals) })),
		sources: stage.sources
	};
}

function voices(people: string, professionals: string | undefined): TwoVoices {
	return { people, ...(professionals && { professionals }) };
}
