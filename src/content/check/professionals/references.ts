import { SEEDS } from '../../../data/seeds.ts';
import { notesOf } from '../../compile/pages/professionals.ts';
import type { Path, Problem } from '../../read/index.ts';
import { missing, serviceLookup } from '../records/references.ts';
import { problemAt, type Rule } from '../rule.ts';

const DOCUMENT = /^(.+\.txt):\d/;
/** What every paper that leaves with a person says: when to ring 999, and that a daily drinker does not stop suddenly. */
const ON_EVERY_HAND_OUT = ['R1', 'R4'];

/** Job cards and the checklist name safety notes, services and documents that are there. */
export const jobCardReferences: Rule = (content) => {
	const find = serviceLookup(content);
	const services = new Map(content.services.map(({ record }) => [record.id, record]));
	const notes = new Set([
		...content.safetyRuleFiles.flatMap(({ record }) => record.rules.map(({ id }) => id)),
		...content.safetyNoteFiles.flatMap(({ record }) => record.notes.map(({ id }) => id))
	]);
	const documents = (file: Parameters<typeof problemAt>[0], path: Path, sources: readonly string[]): Problem[] =>
		sources.flatMap((source, index) => {
			const document = DOCUMENT.exec(source)?.[1];
			return document === undefined || Object.hasOwn(SEEDS, document)
				? []
				: missing(file, [...path, index], 'document', document, Object.keys(SEEDS));
		});
	return [
		...content.jobCardFiles.flatMap((file) =>
			file.record.cards.flatMap((card, at) => {
				const path = ['cards', at];
				return [
					...notesOf(card).flatMap((id) => (notes.has(id) ? [] : missing(file, path, 'safety rule or note', id, notes))),
					...card.hand_out.services.flatMap((id, index) => {
						const here = [...path, 'hand_out', 'services', index];
						const found = services.get(id);
						const problems = find(file, here, id, `the hand-out of "${card.id}"`);
						if (problems.length > 0 || !found) return problems;
						const reach = found.service_areas === 'england' && (found.phones ?? []).length > 0;
						return reach
							? []
							: problemAt(file, here, {
									level: 'error',
									rule: 'hand-out-service',
									message: `"${id}" has no number that anyone in England can ring or text`,
									mend: 'Name a national line. Services of the area are added by themselves.'
								});
					}),
					...documents(file, [...path, 'sources'], card.sources)
				];
			})
		),
		...content.checklistFiles.flatMap((file) =>
			file.record.groups.flatMap(({ lines }, group) =>
				lines.flatMap(({ sources }, line) =>
					documents(file, ['groups', group, 'lines', line, 'sources'], sources ?? [])
				)
			)
		)
	];
};

/** No paper leaves with a person without the rules that keep them alive. */
export const handOutSafety: Rule = (content) =>
	content.jobCardFiles.flatMap((file) =>
		file.record.cards.flatMap(({ id, hand_out }, at) =>
			ON_EVERY_HAND_OUT.filter((rule) => !hand_out.safety.includes(rule)).map((rule) =>
				problemAt(file, ['cards', at, 'hand_out'], {
					level: 'error',
					rule: 'hand-out-safety',
					message: `the hand-out of "${id}" must show safety rule ${rule}`,
					mend: `Add ${rule} under "safety".`
				})
			)
		)
	);
