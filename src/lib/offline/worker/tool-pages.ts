import TOOL_PAGES from './tool-pages.json' with { type: 'json' };

/** What a page says to the service worker to have the code of the pages for work kept. */
export const KEEP_TOOLS = 'KEEP_TOOLS';

/** True for the address of a page for work: for professionals, leaflets, open data. `base`: where the site stands, without a slash at its end. */
export function isToolPage(base: string, pathname: string): boolean {
	const [first = ''] = pathname.slice(base.length + 1).split('/');
	return TOOL_PAGES.includes(first);
}
