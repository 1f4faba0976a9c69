import { nearest } from '../../read/nearest.ts';
import { isPublished, problemAt, type Rule } from '../rule.ts';

/** A correction leads to services that are shown, and names sources that the file has and that can be looked up. */
export const changes: Rule = (content) => {
	const shown = content.services.filter(({ record }) => isPublished(record)).map(({ record }) => record.id);
	return content.changeFiles.flatMap((read) => {
		const { changes: list, sources } = read.record;
		const known = Object.keys(sources);
		const cited = new Set(list.flatMap((change) => change.sources));
		const missing = list.flatMap((change, i) => [
			...change.sources.flatMap((id, j) =>
				known.includes(id)
					? []
					: problemAt(read, ['changes', i, 'sources', j], {
							level: 'error',
							rule: 'missing-source',
							message: `this file has no source "${id}"`,
							mend: didYouMean(id, known) ?? `Add "${id}" under "sources".`
						})
			),
			...(change.services ?? []).flatMap((id, j) =>
				shown.includes(id)
					? []
					: problemAt(read, ['changes', i, 'services', j], {
							level: 'error',
							rule: 'change-service',
							message: `no service that is shown has the id "${id}"`,
							mend: didYouMean(id, shown) ?? 'Name a service that people can use, or leave it out.'
						})
			)
		]);
		const useless = known.flatMap((id) => {
			const source = sources[id];
			const fault = !cited.has(id) ? 'no change names it' : !source?.url && !source?.document ? 'it says nowhere to look' : '';
			if (!fault) return [];
			return problemAt(read, ['sources', id], {
				level: 'error',
				rule: 'unused-source',
				message: `the source "${id}" is of no use: ${fault}`,
				mend: 'Name it in a change and give a url or a document, or take it out.'
			});
		});
		return [...missing, ...useless];
	});
};

function didYouMean(id: string, known: readonly string[]): string | undefined {
	const near = nearest(id, known);
	return near === undefined ? undefined : `Did you mean "${near}"?`;
}
