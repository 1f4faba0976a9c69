import * as v from 'valibot';
import { EMERGENCY_CARDS } from '../../data/vocabulary.ts';
import { Id, Text } from './facts.ts';

/** Safety content: the rules that must never be wrong, notes that pathways show, and the cards of the page /now/. */

/** A rule (R1 to R15) or a fact (OD-1) of the safety facts, `facts/safety.md`. */
export const SafetyFact = v.pipe(
	v.string(),
	v.regex(/^(R([1-9]|1[0-5])|[A-Z]{2,3}-\d+)$/, 'must be a rule or fact of safety.md, such as R4 or AL-1')
);
const SafetyFacts = v.pipe(
	v.array(SafetyFact),
	v.minLength(1, 'needs at least one fact of safety.md'),
	v.description('The rules and facts of safety.md that this rests on. None marked [?] there may be stated.')
);

/** How soon to act: ring 999 now, get help today, or know this. */
export const SAFETY_LEVELS = ['emergency', 'urgent', 'note'] as const;
const Level = v.pipe(
	v.picklist(SAFETY_LEVELS),
	v.description('emergency: ring 999 now. urgent: get help today. note: know this.')
);

const unique = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id)).size === list.length;

/** The same for somebody who asks about another person. */
const AboutAnother = v.optional(
	v.pipe(Text(400), v.description('The same for a parent, partner or worker: "they" where `text` says "you".'))
);

export const SafetyRule = v.strictObject({
	id: v.pipe(v.string(), v.regex(/^R([1-9]|1[0-5])$/, 'must be R1 to R15')),
	level: Level,
	title: Text(80),
	text: v.pipe(Text(400), v.description('The rule as a note for people, in plain sentences.')),
	about_another: AboutAnother,
	facts: SafetyFacts
});
const RULE_COUNT = 15;
export const SafetyRuleFile = v.strictObject({
	rules: v.pipe(
		v.array(SafetyRule),
		v.length(RULE_COUNT, `must hold all ${RULE_COUNT} rules`),
		v.check((rules) => rules.every(({ id }, index) => id === `R${index + 1}`), 'must be R1 to R15, in order')
	)
});
export type SafetyRuleRecord = v.InferOutput<typeof SafetyRule>;

export const SafetyNote = v.strictObject({
	id: Id,
	level: Level,
	text: v.pipe(Text(400), v.description('One note for people, in plain sentences. No dose, taper or test amount.')),
	about_another: AboutAnother,
	facts: SafetyFacts
});
export const SafetyNoteFile = v.strictObject({
	notes: v.pipe(v.array(SafetyNote), v.check((list) => unique(list), 'must not use an id twice'))
});
export type SafetyNoteRecord = v.InferOutput<typeof SafetyNote>;

/** A line to ring or text. `service` is the published record that carries the same number (rule R15). */
const Call = v.strictObject({
	number: v.pipe(Text(20), v.description('As people write it: 999, 116 123, 85258.')),
	kind: v.optional(v.picklist(['voice', 'text'], 'must be voice or text'), 'voice'),
	label: v.pipe(Text(80), v.description('What the button says, for example Ring 999 or Text SHOUT to 85258.')),
	service: Id
});

/** The drawings of src/lib/components/emergency. */
export const PICTURES = ['recovery-position', 'naloxone-injection', 'naloxone-nasal'] as const;

const Step = v.pipe(Text(200), v.description('One thing to do, as a plain imperative of at most 20 words a sentence.'));

export const EmergencyCardContent = v.strictObject({
	id: Id,
	title: Text(80),
	level: v.pipe(v.picklist(['emergency', 'urgent']), v.description('emergency: ring 999 now. urgent: get help today.')),
	when: v.pipe(v.array(Text(120)), v.minLength(1), v.description('Signs: each one is enough by itself.')),
	call: v.pipe(Call, v.description('The one number to ring first.')),
	steps: v.pipe(v.array(Step), v.minLength(1), v.description('What to do, in order. In an emergency the first step is to ring 999.')),
	then: v.optional(v.pipe(v.array(Step), v.description('What matters after that.'))),
	also: v.optional(v.pipe(v.array(Call), v.description('Other lines for this, best first. Never instead of 999.'))),
	next: v.optional(v.pipe(v.array(Id), v.description('Ids of other cards to go on with.'))),
	picture: v.optional(v.picklist(PICTURES)),
	facts: SafetyFacts
});

/** True when an emergency starts with 999, in the button and in the steps (rules R1 and R14). */
const rings999First = (card: v.InferOutput<typeof EmergencyCardContent>) =>
	card.level !== 'emergency' || (card.call.number === '999' && (card.steps[0]?.includes('999') ?? false));

export const EmergencyCardFile = v.pipe(
	v.strictObject({
		cards: v.pipe(
			v.array(v.pipe(EmergencyCardContent, v.check(rings999First, 'must start with a call to 999'))),
			v.check((list) => unique(list), 'must not use an id twice'),
			v.check(
				(cards) => EMERGENCY_CARDS.every((id) => cards.some((card) => card.id === id)),
				`must hold a card for each of these, which search opens: ${EMERGENCY_CARDS.join(', ')}`
			),
			v.check(
				(cards) => cards.every(({ next }) => (next ?? []).every((id) => cards.some((card) => card.id === id))),
				'next must name cards of this file'
			)
		)
	})
);
export type EmergencyCardRecord = v.InferOutput<typeof EmergencyCardContent>;
