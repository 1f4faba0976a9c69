import type { Answer, Outcome, Pathways, Question, Step } from '../../data/pathway.ts';
import { lookUp } from '../../lib/pathway/graph.ts';
import type { Evidence } from './prove.ts';
import { stepsOf } from './structure.ts';

/** For tests: ways to break a sound pathway, each with the rule that has to say so. */

/** Breaks a copy in one place; `pick` chooses where. False when this graph has no such place. */
export interface Breakage {
	what: string;
	rule: string;
	make(evidence: Evidence, pick: (count: number) => number): boolean;
}

type Pick = (count: number) => number;
const one = <T>(list: readonly T[], pick: Pick): T | undefined => list[pick(list.length)];
const questions = ({ graph }: Evidence) => Object.values(graph.questions);
const outcomes = ({ graph }: Evidence) => Object.values(graph.outcomes);
const plans = (evidence: Evidence) => outcomes(evidence).filter(({ level }) => level !== 'emergency');
const steps = (evidence: Evidence) => outcomes(evidence).flatMap(stepsOf);

const isDanger = (graph: Pathways, { to }: Answer) => lookUp(graph.outcomes, to)?.level === 'emergency';

/** An ordinary answer, on the way and without danger, that leads to a question or a plan. */
function answer(evidence: Evidence, pick: Pick): { question: Question; answer: Answer } | undefined {
	const all = questions(evidence).flatMap((question) =>
		question.answers.filter((each) => !isDanger(evidence.graph, each)).map((each) => ({ question, answer: each }))
	);
	return one(all, pick);
}

/** Applies a change to something that may not be there. */
function change<T>(thing: T | undefined, how: (thing: T) => void): boolean {
	if (thing === undefined) return false;
	how(thing);
	return true;
}

const addStep = (outcome: Outcome, step: Step) => outcome.steps.next.push(step);

export const STRUCTURE: readonly Breakage[] = [
	{
		what: 'an answer leads to an id that is not there',
		rule: 'reference',
		make: (evidence, pick) => change(answer(evidence, pick), ({ answer: each }) => (each.to = 'nowhere-at-all'))
	},
	{
		what: '"Not sure" leads nowhere',
		rule: 'total',
		make: (evidence, pick) => change(one(questions(evidence), pick), (question) => (question.notSure = ''))
	},
	{
		what: 'a branch has lost its default',
		rule: 'total',
		make: ({ graph }, pick) => change(one(Object.values(graph.branches), pick), (branch) => (branch.default = ''))
	},
	{
		what: 'a step with services has lost its fallback',
		rule: 'total',
		make: (evidence, pick) =>
			change(
				one(
					steps(evidence).filter(({ services }) => services),
					pick
				),
				(step) => delete step.fallback
			)
	},
	{
		what: 'a fallback names a service that is not published',
		rule: 'reference',
		make: (evidence, pick) =>
			change(
				one(
					steps(evidence).flatMap(({ fallback }) => fallback ?? []),
					pick
				),
				(fallback) => fallback.services.push('a-draft')
			)
	},
	{
		what: 'a step names a safety note that is not written',
		rule: 'reference',
		make: (evidence, pick) => change(one(steps(evidence), pick), (step) => (step.safety = [{ note: 'no-such-note' }]))
	},
	{
		what: 'a branch reads an answer that its question does not have',
		rule: 'reference',
		make: ({ graph }, pick) =>
			change(one(Object.values(graph.branches), pick), (branch) =>
				branch.rules.unshift({ when: { question: graph.start, in: ['no-such-answer'] }, to: branch.default })
			)
	},
	{
		what: 'an answer leads back to the start',
		rule: 'endless',
		make: (evidence, pick) => change(answer(evidence, pick), ({ answer: each }) => (each.to = evidence.graph.start))
	},
	{
		what: 'a question is reached by no answer',
		rule: 'unreachable',
		make: (evidence, pick) =>
			change(one(questions(evidence), pick), (question) => {
				evidence.graph.questions['lost'] = { ...structuredClone(question), id: 'lost' };
			})
	},
	{
		what: 'an answer settles a question that was asked before',
		rule: 'settles',
		make: (evidence, pick) =>
			change(
				one(
					questions(evidence).filter(({ id }) => id !== evidence.graph.start),
					pick
				),
				({ answers }) => change(answers[0], (first) => (first.settles = { [evidence.graph.start]: 'skip' }))
			)
	},
	{
		what: 'a rule stands behind one that takes all its ways',
		rule: 'shadowed',
		make: ({ graph }, pick) =>
			change(one(Object.values(graph.branches), pick), (branch) =>
				change(one(branch.rules, pick), (rule) => branch.rules.unshift(structuredClone(rule)))
			)
	},
	{
		what: 'a rule can never be true',
		rule: 'shadowed',
		make: ({ graph }, pick) =>
			change(one(Object.values(graph.branches), pick), (branch) =>
				change(graph.questions[graph.start]?.answers, ([first, second]) => {
					const is = (id: string | undefined) => ({ question: graph.start, in: [id ?? ''] });
					branch.rules.unshift({ when: { all: [is(first?.id), is(second?.id)] }, to: branch.default });
				})
			)
	},
	{
		what: 'a step has a condition that never holds',
		rule: 'dead-condition',
		make: (evidence, pick) =>
			change(one(plans(evidence), pick), (outcome) => {
				const when = { question: evidence.graph.start, in: ['skip'] };
				addStep(outcome, { text: 'Never shown.', when: { all: [when, { not: when }] } });
			})
	},
	{
		what: 'a branch reads a question that comes later or not at all',
		rule: 'reads-unanswered',
		make: ({ graph }, pick) =>
			change(one(Object.values(graph.branches), pick), (branch) => {
				graph.questions['later'] = {
					id: 'later',
					text: 'Later?',
					why: 'Later.',
					answers: [
						{ id: 'yes', text: 'Yes', to: branch.default },
						{ id: 'no', text: 'No', to: branch.default }
					],
					notSure: branch.default,
					skip: branch.default
				};
				branch.rules.push({ when: { question: 'later', in: ['yes'] }, to: branch.default });
				branch.default = 'later';
			})
	},
	{
		what: 'there are seven more questions before a plan',
		rule: 'too-long',
		make: (evidence, pick) => {
			const { graph } = evidence;
			const last = questions(evidence).flatMap(({ answers }) => answers.filter(({ to }) => lookUp(graph.outcomes, to)));
			return change(one(last, pick), (each) => {
				for (let number = 1; number <= 7; number++) {
					const { to } = each;
					each.to = `more-${number}`;
					graph.questions[each.to] = { id: each.to, text: 'More?', why: 'More.', answers: [], notSure: to, skip: to };
				}
			});
		}
	},
	{
		what: 'an answer has an id that does not fit in an address',
		rule: 'address',
		make: (evidence, pick) =>
			change(answer(evidence, pick), ({ question, answer: each }) => question.answers.push({ ...each, id: 'a=b&c' }))
	}
];

/** The first answer that means one of these, wherever it is. */
const answerThat = (evidence: Evidence, risk: string, pick: Pick) =>
	one(
		questions(evidence).flatMap(({ answers }) => answers.filter(({ means }) => means?.risks?.some((each) => each === risk))),
		pick
	);

const DANGER: readonly Breakage[] = ['danger', 'overdose', 'withdrawal-danger', 'child-swallowed'].map((risk) => ({
	what: `an answer that means ${risk} leads to an ordinary plan`,
	rule: 'danger',
	make: (evidence, pick) =>
		change(answerThat(evidence, risk, pick), (each) => change(one(plans(evidence), pick), ({ id }) => (each.to = id)))
}));

/** Takes a note out of every plan. */
const without =
	(...notes: string[]) =>
	(evidence: Evidence): boolean => {
		for (const step of steps(evidence)) step.safety = (step.safety ?? []).filter(({ note }) => !notes.includes(note));
		return true;
	};

/** The notes without which a rule does not hold. Where another note says the same, both go. */
const NOTES_OF: Readonly<Record<string, string[]>> = {
	R1: ['R1'],
	R2: ['R2'],
	R3: ['R3'],
	R4: ['R4'],
	R5: ['R5'],
	R6: ['R6'],
	R7: ['R7'],
	R8: ['R8'],
	R9: ['R9', 'who-may-supply-naloxone'],
	R10: ['R10'],
	R11: ['R11', 'brief-advice-is-not-enough'],
	R12: ['R12'],
	R13: ['R13', 'lock-medicines-away'],
	R14: ['R14']
};

/** Takes a kind of service out of every plan. */
const withoutKind = (term: string) => (evidence: Evidence) => {
	for (const step of steps(evidence)) {
		step.services = step.services?.filter(({ terms }) => !terms?.some((each) => each === term));
	}
	return true;
};

export const SAFETY: readonly Breakage[] = [
	...DANGER,
	...Object.entries(NOTES_OF).map(([rule, notes]) => ({ what: `no plan shows the notes of ${rule}`, rule, make: without(...notes) })),
	{ what: 'nobody is sent to 999', rule: 'R1', make: withoutKind('emergency') },
	{ what: 'no plan gets naloxone to people who stop opioids', rule: 'R7', make: withoutKind('naloxone') },
	{ what: 'no plan gets naloxone to people who ask for it', rule: 'R9', make: withoutKind('naloxone') },
	{ what: 'nobody is sent anywhere the same day after a needle injury', rule: 'R10', make: withoutKind('hospital') },
	{ what: 'nobody is sent to a crisis line', rule: 'R14', make: withoutKind('crisis-line') },
	{
		what: 'a plan looks for naloxone in any pharmacy',
		rule: 'R9',
		make: (evidence, pick) =>
			change(one(plans(evidence), pick), (outcome) =>
				addStep(outcome, {
					text: 'Get naloxone.',
					services: [{ terms: ['naloxone', 'pharmacy'], limit: 3 }],
					fallback: { services: [evidence.cards[0]?.id ?? ''], text: 'None.' }
				})
			)
	},
	{
		what: 'a plan says that any pharmacy has naloxone',
		rule: 'R9',
		make: (evidence, pick) =>
			change(one(plans(evidence), pick), (outcome) => addStep(outcome, { text: 'Any pharmacy gives out naloxone.' }))
	},
	{
		what: 'a plan has a phone number in its own text',
		rule: 'R15',
		make: (evidence, pick) =>
			change(one(outcomes(evidence), pick), (outcome) => addStep(outcome, { text: 'Ring 01234 567890.' }))
	},
	{
		what: 'the emergency plan is not marked as one',
		rule: 'danger',
		make: ({ graph }) => change(graph.outcomes[graph.emergency], (outcome) => (outcome.level = 'plan'))
	}
];

export const SERVICES: readonly Breakage[] = [
	{
		what: 'the fallback of a step is for adults only, and a person under 18 comes there',
		rule: 'no-service',
		make: (evidence) => {
			for (const step of steps(evidence)) if (step.fallback) step.fallback.services = ['adult-hub'];
			evidence.cards = evidence.cards.filter(({ id }) => id !== 'young-hub');
			return true;
		}
	},
	{
		what: 'every service of a plan takes adults only, and nobody asked the age',
		rule: 'age',
		make: (evidence) => {
			evidence.cards = evidence.cards.map((card) => (card.id === 'young-hub' ? card : { ...card, minAge: 18 }));
			return true;
		}
	},
	{
		what: 'nobody answers at night',
		rule: 'voice',
		make: (evidence) => {
			const hours = [{ osm: 'Mo-Fr 09:00-17:00', week: week(), holidays: 'closed' as const }];
			evidence.cards = evidence.cards.map((card) => ({ ...card, hours }));
			return true;
		}
	},
	{
		what: 'the emergency service has another number',
		rule: 'emergency',
		make: (evidence) => {
			evidence.cards = evidence.cards.map((card) => (card.phone === '999' ? { ...card, phone: '01234 567891' } : card));
			return true;
		}
	},
	{
		what: 'a golden journey comes to another plan',
		rule: 'journey',
		make: (evidence) => {
			evidence.journeys = evidence.journeys.map((journey) => ({ ...journey, outcome: 'naloxone-plan' }));
			return true;
		}
	},
	{
		what: 'a golden journey shows what it must not',
		rule: 'journey',
		make: (evidence) => {
			evidence.journeys = evidence.journeys.map((journey) => ({ ...journey, must_not_show: journey.must_show }));
			return true;
		}
	}
];

function week(): [number, number][][] {
	const [opens, closes] = [9 * 60, 17 * 60];
	return Array.from({ length: 7 }, (_, day) => (day < 5 ? [[opens, closes]] : []));
}
