import { isCoverageCounts } from '../../../data/guards.ts';
import { readAreaNames } from '$lib/by-area/area-names.ts';
import { coverageSummary, type CoverageSummary } from '$lib/coverage/table.ts';
import { directory } from '$lib/offline/directory.ts';
import { fromPage } from '$lib/offline/page-data.ts';
import type { PageLoad } from './$types';

interface CoverageList {
	areas: CoverageSummary[];
	miles: number;
	/** Day of the content. */
	made: string;
}

const isPage = (value: unknown): value is CoverageList =>
	typeof value === 'object' && value !== null && 'areas' in value;

export const load: PageLoad = ({ url }) =>
	fromPage(url.pathname, isPage, async () => {
		const store = await directory();
		const [{ made }, counts, areas] = await Promise.all([
			store.index(),
			store.file('coverage', isCoverageCounts),
			readAreaNames(store)
		]);
		return { areas: coverageSummary(counts, areas), miles: counts.miles, made };
	});
