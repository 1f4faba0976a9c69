import { directory } from '$lib/offline/directory.ts';
import { fromPage } from '$lib/offline/page-data.ts';
import { isGoPage, loadGoPage } from '$lib/pathway-pages/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ url }) =>
	fromPage(url.pathname, isGoPage, async () => loadGoPage(await directory(), undefined, false));
