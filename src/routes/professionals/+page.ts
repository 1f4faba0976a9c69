import { directory } from '$lib/offline/directory.ts';
import { fromPage } from '$lib/offline/page-data.ts';
import { isFrontPage, loadFrontPage } from '$lib/professionals/pages.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ url }) =>
	fromPage(url.pathname, isFrontPage, async () => loadFrontPage(await directory()));
