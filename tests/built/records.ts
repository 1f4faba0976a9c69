import { fileName, partFiles } from '../../src/data/files/data-files.ts';
import { isArea, isCards, isDetails } from '../../src/data/guards.ts';
import type { AreaInfo, Card, Detail, PackPart } from '../../src/data/record.ts';
import type { Site } from '../server/host.ts';
import { indexOf } from '../server/releases.ts';

const read = (site: Site, file: string): unknown => JSON.parse(site.get(`data/${file}`)?.toString() ?? 'null');

/** Every area of a built site, as a phone reads it. */
export function areasOf(site: Site): AreaInfo[] {
	return Object.entries(indexOf(site).files).flatMap(([role, hash]) => {
		const area = role.startsWith('areas.') ? read(site, fileName(role, hash)) : undefined;
		return isArea(area) ? area : [];
	});
}

/** Cards of a built site, of all packs or of one; not those of pharmacies, which travel as rows. */
export const cardsOf = (site: Site, pack?: string): Card[] => listOf(site, 'cards', isCards, pack);

/** The rest of its records. */
export const detailsOf = (site: Site, pack?: string): Detail[] => listOf(site, 'details', isDetails, pack);

function listOf<T>(site: Site, part: PackPart, guard: (value: unknown) => value is T[], pack?: string): T[] {
	const index = indexOf(site);
	return (pack === undefined ? Object.keys(index.packs) : [pack]).flatMap((each) =>
		partFiles(index, each, part).flatMap((file) => {
			const list = read(site, file);
			return guard(list) ? list : [];
		})
	);
}
