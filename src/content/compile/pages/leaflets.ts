import type { LeafletContent } from '../../../data/pages/leaflets.ts';
import type { LeafletFileRecord } from '../../schema/leaflets.ts';
import { compileMeans, compileQuery } from './pathways.ts';

/** What leaflets say and hold, with its queries as pathways have theirs. */
export function compileLeaflets({ night, audiences, needs }: LeafletFileRecord): LeafletContent {
	return {
		night,
		audiences: audiences.map(({ walk_in, ...audience }) => ({
			...audience,
			means: compileMeans(audience.means),
			...(walk_in && { walkIn: walk_in })
		})),
		needs: needs.map(({ id, label, not_for, means, safety, services }) => ({
			id,
			label,
			...(not_for && { notFor: not_for }),
			...(means && { means: compileMeans(means) }),
			...(safety && { safety }),
			services: services.map(compileQuery)
		}))
	};
}
