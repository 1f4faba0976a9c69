import { isHomePage, loadHomePage } from '$lib/directory/pages/home-page.ts';
import { directory } from '$lib/offline/directory.ts';
import { fromPage } from '$lib/offline/page-data.ts';
import type { PageLoad } from './$types';

/** Only what the page shows without JavaScript: the rest is loaded when it comes to life. */
export const load: PageLoad = ({ url }) =>
	fromPage(url.pathname, isHomePage, async () => {
		const store = await directory();
		return loadHomePage(store).catch((error: unknown) => {
			// Where a browser has deleted the names of areas from a phone with no network, searching still works.
			if (import.meta.env.SSR) throw error;
			return { areas: [] };
		});
	});
