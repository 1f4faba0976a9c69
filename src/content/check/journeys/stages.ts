import type { JourneyId } from '../../../data/pages/journeys.ts';
import { wholeStage } from '../../compile/pages/journeys.ts';
import type { Content, Path } from '../../read/index.ts';
import type { OwnStageRecord } from '../../schema/places/journeys.ts';

type JourneyFile = Content['journeyFiles'][number];

/** A stage of a journey with all its fields, wherever they stand. */
export interface FoundStage {
	file: JourneyFile;
	journey: JourneyId;
	/** With what it has from another journey in place. */
	whole: OwnStageRecord;
	/** Of the stage as it is written in this journey. */
	path: Path;
	/** Fields written here and not in the journey that it is the same as. */
	own: (field: keyof OwnStageRecord) => boolean;
}

/** Every stage of every journey; stages the same as one that is not there are left out. */
export function stagesOf(content: Content): FoundStage[] {
	return content.journeyFiles.flatMap((file) =>
		file.record.journeys.flatMap((journey, index) =>
			journey.stages.flatMap((written, at) => {
				const whole = wholeStage(written, file.record.journeys);
				const path = ['journeys', index, 'stages', at];
				return whole ? [{ file, journey: journey.id, whole, path, own: (field) => Object.hasOwn(written, field) }] : [];
			})
		)
	);
}
