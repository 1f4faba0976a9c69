import * as v from 'valibot';
import { JOURNEY_STAGES, JOURNEYS } from '../../../data/pages/journeys.ts';
import { Id, Text } from '../facts.ts';

/**
 * The system map of an area as an editor writes it: `content/areas/<area>/journeys.yaml`. Each journey is the whole way
 * for one kind of trouble, as stages with arrows between them.
 *
 * @example
 * ```yaml
 * journeys:
 *   - id: drink
 *     start: {who: 'You, your family or any worker can ask.', professionals: 'Self-referral is the main door.'}
 *     stages:
 *       - stage: first-contact
 *         do: Ring Turning Point. You do not need a doctor's letter.
 *         professionals: One route for all new referrals, by phone.
 *         services: [turning-point-llr-access]
 *         wait: 'About 2019: they looked at each request within 48 hours.'
 *         safety: [R4]
 *         next: [{to: assessment, who: 'They book your first talk'}]
 *         sources: ['leicestershire-jsna-substance-misuse.txt:2260-2266', turning-point-llr-access]
 *       - {stage: rehab, same_as: opioids, safety: [R5]}   # that journey's stage, with other safety notes
 * ```
 */

const Professionals = (length: number) =>
	v.optional(v.pipe(Text(length), v.description('The same for people who refer: routes, criteria, referral. Left out when the plain words serve both.')));

const Gap = v.strictObject({
	what: v.pipe(Text(160), v.description('What no source says, or what the area does not have.')),
	ask: v.pipe(Text(160), v.description('The question to ask, as a person would say it.')),
	instead: v.pipe(Text(240), v.description('What to do instead, or meanwhile.')),
	services: v.optional(v.pipe(v.array(Id), v.minLength(1), v.description('Services to use instead, best first.')))
});

const Arrow = v.strictObject({
	to: v.pipe(v.picklist(JOURNEY_STAGES), v.description('A later stage of this journey.')),
	who: v.pipe(Text(100), v.description('Who takes you there and how, as a few plain words: "Your worker asks for a place".')),
	professionals: Professionals(200)
});

/** A document of the founding ones with its lines, a fact or rule of safety.md, a service, or the area's own file. */
const SourceRef = v.pipe(
	v.string(),
	v.regex(
		/^([a-z0-9-]+\.txt:\d+(-\d+)?|R([1-9]|1[0-5])|[A-Z]{2,3}-\d+|[a-z0-9]+(-[a-z0-9]+)*)$/,
		'must be a file with its lines (essex-needs-assessment.txt:12-20), a safety fact (AL-1), the id of a service, or area'
	)
);

const WithYear = v.pipe(Text(160), v.regex(/\b(19|20)\d\d\b/, 'must say the year of its source, so that nobody takes it for a promise'));

const fields = {
	title: v.pipe(Text(40), v.description('When the usual name of the stage does not fit this journey.')),
	missing: v.pipe(v.literal(true), v.description('This area has no such step that we know of: the whole box is drawn as a gap.')),
	do: v.pipe(Text(320), v.description('What you do at this stage, in plain sentences.')),
	professionals: v.pipe(Text(480), v.description('For people who refer: routes, criteria, who may refer and by what.')),
	services: v.pipe(v.array(Id), v.description('Published services, best first. Empty only where the stage has a gap.')),
	wait: v.pipe(WithYear, v.description('How long it takes, only where a source says, with its year. Never a promise (WT-1).')),
	safety: v.pipe(v.array(v.string()), v.minLength(1), v.description('Ids of safety rules or notes (R4, quiet-first-day) shown with this stage.')),
	gaps: v.pipe(v.array(Gap), v.minLength(1), v.description('What is not known or not there, with the question to ask and what to do.')),
	next: v.pipe(v.array(Arrow), v.description('Arrows to later stages. Left out at the end of the way.')),
	sources: v.pipe(v.array(SourceRef), v.minLength(1, 'needs at least one source'), v.description('Where this stands.'))
};

const OwnStage = v.strictObject({
	stage: v.picklist(JOURNEY_STAGES),
	title: v.optional(fields.title),
	missing: v.optional(fields.missing),
	do: fields.do,
	professionals: fields.professionals,
	services: fields.services,
	wait: v.optional(fields.wait),
	safety: v.optional(fields.safety),
	gaps: v.optional(fields.gaps),
	next: v.optional(fields.next),
	sources: fields.sources
});
export type OwnStageRecord = v.InferOutput<typeof OwnStage>;

const SameStage = v.strictObject({
	stage: v.picklist(JOURNEY_STAGES),
	same_as: v.pipe(v.picklist(JOURNEYS), v.description('The journey whose stage of this name is meant. Fields given here stand in place of its own.')),
	...v.partial(v.strictObject(fields)).entries
});
export type SameStageRecord = v.InferOutput<typeof SameStage>;

export const AreaJourney = v.strictObject({
	id: v.picklist(JOURNEYS),
	start: v.pipe(
		v.strictObject({
			who: v.pipe(Text(140), v.description('Who can start this way, in plain words.')),
			professionals: Professionals(240)
		}),
		v.description('Where the way begins.')
	),
	stages: v.pipe(v.array(v.union([OwnStage, SameStage])), v.minLength(2, 'needs at least two stages'))
});
export type AreaJourneyRecord = v.InferOutput<typeof AreaJourney>;

export const JourneyFile = v.strictObject({ journeys: v.array(AreaJourney) });
export type JourneyFileRecord = v.InferOutput<typeof JourneyFile>;
