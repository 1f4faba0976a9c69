import { fileName } from '../../src/data/data-files.ts';
import { isArea } from '../../src/data/guards.ts';
import type { AreaInfo } from '../../src/data/record.ts';
import type { Site } from '../server/host.ts';
import { indexOf } from '../server/releases.ts';

/** Every area of a built site, as a phone reads it. */
export function areasOf(site: Site): AreaInfo[] {
	return Object.entries(indexOf(site).files).flatMap(([role, hash]) => {
		if (!role.startsWith('areas.')) return [];
		const area: unknown = JSON.parse(site.get(`data/${fileName(role, hash)}`)?.toString() ?? 'null');
		return isArea(area) ? area : [];
	});
}
