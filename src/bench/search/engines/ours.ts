import { createSearch, searchPlaces } from '../../../lib/directory/search/index.ts';
import { SHOWN, type Engine } from '../engine.ts';

/** The search of this project. */
export const ours: Engine = {
	name: 'ours',
	forgives: true,
	code: 'src/lib/directory/search/index.ts',
	build({ cards, vocabulary, places }) {
		const search = createSearch(cards, vocabulary, searchPlaces(places));
		return (query, area) => search(query, { limit: SHOWN, ...(area && { area }) }).results.map(({ card }) => card);
	}
};
