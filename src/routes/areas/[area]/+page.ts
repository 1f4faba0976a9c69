import { error } from '@sveltejs/kit';
import { isAreaPage, loadAreaPage } from '$lib/directory/pages/area-page.ts';
import { directory } from '$lib/offline/directory.ts';
import { fromPage } from '$lib/offline/page-data.ts';
import type { EntryGenerator, PageLoad } from './$types';

export const entries: EntryGenerator = async () => (await (await directory()).areas()).map(({ id }) => ({ area: id }));

export const load: PageLoad = ({ params, url }) =>
	fromPage(url.pathname, isAreaPage, async () => {
		const page = await loadAreaPage(await directory(), params.area);
		return page ?? error(404, 'There is no area at this address.');
	});
