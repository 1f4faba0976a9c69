/** Where a person lands: a page that anybody could have open. No word of this site goes there: no referrer is sent. */
export const NEUTRAL_PAGE = 'https://www.bbc.co.uk/weather';

/** Event of the window just before a person leaves: whoever holds something of theirs in memory lets go of it. */
export const LEAVING = 'fingerpost-leaving';

/**
 * Leaves at once: first nothing is to be seen, the title says nothing, and what stood after the `#` (search, answers,
 * plan) is gone from the address; then the neutral page takes this page's place in the history. The first part works
 * without a network.
 */
export function leavePage(home: string): void {
	document.title = '\u00a0';
	document.body.hidden = true;
	// A bare white page, whatever the colours of this one are.
	document.documentElement.replaceChildren(document.head, document.createElement('body'));
	for (const sheet of document.querySelectorAll('link[rel="stylesheet"], link[rel~="icon"], style')) sheet.remove();
	dispatchEvent(new Event(LEAVING));
	try {
		history.replaceState(null, '', home);
	} catch {
		// Some browsers limit how often an address may change: the page is replaced all the same.
	}
	location.replace(NEUTRAL_PAGE);
}
