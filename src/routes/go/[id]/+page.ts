import { directory } from '$lib/offline/directory.ts';
import { readPathways } from '$lib/pathway/read.ts';
import { fromPage } from '$lib/offline/page-data.ts';
import { goIds, isGoPage, loadGoPage } from '$lib/pathway-pages/index.ts';
import type { EntryGenerator, PageLoad } from './$types';

/** Every question, branch and plan is a page, and so is every one that is gone: old links must lead on. */
export const entries: EntryGenerator = async () => goIds(await readPathways(await directory())).map((id) => ({ id }));

/** What everyone may read in every area is made for the page's HTML only: in the app, answers make the plan. */
export const load: PageLoad = ({ params, url }) =>
	fromPage(url.pathname, isGoPage, async () => loadGoPage(await directory(), params.id, import.meta.env.SSR));
