import { error } from '@sveltejs/kit';
import { directory } from '$lib/offline/directory.ts';
import { fromPage } from '$lib/offline/page-data.ts';
import { isJobPage, jobIds, loadJobPage } from '$lib/professionals/pages.ts';
import type { EntryGenerator, PageLoad } from './$types';

export const entries: EntryGenerator = async () => (await jobIds(await directory())).map((job) => ({ job }));

export const load: PageLoad = ({ params, url }) =>
	fromPage(url.pathname, isJobPage, async () => {
		const page = await loadJobPage(await directory(), params.job);
		return page ?? error(404, 'There is no card for this job.');
	});
