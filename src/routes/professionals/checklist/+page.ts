import { directory } from '$lib/offline/directory.ts';
import { fromPage } from '$lib/offline/page-data.ts';
import { isChecklistPage, loadChecklistPage } from '$lib/professionals/pages.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ url }) =>
	fromPage(url.pathname, isChecklistPage, async () => loadChecklistPage(await directory()));
