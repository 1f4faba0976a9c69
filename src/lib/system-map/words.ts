import type { JourneyId, JourneyStage, Stage } from '../../data/pages/journeys.ts';

/** What people and professionals call each journey. */
export const JOURNEY_WORDS: Readonly<Record<JourneyId, string>> = {
	drink: 'Drink',
	opioids: 'Heroin and other opioids',
	'other-drugs': 'Other drugs',
	'under-18': 'Under 18',
	families: 'Family and friends',
	'prison-and-courts': 'Prison and courts',
	'mental-health': 'Mental health as well',
	medicines: 'Medicines'
};

/** What people call each stage, and what professionals call it. */
const STAGE_WORDS: Readonly<Record<JourneyStage, { people: string; professionals: string }>> = {
	'first-contact': { people: 'Ask for help', professionals: 'First contact' },
	crisis: { people: 'In a crisis', professionals: 'Crisis' },
	custody: { people: 'At the police station', professionals: 'Police custody' },
	court: { people: 'At court', professionals: 'Court and probation' },
	prison: { people: 'In prison', professionals: 'Prison' },
	release: { people: 'The day you leave', professionals: 'Release' },
	assessment: { people: 'First talk', professionals: 'Assessment' },
	treatment: { people: 'Get treatment', professionals: 'Treatment' },
	detox: { people: 'Stop safely (detox)', professionals: 'Detox' },
	rehab: { people: 'Rehab', professionals: 'Rehab' },
	aftercare: { people: 'Stay well', professionals: 'Aftercare and mutual aid' }
};

/** The title of a stage in plain words: its own, or the usual one. */
export function stageTitle({ stage, title }: Pick<Stage, 'stage' | 'title'>): string {
	return title ?? STAGE_WORDS[stage].people;
}

/** The title of a stage as professionals say it. */
export function stageTerm({ stage }: Pick<Stage, 'stage'>): string {
	return STAGE_WORDS[stage].professionals;
}
