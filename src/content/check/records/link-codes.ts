import { codeOf, sameCodes, stepCode } from '../../../lib/plan/codes.ts';
import { STAGES } from '../../../data/pathway.ts';
import type { Problem } from '../../read/index.ts';
import { problemAt, type Rule } from '../rule.ts';

/**
 * In the link of a plan a short code stands for a service, an outcome or a step (`src/lib/plan/codes.ts`). Two services
 * with one code, whatever their listing, would send somebody to the wrong door: codes live as long as the ids.
 */
export const linkCodes: Rule = (content) => {
	const outcomes = content.pathwayFiles.flatMap((read) =>
		(read.record.outcomes ?? []).map((outcome, i) => ({ read, outcome, path: ['outcomes', i] }))
	);
	return [
		...alike('id', codeOf, content.services.map((read) => [read.record.id, problem(read, ['id'])] as const)),
		...alike('id', codeOf, outcomes.map(({ read, outcome, path }) => [outcome.id, problem(read, [...path, 'id'])] as const)),
		...outcomes.flatMap(({ read, outcome, path }) =>
			alike(
				'text',
				stepCode,
				STAGES.flatMap((stage) =>
					(outcome.steps[stage] ?? []).map(({ text }, i) => [text, problem(read, [...path, 'steps', stage, i, 'text'])] as const)
				)
			)
		)
	];
};

type Say = (what: string, other: string) => Problem;

function problem(read: Parameters<typeof problemAt>[0], path: Parameters<typeof problemAt>[1]): Say {
	return (what, other) =>
		problemAt(read, path, {
			level: 'error',
			rule: 'link-code',
			message: `links to plans would take this ${what} for "${other}": both have the same short code`,
			mend: `Change this ${what} a little if it is the newer one. Never change one that has been published.`
		});
}

function alike(what: string, code: (key: string) => string, entries: readonly (readonly [string, Say])[]): Problem[] {
	const say = new Map(entries);
	return sameCodes(say.keys(), code).flatMap((group) =>
		group.flatMap((key) => say.get(key)?.(what, group.find((other) => other !== key) ?? '') ?? [])
	);
}
