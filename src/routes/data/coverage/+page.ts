import { isCoverageCounts } from '../../../data/guards.ts';
import type { CoverageTable } from '../../../data/coverage-table.ts';
import { coverageTable } from '$lib/coverage/table.ts';
import { termLabel } from '$lib/directory/labels.ts';
import { directory } from '$lib/offline/directory.ts';
import { fromPage } from '$lib/offline/page-data.ts';
import type { PageLoad } from './$types';

const isPage = (value: unknown): value is { coverage: CoverageTable } =>
	typeof value === 'object' && value !== null && 'coverage' in value;

export const load: PageLoad = ({ url }) =>
	fromPage(url.pathname, isPage, async () => {
		const store = await directory();
		const { made, packs } = await store.index();
		const [counts, areas, cards] = await Promise.all([
			store.file('coverage', isCoverageCounts),
			store.areas(),
			store.cards(Object.keys(packs))
		]);
		return { coverage: coverageTable({ counts, made, areas, cards, label: termLabel }) };
	});
