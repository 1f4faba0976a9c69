import { NATIONAL } from '../../../data/files/packs.ts';
import { JOURNEYS } from '../../../data/pages/journeys.ts';
import { layOut, TangledChart } from '../../../lib/system-map/layout.ts';
import { wholeStage } from '../../compile/pages/journeys.ts';
import type { Problem } from '../../read/index.ts';
import { brokenFiles } from '../records/references.ts';
import { problemAt, type Rule } from '../rule.ts';
import { stagesOf } from './stages.ts';


/** Every area has its journeys, all eight, each once: whoever asks for the whole way finds theirs. */
export const journeysComplete: Rule = (content) => {
	const broken = brokenFiles(content);
	const lost = content.areas
		.map(({ record }) => `content/areas/${record.id}/journeys.yaml`)
		.filter((file) => !file.includes(`/${NATIONAL}/`) && !broken.includes(file))
		.filter((file) => !content.journeyFiles.some((read) => read.file === file))
		.map(
			(file): Problem => ({
				level: 'error',
				rule: 'missing-journeys',
				file,
				line: 1,
				column: 1,
				message: 'this area has no journeys.yaml',
				mend: 'Write it: the whole way for each kind of trouble. See src/content/schema/places/journeys.ts.'
			})
		);
	return [
		...lost,
		...content.journeyFiles.flatMap((file) => {
			const ids = file.record.journeys.map(({ id }) => id);
			const missing = JOURNEYS.filter((id) => !ids.includes(id));
			return [
				...missing.map((id) =>
					problemAt(file, ['journeys'], {
						level: 'error',
						rule: 'missing-journey',
						message: `there is no journey "${id}"`,
						mend: 'Write it. Where the area has no such help, its stages are gaps with what to do instead.'
					})
				),
				...ids.flatMap((id, index) =>
					ids.indexOf(id) === index
						? []
						: problemAt(file, ['journeys', index, 'id'], {
								level: 'error',
								rule: 'duplicate-id',
								message: `the journey "${id}" stands a second time`,
								mend: 'Make the two one journey.'
							})
				)
			];
		})
	];
};

/** Each journey can be drawn and walked: arrows lead on, every stage is reached, and only the last one ends. */
export const journeyWays: Rule = (content) => {
	const stages = stagesOf(content);
	return content.journeyFiles.flatMap((file) =>
		file.record.journeys.flatMap((journey, index) => {
			const path = ['journeys', index];
			const error = (at: readonly (string | number)[], message: string, mend: string) =>
				problemAt(file, [...path, ...at], { level: 'error', rule: 'journey-way', message, mend });
			const unknown = journey.stages.flatMap((stage, at) =>
				wholeStage(stage, file.record.journeys)
					? []
					: error(['stages', at], `no stage "${stage.stage}" of its own stands in that journey`, 'Name a journey that writes this stage out, or write it here.')
			);
			if (unknown.length > 0) return unknown;
			const own = stages.filter((stage) => stage.file === file && stage.path[1] === index).map(({ whole }) => whole);
			const nodes = own.map(({ stage, next }) => ({ id: stage, next: (next ?? []).map(({ to }) => to) }));
			const repeated = nodes.flatMap(({ id }, at) =>
				nodes.findIndex((node) => node.id === id) === at ? [] : error(['stages', at], `the stage "${id}" stands a second time`, 'Make the two one stage.')
			);
			if (repeated.length > 0) return repeated;
			const reached = new Set(nodes.flatMap(({ next }) => next));
			return [
				...tangle(nodes).map((message) => error(['stages'], message, 'Arrows lead to later stages and do not cross: change them or the order of the stages.')),
				...nodes.flatMap(({ id, next }, at) => [
					...(at > 0 && !reached.has(id) ? [error(['stages', at], `no arrow leads to "${id}"`, 'Say in an earlier stage who takes people here.')] : []),
					...(at < nodes.length - 1 && next.length === 0
						? [error(['stages', at], `no arrow leads on from "${id}"`, 'Say who takes people on, and to which stage.')]
						: [])
				]),
				...own.flatMap(({ stage, services, gaps, missing }, at) =>
					gaps !== undefined || (services.length > 0 && !missing)
						? []
						: error(['stages', at], `"${stage}" has no service and says no gap`, 'Name a service, or say what is missing, what to ask and what to do instead.')
				)
			];
		})
	);
};

function tangle(nodes: readonly { id: string; next: readonly string[] }[]): string[] {
	try {
		layOut(nodes);
		return [];
	} catch (error) {
		if (error instanceof TangledChart) return [error.message];
		throw error;
	}
}
