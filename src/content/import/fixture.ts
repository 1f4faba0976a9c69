import { contentTexts } from '../check/fixture.ts';
import { compilePlaces } from '../compile/places.ts';
import { readTexts } from '../read/index.ts';
import { readPlaceTables } from '../read/place-tables.ts';
import type { FeedSource } from './feed/feed.ts';
import type { ImportGround } from './index.ts';

/** For tests: a day, a source, and a small content to compare feeds with. */

export const AS_OF = '2026-11-28';

export const SOURCE: FeedSource = {
	slug: 'town-list',
	name: 'Town list',
	url: 'https://example.org/feed',
	date: '2026-11-01',
	how: 'open-data'
};

const places = compilePlaces(readPlaceTables('.'));

/** A content in which nothing is wrong, with these files in place of its own. */
export function ground(texts: Record<string, string> = {}, more: Partial<ImportGround> = {}): ImportGround {
	const all = contentTexts(texts);
	return {
		texts: all,
		content: readTexts(all),
		places,
		given: { made: '2026-11-21' },
		asOf: AS_OF,
		write: true,
		exportIds: () => [],
		...more
	};
}
