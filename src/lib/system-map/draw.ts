import type { Journey } from '../../data/pages/journeys.ts';
import { JOURNEY_WORDS, stageTerm } from './words.ts';

/** The system map as a picture for review, in a language that other tools draw. */
export type Format = 'mermaid' | 'dot';

interface Node {
	id: string;
	/** Lines of its label. */
	lines: string[];
	gap: boolean;
}
interface Edge {
	from: string;
	to: string;
	text: string;
	gap: boolean;
}

/** Boxes and arrows of a journey: its stages with their services, and its gaps, each hanging off its stage. */
function parts(journey: Journey): { nodes: Node[]; edges: Edge[] } {
	const missing = new Set(journey.stages.filter((stage) => stage.missing).map(({ stage }) => stage));
	const nameOf = (stage: string) => `${journey.id}/${stage}`;
	return {
		nodes: journey.stages.flatMap((stage, index) => [
			{
				id: nameOf(stage.stage),
				lines: [`${index + 1} ${stageTerm(stage)}`, ...stage.services],
				gap: missing.has(stage.stage)
			},
			...(stage.gaps ?? []).map(({ what, ask }, at) => ({
				id: `${nameOf(stage.stage)}/gap-${at}`,
				lines: [what, `Ask: ${ask}`],
				gap: true
			}))
		]),
		edges: journey.stages.flatMap((stage) => [
			...stage.next.map(({ to, who }) => ({
				from: nameOf(stage.stage),
				to: nameOf(to),
				text: who.professionals ?? who.people,
				gap: missing.has(to)
			})),
			...(stage.gaps ?? []).map((_, at) => ({
				from: nameOf(stage.stage),
				to: `${nameOf(stage.stage)}/gap-${at}`,
				text: '',
				gap: true
			}))
		])
	};
}

const quoted = (text: string) => `"${text.replaceAll('"', '’')}"`;

/** Journeys as Mermaid or Graphviz DOT text, each in a frame of its own. Gaps are dashed. */
export function drawJourneys(journeys: readonly Journey[], format: Format): string {
	const lines = format === 'mermaid' ? mermaid(journeys) : dot(journeys);
	return `${lines.join('\n')}\n`;
}

function mermaid(journeys: readonly Journey[]): string[] {
	// Mermaid takes some words, such as "end", for its own: numbers are safe names.
	const names = new Map(journeys.flatMap((journey) => parts(journey).nodes).map(({ id }, index) => [id, `n${index}`]));
	const name = (id: string) => names.get(id) ?? id;
	return [
		'flowchart TD',
		'  classDef gap stroke-dasharray: 5 5',
		...journeys.flatMap((journey, index) => {
			const { nodes, edges } = parts(journey);
			return [
				`  subgraph j${index}[${quoted(JOURNEY_WORDS[journey.id])}]`,
				...nodes.map(({ id, lines, gap }) => `    ${name(id)}[${quoted(lines.join('<br>'))}]${gap ? ':::gap' : ''}`),
				...edges.map(
					({ from, to, text, gap }) =>
						`    ${name(from)} ${gap ? '-.->' : '-->'}${text === '' ? '' : `|${quoted(text)}|`} ${name(to)}`
				),
				'  end'
			];
		})
	];
}

function dot(journeys: readonly Journey[]): string[] {
	const style = (gap: boolean) => (gap ? ', style=dashed' : '');
	return [
		'digraph system {',
		'  node [shape=box];',
		...journeys.flatMap((journey) => {
			const { nodes, edges } = parts(journey);
			return [
				`  subgraph ${quoted(`cluster_${journey.id}`)} {`,
				`    label=${quoted(JOURNEY_WORDS[journey.id])};`,
				...nodes.map(({ id, lines, gap }) => `    ${quoted(id)} [label=${quoted(lines.join('\\n'))}${style(gap)}];`),
				...edges.map(
					({ from, to, text, gap }) => `    ${quoted(from)} -> ${quoted(to)} [label=${quoted(text)}${style(gap)}];`
				),
				'  }'
			];
		}),
		'}'
	];
}
