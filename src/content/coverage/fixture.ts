import { parse } from 'yaml';
import * as v from 'valibot';
import type { Hours } from '../../data/hours.ts';
import type { Pathways } from '../../data/pathway.ts';
import type { Card } from '../../data/record.ts';
import { compilePathways } from '../compile/pages/pathways.ts';
import { Journey, PathwayFile } from '../schema/pathway.ts';
import type { Evidence } from './prove.ts';

/** For tests: a small pathway in which nothing is wrong and every safety rule is touched, to be broken in one place. */

const SOURCES = 'sources: [R1]\n    review: {state: not-reviewed}';
const door = (who: string) => `[{front_door: ${who}, limit: 2}]`;
const fallback = 'fallback: {services: [frank], text: We know none here.}';

const PATHWAY = `
start: who
emergency: danger-now
voices: [frank, samaritans]
questions:
  - id: who
    text: Who is this for?
    why: Help differs.
    answers:
      - {id: me, text: Me, said: this is for you, to: age}
      - {id: family, text: Someone I care about, means: {audiences: [families]}, to: family-plan}
      - {id: child, text: I am a child at school, means: {age: under-18}, settles: {age: under-18}, to: age}
      - {id: danger, text: Danger, means: {risks: [danger]}, to: danger-now}
      - {id: overdose, text: They will not wake, means: {risks: [overdose]}, to: danger-now}
      - {id: fit, text: They have a fit, means: {risks: [withdrawal-danger]}, to: danger-now}
      - {id: swallowed, text: A child swallowed something, means: {risks: [child-swallowed]}, to: danger-now}
    not_sure: what
    skip: what
  - id: age
    text: How old are you?
    why: Services differ.
    answers:
      - {id: under-18, text: Under 18, means: {age: under-18}, to: what}
      - {id: adult, text: Older, means: {age: adult}, to: what}
    not_sure: what
    skip: what
  - id: what
    text: What is it about?
    why: Some are dangerous to stop.
    answers:
      - {id: alcohol, text: Alcohol, means: {substances: [alcohol]}, to: want}
      - {id: opioids, text: Heroin, means: {substances: [opioids]}, to: want}
      - {id: benzos, text: Benzos, means: {substances: [benzodiazepines]}, to: want}
      - {id: cannabis, text: Cannabis, means: {substances: [cannabis]}, to: want}
    not_sure: want
    skip: want
  - id: want
    text: What would help?
    why: It picks the door.
    answers:
      - {id: stop, text: Stop, means: {wants: [stop]}, to: stop-which}
      - {id: missed, text: I missed my script, means: {wants: [missed-script], substances: [opioids]}, to: missed-plan}
      - {id: naloxone, text: Naloxone, means: {wants: [naloxone]}, to: naloxone-plan}
      - {id: other, text: Something else, to: more}
    not_sure: stop-plan
    skip: stop-plan
  - id: more
    text: Is one of these so?
    why: Then other things come first.
    answers:
      - {id: pregnant, text: I am pregnant, means: {risks: [pregnant]}, to: pregnant-plan}
      - {id: needle, text: A needle hurt me, means: {risks: [needle-injury]}, to: needle-plan}
      - {id: score, text: I scored 11 or 12, means: {risks: [high-audit], substances: [alcohol]}, to: score-plan}
      - {id: life, text: I want to end my life, means: {risks: [suicidal]}, to: life-plan}
      - {id: children, text: There are children at home, means: {risks: [children-at-home]}, to: children-plan}
    not_sure: stop-plan
    skip: stop-plan
branches:
  - id: stop-which
    rules:
      - {when: {is: {what: cannabis}}, to: cannabis-plan}
      - {when: {all: [{in: {what: [alcohol, benzos]}}, {not: {is: {who: child}}}]}, to: stop-plan}
    default: stop-plan
outcomes:
  - id: danger-now
    title: Ring 999
    level: emergency
    applies: Danger now.
    steps:
      now:
        - {text: Ring 999., safety: [R1, R2, R3, R5, R13], services: [{terms: [emergency], limit: 1}], fallback: {services: [emergency-999], text: Ring 999.}}
    ${SOURCES}
  - id: stop-plan
    title: Stop with help
    applies: You want to stop.
    steps:
      now:
        - {text: Ring the service., safety: [R4, R5, R6, R7], services: ${door('by-age')}, ${fallback}}
      next:
        - text: Get naloxone.
          when: {not: {in: {what: [alcohol, cannabis]}}}
          safety: [{note: R9, when: {is: {area: hillshire}}}]
          services: [{terms: [naloxone]}]
          ${fallback}
    go_on: [{to: naloxone-plan, text: Get naloxone}]
    ${SOURCES}
  - id: cannabis-plan
    title: Stop cannabis
    applies: You want to stop cannabis.
    steps: {now: [{text: Ring the service., services: ${door('by-age')}, ${fallback}}]}
    ${SOURCES}
  - id: missed-plan
    title: Missed script
    applies: You missed it.
    steps:
      now:
        - {text: Ring the service., safety: [R7, R8], services: ${door('by-age')}, ${fallback}}
        - {text: Get naloxone., services: [{terms: [naloxone]}], ${fallback}}
    ${SOURCES}
  - id: naloxone-plan
    title: Get naloxone
    applies: You want a kit.
    steps: {now: [{text: Ask for naloxone., safety: [R9], services: [{terms: [naloxone]}], ${fallback}}]}
    ${SOURCES}
  - id: family-plan
    title: Help for you
    applies: You worry about someone.
    steps: {now: [{text: Ring the service., services: ${door('families')}, ${fallback}}]}
    ${SOURCES}
  - id: pregnant-plan
    title: Pregnant
    applies: You are pregnant.
    steps: {now: [{text: Ring the midwife., safety: [R12, R4, R6, R7], services: [{terms: [maternity]}], ${fallback}}]}
    ${SOURCES}
  - id: needle-plan
    title: A needle
    applies: A needle hurt you.
    steps: {now: [{text: Wash it and go today., safety: [R10, R4, R6, R7], services: [{terms: [hospital]}], ${fallback}}]}
    ${SOURCES}
  - id: score-plan
    title: A high score
    applies: You scored high.
    steps: {now: [{text: Ask for an assessment., safety: [R11, R4], services: ${door('by-age')}, ${fallback}}]}
    ${SOURCES}
  - id: life-plan
    title: Talk now
    applies: You want to end your life.
    steps: {now: [{text: Talk to someone now., safety: [R14], services: [{terms: [crisis-line]}], ${fallback}}]}
    ${SOURCES}
  - id: children-plan
    title: Children at home
    applies: There are children at home.
    steps: {now: [{text: Lock medicines away., safety: [R13], services: ${door('by-age')}, ${fallback}}]}
    ${SOURCES}
moved: {old-what: what}
`;

const ALWAYS: Hours = { osm: '24/7', always: true, holidays: 'open' };
const card = (id: string, fields: Partial<Card>): Card => ({
	id,
	name: id,
	org: 'Org',
	area: 'hillshire',
	listing: 'listed',
	terms: ['treatment'],
	text: 'Helps.',
	ways: ['phone'],
	referral: ['self'],
	phone: '01234 567890',
	...fields
});
const national: Partial<Card> = { area: 'national', hours: [ALWAYS], mainHours: 0 };

const CARDS: Card[] = [
	card('emergency-999', { ...national, terms: ['emergency'], phone: '999' }),
	card('samaritans', { ...national, terms: ['crisis-line'] }),
	card('frank', { ...national, terms: ['helpline'] }),
	card('adult-hub', { councils: ['hill', 'dale'], minAge: 18, terms: ['treatment', 'naloxone'] }),
	card('young-hub', { councils: ['hill', 'dale'], minAge: 11, maxAge: 17, terms: ['young-people'] }),
	card('family-hub', { councils: ['hill'], who: ['families'], terms: ['family-support'] }),
	card('midwives', { councils: ['hill', 'dale'], terms: ['maternity'], who: ['pregnant'] })
];

/** A graph from the text of one pathway file. */
export function graphFrom(text: string): Pathways {
	const rule = (id: string) => ({ id, level: 'note' as const, title: id, text: id, facts: [id] });
	const rules = Array.from({ length: 15 }, (_, index) => rule(`R${index + 1}`));
	const graph = compilePathways([v.parse(PathwayFile, parse(text))], { rules, notes: [] });
	if (!graph) throw new Error('The text has no start.');
	return graph;
}

/** Evidence in which nothing is wrong. A new copy each time: tests break it. */
export function soundEvidence(): Evidence {
	return {
		graph: graphFrom(PATHWAY),
		cards: structuredClone(CARDS),
		areas: [
			{
				id: 'hillshire',
				name: 'Hillshire',
				about: 'Hills.',
				councils: ['hill', 'dale'].map((id) => ({ id, name: id, upperTier: id })),
				frontDoors: [
					{ service: 'adult-hub', for: 'adults' },
					{ service: 'young-hub', for: 'under-18' },
					{ service: 'family-hub', for: 'families', councils: ['hill'] }
				],
				missing: [{ term: 'maternity', what: 'No midwife is known.', instead: 'Ask FRANK.', services: ['frank'] }]
			},
			{ id: 'national', name: 'England', about: 'All.', councils: [], frontDoors: [{ service: 'frank', for: 'adults' }], missing: [] }
		],
		holidays: { from: '2026-01-01', to: '2027-12-31', days: [] },
		journeys: [
			v.parse(Journey, {
				who: 'A man in Dale wants to stop heroin.',
				council: 'dale',
				answers: { who: 'me', age: 'adult', what: 'opioids', want: 'stop' },
				outcome: 'stop-plan',
				must_show: ['adult-hub', 'R7', 'naloxone'],
				must_not_show: ['young-hub']
			})
		]
	};
}
