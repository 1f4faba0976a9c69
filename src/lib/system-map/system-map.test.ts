import { describe, expect, test } from 'vitest';
import type { Journey, Stage } from '../../data/pages/journeys.ts';
import { drawJourneys } from './draw.ts';
import { paperSize } from './paper.ts';
import { sourceWords } from './sources.ts';

const stage = (name: Stage['stage'], fields: Partial<Stage> = {}): Stage => ({
	stage: name,
	text: { people: 'Ring them.' },
	services: ['hub'],
	next: [],
	sources: ['hub'],
	...fields
});
const journey: Journey = {
	id: 'drink',
	start: { people: 'You can.' },
	stages: [
		stage('first-contact', {
			gaps: [{ what: 'No "line".', ask: 'When?', instead: 'Ring.' }],
			next: [{ to: 'rehab', who: { people: 'They do', professionals: 'By form' } }]
		}),
		stage('rehab', { missing: true })
	]
};

describe('sourceWords', () => {
	test('names each document once with its lines, then records, facts and what was not found', () => {
		const sources = ['essex-needs-assessment.txt:1010-1012', 'hub', 'AL-1', 'essex-needs-assessment.txt:1259', 'area'];
		expect(sourceWords(sources, (id) => (id === 'hub' ? 'The Hub' : undefined))).toEqual([
			'Essex Drug & Alcohol Needs Assessment (2022), lines 1010–1012, 1259',
			'pages of The Hub',
			'safety facts AL-1',
			'what we looked for and did not find'
		]);
	});
});

describe('drawJourneys', () => {
	test('Mermaid: boxes, who refers, gaps dashed', () => {
		expect(drawJourneys([journey], 'mermaid').split('\n')).toEqual([
			'flowchart TD',
			'  classDef gap stroke-dasharray: 5 5',
			'  subgraph j0["Drink"]',
			'    n0["1 First contact<br>hub"]',
			'    n1["No ’line’.<br>Ask: When?"]:::gap',
			'    n2["2 Rehab<br>hub"]:::gap',
			'    n0 -.->|"By form"| n2',
			'    n0 -.-> n1',
			'  end',
			''
		]);
	});

	test('DOT: boxes, who refers, gaps dashed', () => {
		expect(drawJourneys([journey], 'dot').split('\n')).toEqual([
			'digraph system {',
			'  node [shape=box];',
			'  subgraph "cluster_drink" {',
			'    label="Drink";',
			'    "drink/first-contact" [label="1 First contact\\nhub"];',
			'    "drink/first-contact/gap-0" [label="No ’line’.\\nAsk: When?", style=dashed];',
			'    "drink/rehab" [label="2 Rehab\\nhub", style=dashed];',
			'    "drink/first-contact" -> "drink/rehab" [label="By form", style=dashed];',
			'    "drink/first-contact" -> "drink/first-contact/gap-0" [label="", style=dashed];',
			'  }',
			'}',
			''
		]);
	});
});

describe('paperSize', () => {
	const known = { services: {}, notes: {} };
	const long = (letters: number): Journey => ({
		...journey,
		stages: [stage('rehab', { text: { people: 'a'.repeat(letters) } })]
	});

	test('a short journey has the largest type', () => {
		expect(paperSize(journey, 'people', known)).toBe(8.8);
	});

	test('the more there is to read, the smaller the type, down to what can be read', () => {
		const sizes = [1000, 4000, 5000, 6000, 7000, 90_000].map((letters) => paperSize(long(letters), 'people', known));
		expect(sizes.toSorted((a, b) => b - a)).toEqual(sizes);
		expect(sizes.at(-1)).toBe(6.8);
	});
});
