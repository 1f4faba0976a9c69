import { isCheckPage, loadCheckPage } from '$lib/alcohol-check/page.ts';
import { directory } from '$lib/offline/directory.ts';
import { fromPage } from '$lib/offline/page-data.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ url }) =>
	fromPage(url.pathname, isCheckPage, async () => loadCheckPage(await directory()));
