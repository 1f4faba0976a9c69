import { NOT_SURE, SKIP } from '../../data/pathway-terms.ts';
import type { Condition, Pathways } from '../../data/pathway.ts';

/** The pathway as a picture for review, in a language that other tools draw. */
export type Format = 'mermaid' | 'dot';

interface Node {
	id: string;
	text: string;
	kind: 'question' | 'branch' | 'outcome' | 'emergency';
}
interface Edge {
	from: string;
	to: string;
	text: string;
}

/** Every node and edge of the graph. Not sure and skip are one edge when they lead to the same place. */
function parts(graph: Pathways): { nodes: Node[]; edges: Edge[] } {
	const questions = Object.values(graph.questions);
	const branches = Object.values(graph.branches);
	return {
		nodes: [
			...questions.map(({ id, text }): Node => ({ id, text, kind: 'question' })),
			...branches.map(({ id }): Node => ({ id, text: id, kind: 'branch' })),
			...Object.values(graph.outcomes).map(({ id, title, level }): Node => ({
				id,
				text: title,
				kind: level === 'emergency' ? 'emergency' : 'outcome'
			}))
		],
		edges: [
			...questions.flatMap(({ id, answers, notSure, skip }) => [
				...answers.map((answer) => ({ from: id, to: answer.to, text: answer.text })),
				...(notSure === skip
					? [{ from: id, to: skip, text: `${NOT_SURE} or ${SKIP}` }]
					: [
							{ from: id, to: notSure, text: NOT_SURE },
							{ from: id, to: skip, text: SKIP }
						])
			]),
			...branches.flatMap(({ id, rules, default: otherwise }) => [
				...rules.map(({ when, to }) => ({ from: id, to, text: conditionWords(when) })),
				{ from: id, to: otherwise, text: 'otherwise' }
			])
		]
	};
}

/** A condition as a person reads it: "what is alcohol or opioids". */
export function conditionWords(condition: Condition): string {
	if ('question' in condition) return `${condition.question} is ${condition.in.join(' or ')}`;
	if ('any' in condition) return condition.any.map(conditionWords).join(', or ');
	if ('all' in condition) return condition.all.map(conditionWords).join(', and ');
	return `not (${conditionWords(condition.not)})`;
}

const quoted = (text: string) => `"${text.replaceAll('"', '’')}"`;

/** The pathway graph as Mermaid or Graphviz DOT text. */
export function drawPathway(graph: Pathways, format: Format): string {
	const { nodes, edges } = parts(graph);
	const lines = format === 'mermaid' ? mermaid(nodes, edges) : dot(nodes, edges);
	return `${lines.join('\n')}\n`;
}

function mermaid(nodes: readonly Node[], edges: readonly Edge[]): string[] {
	// Mermaid takes some words, such as "end", for its own: numbers are safe names.
	const names = new Map(nodes.map(({ id }, index) => [id, `n${index}`]));
	const shapes = {
		question: ['[', ']'],
		branch: ['{', '}'],
		outcome: ['([', '])'],
		emergency: ['{{', '}}']
	} as const;
	return [
		'flowchart TD',
		...nodes.map(({ id, text, kind }) => `  ${names.get(id) ?? id}${shapes[kind][0]}${quoted(text)}${shapes[kind][1]}`),
		...edges.map(({ from, to, text }) => `  ${names.get(from) ?? from} -->|${quoted(text)}| ${names.get(to) ?? to}`)
	];
}

function dot(nodes: readonly Node[], edges: readonly Edge[]): string[] {
	const shapes = { question: 'box', branch: 'diamond', outcome: 'ellipse', emergency: 'octagon' } as const;
	return [
		'digraph pathway {',
		'  rankdir=LR;',
		...nodes.map(({ id, text, kind }) => `  ${quoted(id)} [shape=${shapes[kind]}, label=${quoted(text)}];`),
		...edges.map(({ from, to, text }) => `  ${quoted(from)} -> ${quoted(to)} [label=${quoted(text)}];`),
		'}'
	];
}
