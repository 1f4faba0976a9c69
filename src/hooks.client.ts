import type { ClientInit } from '@sveltejs/kit';
import { isWholeFragment } from '$lib/directory/find/whole-fragment.ts';

/** A broken end of a link is dropped before anything reads it: the page itself still shows. */
export const init: ClientInit = () => {
	if (!isWholeFragment(location.hash)) history.replaceState(null, '', location.pathname);
};
