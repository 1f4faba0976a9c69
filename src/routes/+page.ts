import { isHomePage, loadHomePage } from '$lib/directory/pages/home-page.ts';
import { directory } from '$lib/offline/directory.ts';
import { fromPage } from '$lib/offline/page-data.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ url }) =>
	fromPage(url.pathname, isHomePage, async () => loadHomePage(await directory()));
