import { error } from '@sveltejs/kit';
import { isCoverageCounts } from '../../../../data/guards.ts';
import { NATIONAL } from '../../../../data/files/packs.ts';
import type { CoverageArea, CoverageTable } from '../../../../data/pages/coverage-table.ts';
import { coverageTable } from '$lib/coverage/table.ts';
import { termLabel } from '$lib/directory/service/labels.ts';
import { directory } from '$lib/offline/directory.ts';
import { fromPage } from '$lib/offline/page-data.ts';
import type { EntryGenerator, PageLoad } from './$types';

type CoveragePage = Omit<CoverageTable, 'areas'> & { area: CoverageArea };

const isPage = (value: unknown): value is CoveragePage =>
	typeof value === 'object' && value !== null && 'area' in value;

export const entries: EntryGenerator = async () =>
	(await (await directory()).file('coverage', isCoverageCounts)).areas.map(({ id }) => ({ area: id }));

export const load: PageLoad = ({ params, url }) =>
	fromPage(url.pathname, isPage, async () => {
		const store = await directory();
		// First: where the directory comes area by area, this takes the area up.
		const cards = await store.cards([params.area, NATIONAL]);
		const [{ made }, counts, areas] = await Promise.all([
			store.index(),
			store.file('coverage', isCoverageCounts),
			store.areas()
		]);
		const own = areas.filter(({ id }) => id === params.area);
		const { areas: [area] = [], ...rest } = coverageTable({ counts, made, areas: own, cards, label: termLabel });
		return area ? { ...rest, area } : error(404, 'We count nothing for an area at this address.');
	});
