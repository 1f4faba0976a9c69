import * as v from 'valibot';
import { Id, HttpUrl, PartialDate, Text } from './facts.ts';
import { SafetyFact } from './safety.ts';

/**
 * What stands under /professionals/, as an editor writes it: a card for each job (`content/professionals/cards.yaml`), the
 * referral checklist (`checklist.yaml`), and where the safety facts come from (`evidence.yaml`).
 *
 * @example
 * ```yaml
 * cards:
 *   - id: police                     # the answer to the pathway's question "job", and the address /professionals/police/
 *     title: Police and custody
 *     about: At a call, in custody, or deciding what comes next.
 *     cases:
 *       - {text: A domestic abuse call, answers: {client-age: not-sure, police-case: domestic}}
 *     ask: [{text: 'When did you last drink or use?', safety: [R4]}]
 *     offer: [{text: Ring the service with the person there.}]
 *     never: [{text: Do not tell them to stop suddenly., safety: [R4, R6]}]
 *     refer: {who: Any officer., how: Ring. The person can ring too.}
 *     hand_out: {title: Help for you, lines: [It is your choice.], safety: [R1, R4], services: [frank]}
 *     sources: [R1, 'essex-needs-assessment.txt:1212']
 *     review: {state: not-reviewed}
 * ```
 */

const NoteId = v.pipe(
	v.string(),
	v.regex(/^(R([1-9]|1[0-5])|[a-z0-9]+(-[a-z0-9]+)*)$/, 'must be a rule such as R4 or the id of a note in content/safety/notes.yaml')
);
const Notes = v.pipe(v.array(NoteId), v.minLength(1), v.description('Safety rules or notes that this rests on: R4, quiet-first-day.'));

const Line = v.strictObject({
	text: v.pipe(Text(200), v.description('One thing, in a sentence or two.')),
	safety: v.optional(Notes)
});
const Lines = v.pipe(v.array(Line), v.minLength(1));

/** A safety fact, or lines of a founding document. */
const Source = v.union([
	SafetyFact,
	v.pipe(v.string(), v.regex(/^[a-z0-9-]+\.txt:\d+(-\d+)?$/, 'must be a safety fact (AL-1) or a document with its lines (essex-needs-assessment.txt:12-20)'))
]);
const Sources = v.pipe(v.array(Source), v.minLength(1, 'needs at least one source'), v.description('Where this stands.'));

const Review = v.pipe(
	v.strictObject({ state: v.picklist(['not-reviewed', 'reviewed']), by: v.optional(Text(80)), date: v.optional(PartialDate) }),
	v.check(({ state, by, date }) => state === 'not-reviewed' || (by !== undefined && date !== undefined), 'is reviewed and must say by whom and when'),
	v.description('Whether a clinician has signed it off, who and when.')
);

const uniqueIds = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id)).size === list.length;

export const JobCard = v.strictObject({
	id: v.pipe(Id, v.description('An answer to the pathway’s question "job". Stands in addresses: never changed.')),
	title: v.pipe(Text(60), v.description('Whose card it is.')),
	about: v.pipe(Text(160), v.description('When to take it, in a sentence.')),
	cases: v.pipe(
		v.array(
			v.strictObject({
				text: v.pipe(Text(80), v.description('What is in front of the person, as the link says it.')),
				young: v.optional(v.pipe(v.literal(true), v.description('The client is under 18: these links stand together.'))),
				answers: v.pipe(v.record(Id, Id), v.description('Answers of the pathway after who=work and job=<id>. They must lead to a plan.'))
			})
		),
		v.minLength(1)
	),
	ask: v.pipe(Lines, v.description('What to ask the person, in this order.')),
	offer: v.pipe(Lines, v.description('What this job can offer on the spot.')),
	never: v.pipe(
		v.array(v.strictObject({ ...Line.entries, safety: Notes })),
		v.minLength(1),
		v.description('What not to do, each with the safety rule or note that says so.')
	),
	refer: v.strictObject({ who: Text(240), how: Text(300) }),
	hand_out: v.pipe(
		v.strictObject({
			title: Text(60),
			lines: v.pipe(v.array(Text(200)), v.minLength(2)),
			safety: Notes,
			services: v.pipe(v.array(Id), v.minLength(1), v.description('National services with a number to ring, best first. The area’s own stand above them.'))
		}),
		v.description('What the client takes away, on one page and in plain words.')
	),
	sources: Sources,
	review: Review
});
export type JobCardRecord = v.InferOutput<typeof JobCard>;

export const JobCardFile = v.strictObject({
	cards: v.pipe(v.array(JobCard), v.check((list) => uniqueIds(list), 'must not use an id twice'))
});

export const ChecklistFile = v.strictObject({
	groups: v.pipe(
		v.array(
			v.strictObject({
				id: Id,
				title: Text(60),
				lines: v.pipe(
					v.array(
						v.strictObject({
							text: v.pipe(Text(140), v.description('What to write down.')),
							why: v.optional(v.pipe(Text(140), v.description('Why the service asks, where a source says so.'))),
							sources: v.optional(v.pipe(Sources, v.description('Left out for a neutral blank line, such as a name.')))
						})
					),
					v.minLength(1)
				)
			})
		),
		v.check((list) => uniqueIds(list), 'must not use an id twice')
	),
	consent: v.pipe(
		v.strictObject({ text: Text(400), hint: Text(240) }),
		v.description('Words that a person may sign, and what they are: our suggestion.')
	)
});
export type ChecklistRecord = v.InferOutput<typeof ChecklistFile>;

export const EvidenceFile = v.strictObject({
	evidence: v.pipe(
		v.array(
			v.strictObject({
				facts: v.pipe(v.array(SafetyFact), v.minLength(1), v.description('Facts of safety.md that this source is given for.')),
				source: v.pipe(Text(140), v.description('Who says it, with its date if it has one.')),
				url: v.optional(HttpUrl),
				quoted: v.optional(v.pipe(v.literal(true), v.description('Not read itself: a dated document quotes it.')))
			})
		),
		v.description('Where the safety facts of the cards come from.')
	)
});
export type EvidenceRecord = v.InferOutput<typeof EvidenceFile>;
