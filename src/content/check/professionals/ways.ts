import { outcomeOf, questionOf } from '../../../lib/pathway/graph.ts';
import { BrokenGraph } from '../../../lib/pathway/index.ts';
import { walk } from '../../../lib/pathway/walk.ts';
import type { Pathways } from '../../../data/pathway.ts';
import { compilePathways } from '../../compile/pages/pathways.ts';
import { answersOf } from '../../compile/pages/professionals.ts';
import type { Content } from '../../read/index.ts';
import { brokenFiles } from '../records/references.ts';
import { problemAt, type Rule } from '../rule.ts';

/** Every case of a job card leads through the pathway to a plan, and asks nothing on the way. */
export const jobCardWays: Rule = (content) => {
	const graph = graphOf(content);
	if (!graph) return [];
	return content.jobCardFiles.flatMap((file) =>
		file.record.cards.flatMap((card, at) =>
			card.cases.flatMap(({ answers }, index) => {
				const wrong = faultOf(graph, answersOf(card, answers));
				return wrong === undefined
					? []
					: problemAt(file, ['cards', at, 'cases', index, 'answers'], {
							level: 'error',
							rule: 'job-card-way',
							message: `this case of "${card.id}" ${wrong}`,
							mend: 'Give the answers that lead to its plan: npm run -s fingerpost -- walk who=work job=<id> …'
						});
			})
		)
	);
};

/** The graph, or undefined while a file of it is broken: that is told where it is broken. */
function graphOf(content: Content): Pathways | undefined {
	if (brokenFiles(content).some((file) => file.startsWith('content/pathways/') || file.startsWith('content/safety/')))
		return undefined;
	return compilePathways(
		content.pathwayFiles.map(({ record }) => record),
		{
			rules: content.safetyRuleFiles.flatMap(({ record }) => record.rules),
			notes: content.safetyNoteFiles.flatMap(({ record }) => record.notes)
		}
	);
}

function faultOf(graph: Pathways, answers: ReadonlyMap<string, string>): string | undefined {
	try {
		const { at, given } = walk(graph, answers);
		if (at.kind === 'question') {
			const answer = answers.get(at.question.id);
			return answer === undefined
				? `is still asked "${at.question.id}"`
				: `gives "${at.question.id}" the answer "${answer}", which it does not have`;
		}
		const asked = new Set(given.map(({ question }) => question.id));
		const idle = [...answers.keys()].find((id) => !asked.has(id));
		if (idle === undefined) return outcomeOf(graph, at.outcome.id) ? undefined : 'leads to no plan';
		return questionOf(graph, idle) ? `is never asked "${idle}"` : `answers "${idle}", which is no question`;
	} catch (error) {
		// A graph that is broken itself is told by `fingerpost coverage`.
		if (error instanceof BrokenGraph) return undefined;
		throw error;
	}
}
