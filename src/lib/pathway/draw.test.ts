import { expect, test } from 'vitest';
import { drawPathway } from './draw.ts';
import { GRAPH, outcome } from './fixture.ts';

test('draws every question, branch, plan and answer as Mermaid', () => {
	const text = drawPathway(GRAPH, 'mermaid');
	expect(text.split('\n')[0]).toBe('flowchart TD');
	expect(text).toContain('n0["who?"]');
	expect(text).toContain('n3{"which"}');
	expect(text).toContain('n0 -->|"Me"| n1');
	expect(text).toContain('n3 -->|"what is alcohol"| n4');
	expect(text).toContain('n0 -->|"not-sure or skip"| n2');
});

test('draws the same as DOT, with quotes that cannot break it', () => {
	const quoted = outcome('odd', { title: 'A "plan"' });
	const text = drawPathway({ ...GRAPH, outcomes: { odd: quoted } }, 'dot');
	expect(text).toContain('"who" [shape=box, label="who?"];');
	expect(text).toContain('"which" -> "drug-plan" [label="otherwise"];');
	expect(text).toContain('label="A ’plan’"');
});
