import type { Change } from '../../../data/pages/changes.ts';
import type { ChangeFileRecord } from '../../schema/changes.ts';

/** The corrections with the names of their services, and each with its sources. `names`: of published services, by id. */
export function compileChanges({ changes, sources }: ChangeFileRecord, names: ReadonlyMap<string, string>): Change[] {
	return changes.map(({ date, kind, what, services = [], sources: cited }) => ({
		date,
		kind,
		what,
		services: services.flatMap((id) => {
			const name = names.get(id);
			return name === undefined ? [] : { id, name };
		}),
		sources: cited.flatMap((id) => {
			const source = sources[id];
			if (!source) return [];
			return {
				id,
				...(source.url && { url: source.url }),
				...(source.document && { document: source.document }),
				pageDate: source.page_date
			};
		})
	}));
}
