import * as v from 'valibot';
import { AGE_BANDS, COUNCIL_KEY, OPEN_ANSWERS, AREA_KEY, OUTCOME_LEVELS, PLAN_PAGES, RISKS, WANTS } from '../../data/pathway-terms.ts';
import { AREAS, AUDIENCES, REFERRERS, SUBSTANCE_GROUPS, TAXONOMY_TERMS, WAYS_IN } from '../../data/terms.ts';
import { Id, PartialDate, Text } from './facts.ts';
import { SafetyFact } from './safety.ts';

/**
 * The pathway "Where do I go?" as an editor writes it: any number of files in `content/pathways/`, one per theme, that
 * together make one graph. A file may hold questions, branches, outcomes, journeys; one file says where it starts.
 *
 * - A **question** leads by its answers. Besides its own answers it always has "Not sure" and "Skip", each with a safe target.
 * - A **branch** is not seen. It looks at answers already given and picks the way: the first rule that fits, else `default`.
 * - An **outcome** is a plan: steps for now, next and later. Steps name services by what they are (queries), never by a list.
 * - A **target** (`to`, `not_sure`, `skip`, `default`) is the id of a question, a branch or an outcome. All ids share one space.
 * - A **condition** is one of `is`, `in`, `any`, `all`, `not`. There are no expressions and no code.
 * - What an answer **means** is said in `means`, in closed lists (src/data/pathway-terms.ts). Safety rules and the choice of
 *   services read only that: an answer that does not say what it means protects nobody.
 *
 * `npm run -s fingerpost -- coverage` walks every path and says what is wrong; `-- walk` goes one path; `-- graph` draws it.
 *
 * @example
 * ```yaml
 * # yaml-language-server: $schema=../../static/schemas/pathways.schema.json
 * start: who
 * emergency: danger-now          # the plan that every question can reach in one step
 * voices: [frank, drinkline, childline, samaritans, nhs-111]   # people to ring, best first; at least one day and night
 * questions:
 *   - id: who
 *     text: Who is this for?
 *     why: Help for you and help for a person you love are not the same.
 *     answers:
 *       - {id: me, text: Me, said: this is for you, to: age}
 *       - {id: my-child, text: My child, said: you worry about your child, means: {audiences: [families, parents]}, to: child-age}
 *       - {id: danger, text: Someone is in danger now, means: {risks: [danger]}, to: danger-now}
 *     not_sure: what
 *     skip: what
 *   - id: want
 *     text: What would help most?
 *     why: It tells us which door to show first.
 *     answers:
 *       - {id: stop, text: Stop, said: you want to stop, means: {wants: [stop]}, to: stop-which}
 *       - {id: talk, text: Talk to someone, said: you want to talk, means: {wants: [talk]}, to: talk-plan}
 *     not_sure: talk-plan
 *     skip: talk-plan
 * branches:
 *   - id: stop-which
 *     rules:
 *       - {when: {in: {what: [drink, benzos, g, several, not-sure, skip]}}, to: stop-safely}
 *     default: stop-plan
 * outcomes:
 *   - id: stop-safely
 *     title: Stop safely, with help
 *     applies: You want to stop, and stopping suddenly may be dangerous.
 *     steps:
 *       now:
 *         - text: Do not stop all at once. Ring the drug and alcohol service and ask for help to stop safely.
 *           safety:
 *             - R4
 *             - {note: R6, when: {in: {what: [benzos, g, several, not-sure, skip]}}}
 *           services: [{front_door: by-age, limit: 2}]
 *           say: I want to stop. I drink or use every day. Can I have an assessment?
 *           if_closed: Ring when it opens. If you feel ill before then, ring 111.
 *           if_turned_away: Ask who can help you instead, and ring them while you are there.
 *           fallback:
 *             services: [frank, nhs-111]
 *             text: We know no such service here. Ring FRANK, or ask your GP (family doctor).
 *       later:
 *         - text: Meet other people who have stopped.
 *           services: [{terms: [mutual-aid], limit: 3}]
 *           fallback: {services: [aa, na], text: We know no group near you. These groups also meet online.}
 *     go_on: [{to: naloxone-plan, text: Get naloxone}, {page: /check/alcohol/, text: Check how much you drink}]
 *     sources: [R4, R6, 'essex-needs-assessment.txt:1204']
 *     review: {state: not-reviewed}
 * moved: {old-question: who}     # ids that are gone, with the nearest page that is safe
 * ```
 */

const Reserved: readonly string[] = [...OPEN_ANSWERS, AREA_KEY, COUNCIL_KEY];
const OwnId = v.pipe(
	Id,
	v.check((id) => !Reserved.includes(id), `must not be one of ${Reserved.join(', ')}: those have a meaning of their own`)
);

export const Target = v.pipe(Id, v.description('Where this leads: the id of a question, a branch or an outcome.'));

/** One entry and no more: question -> answer(s). */
const one = (map: object) => Object.keys(map).length === 1;

const Is = v.strictObject({
	is: v.pipe(
		v.record(Id, Id),
		v.check((map) => one(map), 'must name one question and one answer, such as {what: drink}'),
		v.description('True when this question has this answer: {what: drink}. not-sure and skip are answers too. In steps and notes also {area: essex}.')
	)
});
const In = v.strictObject({
	in: v.pipe(
		v.record(Id, v.pipe(v.array(Id), v.minLength(1))),
		v.check((map) => one(map), 'must name one question and its answers, such as {what: [drink, benzos]}'),
		v.description('True when this question has one of these answers: {what: [drink, benzos]}.')
	)
});
const Leaf = v.union([Is, In]);
const Not = v.strictObject({ not: v.pipe(Leaf, v.description('True when the condition inside is not.')) });
const Part = v.union([Is, In, Not]);
const AnyOf = v.strictObject({ any: v.pipe(v.array(Part), v.minLength(1), v.description('True when one of these is.')) });
const AllOf = v.strictObject({
	all: v.pipe(v.array(v.union([Is, In, Not, AnyOf])), v.minLength(1), v.description('True when each of these is. May hold an any.'))
});
export const Condition = v.pipe(
	v.union([Is, In, Not, AnyOf, AllOf]),
	v.description('One of is, in, any, all, not. A question that was not asked has no answer, so is and in are then false.')
);
export type ConditionRecord = v.InferOutput<typeof Condition>;

export const Means = v.pipe(
	v.strictObject({
		age: v.optional(v.pipe(v.picklist(AGE_BANDS), v.description('How old the person is who drinks or uses drugs.'))),
		asker_age: v.optional(v.pipe(v.picklist(AGE_BANDS), v.description('How old the person asking is, when that is someone else. Left out: an adult.'))),
		substances: v.optional(v.pipe(v.array(v.picklist(SUBSTANCE_GROUPS)), v.minLength(1), v.description('What it is about. For "several", name all that it may be.'))),
		audiences: v.optional(
			v.pipe(
				v.array(v.picklist(AUDIENCES)),
				v.minLength(1),
				v.description('Who it is: families when someone asks for a person they love, professionals when at work; women, lgbtq, veterans ... opens services made for them.')
			)
		),
		wants: v.optional(v.pipe(v.array(v.picklist(WANTS)), v.minLength(1), v.description('What the person comes for.'))),
		risks: v.optional(
			v.pipe(
				v.array(v.picklist(RISKS)),
				v.minLength(1),
				v.description('What a safety rule hangs on. danger, overdose, withdrawal-danger and child-swallowed must lead straight to an emergency outcome.')
			)
		)
	}),
	v.description('What this answer tells us, in closed lists. Services and safety rules read only this.')
);

const Hint = v.optional(v.pipe(Text(200), v.description('A line of help under it, only when it is needed.')));

export const Answer = v.strictObject({
	id: v.pipe(OwnId, v.description('Stands in addresses: who=me. Never changed. Unique in its question.')),
	text: v.pipe(Text(80), v.description('What the button says.')),
	hint: Hint,
	said: v.optional(
		v.pipe(Text(120), v.description('Ends "Because you said ..." on the plan: "this is for you", "you drink every day". No capital, no full stop.'))
	),
	means: v.optional(Means),
	settles: v.optional(
		v.pipe(
			v.record(Id, Id),
			v.description('Later questions that this answer has already answered, with their answer: {age: under-18}. They are then not asked.')
		)
	),
	to: Target
});

export const Question = v.strictObject({
	id: v.pipe(OwnId, v.description('Its address: /go/<id>/. Never changed.')),
	text: v.pipe(Text(120), v.description('The question, in plain words.')),
	why: v.pipe(Text(200), v.description('Why we ask, in one plain sentence.')),
	hint: Hint,
	answers: v.pipe(
		v.array(Answer),
		v.minLength(2, 'needs two answers or more'),
		v.check((answers) => new Set(answers.map(({ id }) => id)).size === answers.length, 'must not use an id twice')
	),
	not_sure: v.pipe(Target, v.description('Where "Not sure" leads. Must be safe for whatever the answer may be.')),
	skip: v.pipe(Target, v.description('Where "Skip" leads. Must be safe for whatever the answer may be.'))
});
export type QuestionRecord = v.InferOutput<typeof Question>;

export const Branch = v.strictObject({
	id: OwnId,
	rules: v.pipe(
		v.array(v.strictObject({ when: Condition, to: Target })),
		v.minLength(1),
		v.description('Looked at from the top: the first that fits leads on. May read only questions that every way here has answered.')
	),
	default: v.pipe(Target, v.description('Where it leads when no rule fits.'))
});
export type BranchRecord = v.InferOutput<typeof Branch>;

const Limit = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8), v.description('At most this many services. Left out: 3.')));

const queryParts = {
	audiences: v.optional(
		v.pipe(v.array(v.picklist(AUDIENCES)), v.minLength(1), v.description('Also take services made for these people, besides those that the answers name.'))
	),
	made_for: v.optional(
		v.pipe(
			v.array(v.picklist(AUDIENCES)),
			v.minLength(1),
			v.description('Only services made for one of these people, none that are for everyone. Name them under audiences too.')
		)
	),
	substances: v.optional(
		v.pipe(v.array(v.picklist(SUBSTANCE_GROUPS)), v.minLength(1), v.description('In place of the substances that the answers name.'))
	),
	for: v.optional(
		v.pipe(
			v.picklist(['person', 'asker']),
			v.description('Whose age and group count: the person who drinks or uses drugs (person, when left out), or the one who asks for them (asker).')
		)
	),
	way: v.optional(v.pipe(v.picklist(WAYS_IN), v.description('Only services that one can reach in this way.'))),
	referral: v.optional(v.pipe(v.picklist(REFERRERS), v.description('Only services that take people from this referrer.'))),
	from: v.optional(
		v.pipe(v.picklist(['area', 'national', 'both']), v.description('Services of the area, of all England, or both (when left out), those of the area first.'))
	),
	limit: Limit
};

export type MeansRecord = v.InferOutput<typeof Means>;

export const ServiceQuery = v.pipe(
	v.union([
		v.strictObject({
			terms: v.pipe(
				v.array(v.picklist(TAXONOMY_TERMS)),
				v.minLength(1),
				v.description('Kinds of service, any of them. naloxone must stand alone (rule R9): other kinds go into a query of their own.')
			),
			...queryParts
		}),
		v.strictObject({
			front_door: v.pipe(
				v.picklist(['by-age', 'adults', 'under-18', 'families']),
				v.description('The services of the area that take a first call. by-age picks adults or under-18 by the answers; families is for the one who asks.')
			),
			...queryParts
		})
	]),
	v.description('Which services this step stands on. Age, council, substance and opening hours are looked at by themselves.')
);
export type ServiceQueryRecord = v.InferOutput<typeof ServiceQuery>;

/** A rule of safety.md (R4) or a note of content/safety/notes.yaml. */
const NoteId = v.pipe(
	v.string(),
	v.regex(/^(R([1-9]|1[0-5])|[a-z0-9]+(-[a-z0-9]+)*)$/, 'must be a rule such as R4 or the id of a note in content/safety/notes.yaml')
);
const NoteRef = v.union([NoteId, v.strictObject({ note: NoteId, when: Condition })]);

export const Fallback = v.pipe(
	v.strictObject({
		services: v.pipe(v.array(Id), v.minLength(1), v.description('Ids of published services that anyone on this plan can use, best first.')),
		text: v.pipe(Text(300), v.description('Says plainly that there is no such service here, and what to do instead.'))
	}),
	v.description('What to do where no service fits. Needed when there are queries.')
);

export const Step = v.strictObject({
	text: v.pipe(Text(300), v.description('What to do, in one to three plain sentences.')),
	when: v.optional(v.pipe(Condition, v.description('Only for people with these answers. Left out: for everyone.'))),
	safety: v.optional(
		v.pipe(v.array(NoteRef), v.minLength(1), v.description('Safety notes shown with it: R4, quiet-first-day, or {note: R6, when: {is: {what: benzos}}}.'))
	),
	services: v.optional(v.pipe(v.array(ServiceQuery), v.minLength(1))),
	say: v.optional(v.pipe(Text(300), v.description('What a person can say when they ring or walk in.'))),
	what_happens: v.optional(v.pipe(Text(300), v.description('What happens when you call. Only what holds everywhere; the rest is in the records.'))),
	if_closed: v.optional(v.pipe(Text(300), v.description('What to do when it is closed now.'))),
	if_turned_away: v.optional(v.pipe(Text(300), v.description('What to do when they say no, or send you on.'))),
	if_waiting: v.optional(v.pipe(Text(300), v.description('What to do while you are on a list.'))),
	fallback: v.optional(Fallback)
});
export type StepRecord = v.InferOutput<typeof Step>;

/** A step with queries says what to do where there is no such service. */
const StepWithFallback = v.pipe(
	Step,
	v.check(({ services, fallback }) => services === undefined || fallback !== undefined, 'has services and needs a fallback for places without them')
);

const SourceRef = v.union([
	SafetyFact,
	v.pipe(v.string(), v.regex(/^[a-z0-9-]+\.(txt|md|yaml):\d+(-\d+)?$/, 'must be a safety fact (AL-1) or a file with its lines (essex-needs-assessment.txt:12-20)'))
]);

export const Outcome = v.strictObject({
	id: v.pipe(OwnId, v.description('Its address: /go/<id>/. Never changed.')),
	title: v.pipe(Text(80), v.description('What the plan is, as a person would say it.')),
	level: v.optional(v.pipe(v.picklist(OUTCOME_LEVELS), v.description('emergency: the first step is 999. urgent: get help today. Left out: plan.'))),
	applies: v.pipe(Text(240), v.description('When this plan fits, in one or two plain sentences. Stands on the page without JavaScript.')),
	steps: v.strictObject({
		now: v.pipe(v.array(StepWithFallback), v.minLength(1, 'needs a first step'), v.description('Today, in order.')),
		next: v.optional(v.pipe(v.array(StepWithFallback), v.description('In the next days.'))),
		later: v.optional(v.pipe(v.array(StepWithFallback), v.description('After that.')))
	}),
	go_on: v.optional(
		v.pipe(
			v.array(
				v.union([
					v.strictObject({ to: v.pipe(Id, v.description('A question or another outcome.')), text: Text(80) }),
					v.strictObject({ page: v.picklist(PLAN_PAGES), text: Text(80) })
				])
			),
			v.description('Ways to go on from this plan.')
		)
	),
	sources: v.pipe(
		v.array(SourceRef),
		v.minLength(1, 'needs at least one source'),
		v.description("What it rests on: facts of safety.md (AL-1) or lines of the founding documents ('essex-needs-assessment.txt:1204').")
	),
	review: v.pipe(
		v.strictObject({
			state: v.picklist(['not-reviewed', 'reviewed']),
			by: v.optional(Text(80)),
			date: v.optional(PartialDate)
		}),
		v.check(({ state, by, date }) => state === 'not-reviewed' || (by !== undefined && date !== undefined), 'is reviewed and must say by whom and when'),
		v.description('Whether a clinician has signed this plan off, who and when.')
	)
});
export type OutcomeRecord = v.InferOutput<typeof Outcome>;

export const Journey = v.strictObject({
	who: v.pipe(Text(240), v.description('A person and their need, in a sentence or two.')),
	area: v.optional(v.pipe(v.picklist(AREAS), v.description('Where they live. Left out: not known.'))),
	council: v.optional(Id),
	at: v.optional(
		v.pipe(
			v.string(),
			v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z$/, 'must be a time such as 2026-11-22T02:00Z'),
			v.description('When they ask. Left out: a Tuesday morning.')
		)
	),
	answers: v.pipe(v.record(Id, Id), v.description('What they answer, in order: question: answer. Settled questions are left out.')),
	outcome: v.pipe(Id, v.description('The plan they must get.')),
	must_show: v.optional(v.pipe(v.array(v.string()), v.description('Service ids, kinds of service, or safety notes (R4) that the plan must show.'))),
	must_not_show: v.optional(v.pipe(v.array(v.string()), v.description('Service ids, kinds of service, or safety notes that it must never show.')))
});
export type JourneyRecord = v.InferOutput<typeof Journey>;

/** A file of content/pathways/. All files together are one graph. */
export const PathwayFile = v.strictObject({
	start: v.optional(v.pipe(Id, v.description('The first question. Stands in one file only.'))),
	emergency: v.optional(v.pipe(Id, v.description('The emergency outcome that every question can reach in one step. Stands in one file only.'))),
	voices: v.optional(
		v.pipe(
			v.array(Id),
			v.minLength(1),
			v.description('Services with a person to ring that every plan ends with, best first; those that fit and are open are shown. Stands in one file only.')
		)
	),
	questions: v.optional(v.array(Question)),
	branches: v.optional(v.array(Branch)),
	outcomes: v.optional(v.array(Outcome)),
	moved: v.optional(
		v.pipe(v.record(Id, Id), v.description('Questions and outcomes that are gone: old id -> the question or outcome that is nearest and safe.'))
	),
	journeys: v.optional(
		v.pipe(v.array(Journey), v.description('Golden journeys: a person, their answers and the plan they must get. They stand in journeys.yaml.'))
	)
});
export type PathwayFileRecord = v.InferOutput<typeof PathwayFile>;
