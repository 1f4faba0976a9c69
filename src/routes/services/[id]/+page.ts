import { error } from '@sveltejs/kit';
import { isServicePage, loadServicePage } from '$lib/directory/pages/service-page.ts';
import { directory } from '$lib/offline/directory.ts';
import { fromPage } from '$lib/offline/page-data.ts';
import type { EntryGenerator, PageLoad } from './$types';

/** Every published service is a page, and so is every one that has closed: old links must say what to use instead. */
export const entries: EntryGenerator = async () => {
	const store = await directory();
	const index = await store.index();
	const cards = await store.cards(Object.keys(index.packs));
	return [...cards.map(({ id }) => ({ id })), ...Object.keys(index.moved).map((id) => ({ id }))];
};

export const load: PageLoad = ({ params, url }) =>
	fromPage(url.pathname, isServicePage, async () => {
		const page = await loadServicePage(await directory(), params.id);
		return page ?? error(404, 'There is no service at this address.');
	});
