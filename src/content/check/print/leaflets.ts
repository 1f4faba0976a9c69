import { missing } from '../records/references.ts';
import { problemAt, type Rule } from '../rule.ts';

/** Rules that every leaflet bears, whoever reads it: will not wake, and thinking of ending one's life. */
const ALWAYS = ['R1', 'R14'];

/** Leaflets name safety notes, audiences and needs that are there; each begins from 999 and bears what may save a life. */
export const leaflets: Rule = (content) => {
	const notes = new Set([
		...content.safetyRuleFiles.flatMap(({ record }) => record.rules.map(({ id }) => id)),
		...content.safetyNoteFiles.flatMap(({ record }) => record.notes.map(({ id }) => id))
	]);
	return content.leafletFiles.flatMap((file) => {
		const { audiences, needs } = file.record;
		const audienceIds = new Set(audiences.map(({ id }) => id));
		const needIds = new Set(needs.map(({ id }) => id));
		const each = (ids: readonly string[] | undefined, path: (string | number)[], what: string, known: Set<string>) =>
			(ids ?? []).flatMap((id, at) => (known.has(id) ? [] : missing(file, [...path, at], what, id, known)));
		return [
			...audiences.flatMap((audience, at) => {
				const lacks = ALWAYS.filter((rule) => !audience.safety.includes(rule));
				return [
					...each(audience.safety, ['audiences', at, 'safety'], 'safety rule or note', notes),
					...each(audience.needs, ['audiences', at, 'needs'], 'need', needIds),
					...(lacks.length > 0 || !audience.short.includes('999')
						? [
								problemAt(file, ['audiences', at], {
									level: 'error',
									rule: 'leaflet-safety',
									message: `the leaflet for "${audience.id}" lacks ${lacks.join(' and ') || '999 in its short line'}`,
									mend: 'Add R1 and R14 to "safety", and begin "short" with when to ring 999.'
								})
							]
						: [])
				];
			}),
			...needs.flatMap((need, at) => [
				...each(need.safety, ['needs', at, 'safety'], 'safety rule or note', notes),
				...each(need.not_for, ['needs', at, 'not_for'], 'audience', audienceIds)
			])
		];
	});
};
