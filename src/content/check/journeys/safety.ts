import type { JourneyId, JourneyStage } from '../../../data/pages/journeys.ts';
import { problemAt, type Rule } from '../rule.ts';
import { stagesOf } from './stages.ts';

/** The rules of safety.md that a stage must show (section 17 there, tests 2, 3, 6 and 9), by journey and stage. */
const MUST_SHOW: Readonly<Record<JourneyId, Partial<Record<JourneyStage, readonly string[]>>>> = {
	drink: { 'first-contact': ['R4'], detox: ['R4', 'R5'] },
	opioids: { treatment: ['R8'], detox: ['R7'], rehab: ['R7'], aftercare: ['R7'] },
	'other-drugs': { 'first-contact': ['R6'], detox: ['R6'] },
	'under-18': { 'first-contact': ['R4'] },
	families: { 'first-contact': ['R1'] },
	'prison-and-courts': { custody: ['R4'], release: ['R7'] },
	'mental-health': { crisis: ['R14'] },
	medicines: { 'first-contact': ['R6'], detox: ['R6'] }
};

/** Nobody who may be dependent is sent on towards stopping without the rule that keeps them alive. */
export const journeySafety: Rule = (content) =>
	stagesOf(content).flatMap(({ file, journey, whole, path }) =>
		(MUST_SHOW[journey][whole.stage] ?? [])
			.filter((rule) => !whole.safety?.includes(rule))
			.map((rule) =>
				problemAt(file, path, {
					level: 'error',
					rule: 'journey-safety',
					message: `the stage "${whole.stage}" of "${journey}" must show safety rule ${rule}`,
					mend: `Add ${rule} under "safety".`
				})
			)
	);
