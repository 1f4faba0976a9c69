import { error } from '@sveltejs/kit';
import { directory } from '$lib/offline/directory.ts';
import { fromPage } from '$lib/offline/page-data.ts';
import { isSystemPage, loadSystemPage } from '$lib/system-map/page.ts';
import { NATIONAL } from '../../../../data/files/packs.ts';
import type { EntryGenerator, PageLoad } from './$types';

export const entries: EntryGenerator = async () =>
	(await (await directory()).areas()).filter(({ id }) => id !== NATIONAL).map(({ id }) => ({ area: id }));

export const load: PageLoad = ({ params, url }) =>
	fromPage(url.pathname, isSystemPage, async () => {
		const page = await loadSystemPage(await directory(), params.area);
		return page ?? error(404, 'There is no map at this address.');
	});
