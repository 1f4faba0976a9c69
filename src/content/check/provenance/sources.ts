import { isPublished, problemAt, type Rule } from '../rule.ts';
import { sourceRefsOf } from '../parts.ts';
import { nearest } from '../../read/nearest.ts';

/** Every source that is named exists in the record. */
export const danglingSources: Rule = (content) =>
	content.services.flatMap((service) => {
		const known = Object.keys(service.record.sources);
		return sourceRefsOf(service.record).flatMap(({ value, path }) =>
			value.flatMap((id, index) => {
				if (known.includes(id)) return [];
				const near = nearest(id, known);
				return problemAt(service, [...path, index], {
					level: 'error',
					rule: 'missing-source',
					message: `this record has no source "${id}"`,
					mend: near === undefined ? `Add "${id}" under "sources".` : `Did you mean "${near}"? Else add "${id}" under "sources".`
				});
			})
		);
	});

/** A source says where it can be looked up. */
export const emptySources: Rule = (content) =>
	content.services.flatMap((service) =>
		Object.entries(service.record.sources).flatMap(([id, source]) =>
			source.url !== undefined || source.document !== undefined
				? []
				: problemAt(service, ['sources', id], {
						level: 'error',
						rule: 'missing-source',
						message: `the source "${id}" has neither a url nor a document`,
						mend: 'Say where it can be looked up.'
					})
		)
	);

/** A record has sources, and each of them carries something. */
export const unusedSources: Rule = (content) =>
	content.services.flatMap((service) => {
		const { record } = service;
		const names = Object.keys(record.sources);
		if (names.length === 0) {
			return problemAt(service, ['sources'], {
				level: 'error',
				rule: 'missing-source',
				message: `"${record.id}" has no source at all`,
				mend: 'Never invent: give the sources that the fact names.'
			});
		}
		// The sources of a hidden record stand for why it is hidden.
		if (!isPublished(record)) return [];
		const used = new Set(sourceRefsOf(record).flatMap(({ value }) => value));
		return names
			.filter((id) => !used.has(id))
			.map((id) =>
				problemAt(service, ['sources', id], {
					level: 'warning',
					rule: 'unused-source',
					message: `nothing in this record names the source "${id}"`,
					mend: 'Name it where it is the ground for something (contacts, access, eligibility), or take it out.'
				})
			);
	});

/** Claims about access and ages come from somewhere too. */
export const unsourcedClaims: Rule = (content) =>
	content.services.flatMap((service) => {
		const { record } = service;
		if (!isPublished(record)) return [];
		const { access, eligibility } = record;
		const claims = [
			{ made: access.what_happens !== undefined, group: 'access', field: 'what_happens', sources: access.sources },
			{ made: access.wait !== undefined, group: 'access', field: 'wait', sources: access.sources },
			{ made: eligibility.minimum_age !== undefined, group: 'eligibility', field: 'minimum_age', sources: eligibility.sources },
			{ made: eligibility.maximum_age !== undefined, group: 'eligibility', field: 'maximum_age', sources: eligibility.sources }
		];
		return claims
			.filter(({ made, sources }) => made && sources === undefined)
			.map(({ group, field }) =>
				problemAt(service, [group, field], {
					level: 'warning',
					rule: 'unsourced-claim',
					message: `"${field}" is a claim, and "${group}" names no source`,
					mend: `Add "sources" under "${group}".`
				})
			);
	});
