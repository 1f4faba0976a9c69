import { SEEDS } from '../../../data/seeds.ts';
import { missing, serviceLookup } from '../records/references.ts';
import { problemAt, type Rule } from '../rule.ts';
import { stagesOf } from './stages.ts';

/** A source that is neither a service nor the area's own file: a document with its lines, or a rule or fact of safety.md. */
const LINES = /^(.+\.txt):\d/;
const SAFETY = /^[A-Z]/;
const AREA_FILE = 'area';

/** Journeys name services that are shown and meant for people of the area, safety notes and sources that are there. */
export const journeyReferences: Rule = (content) => {
	const find = serviceLookup(content);
	const services = new Map(content.services.map(({ record }) => [record.id, record]));
	const notes = new Set([
		...content.safetyRuleFiles.flatMap(({ record }) => record.rules.map(({ id }) => id)),
		...content.safetyNoteFiles.flatMap(({ record }) => record.notes.map(({ id }) => id))
	]);
	return stagesOf(content).flatMap(({ file, journey, whole, path, own }) => {
		const councils = content.areas.find(({ record }) => record.id === file.area)?.record.councils.map(({ id }) => id);
		const named = [
			...(own('services') ? whole.services.map((id, at) => ({ id, at: [...path, 'services', at] })) : []),
			...(own('gaps') ? (whole.gaps ?? []) : []).flatMap((gap, index) =>
				(gap.services ?? []).map((id, at) => ({ id, at: [...path, 'gaps', index, 'services', at] }))
			)
		];
		const from = `the journey "${journey}"`;
		return [
			...named.flatMap(({ id, at }) => {
				const problems = find(file, at, id, from);
				const areas = services.get(id)?.service_areas;
				if (problems.length > 0 || areas === undefined || areas === 'england' || councils === undefined) return problems;
				if (areas.some((council) => councils.includes(council))) return [];
				return problemAt(file, at, {
					level: 'error',
					rule: 'wrong-area',
					message: `${from} sends people to "${id}", which is not for people of this area`,
					mend: 'Name a service that serves one of its councils, or all of England.'
				});
			}),
			...(own('safety') ? (whole.safety ?? []) : []).flatMap((id, at) =>
				notes.has(id) ? [] : missing(file, [...path, 'safety', at], 'safety rule or note', id, notes)
			),
			...(own('sources') ? whole.sources : []).flatMap((source, at) => {
				const document = LINES.exec(source)?.[1];
				if (document !== undefined) {
					return Object.hasOwn(SEEDS, document) ? [] : missing(file, [...path, 'sources', at], 'document', document, Object.keys(SEEDS));
				}
				if (source === AREA_FILE || SAFETY.test(source)) return [];
				return find(file, [...path, 'sources', at], source, from);
			})
		];
	});
};
