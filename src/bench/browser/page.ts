import { searchInSteps, searchPlaces, warmUp, type Search } from '../../lib/directory/search/index.ts';
import { inSlices } from '../../lib/components/find/in-slices.ts';
import type { Material } from '../search/engine.ts';
import type { Keystroke } from '../search/keystrokes.ts';

/** As many results as the find page asks for. */
const LIMIT = 200;

/** What runs in the page: the search as the find page makes and asks it. Times in milliseconds. */
export interface SearchPage {
	/** Gives how many records there are. */
	load(address: string): Promise<number>;
	/** Makes the index and warms up, as the find page does. Gives how long it took until one could search. */
	build(): Promise<number>;
	/** Gives how long each key took. */
	type(keys: readonly Keystroke[]): number[];
}

let material: Material | undefined;
let search: Search | undefined;

/** The page's own search. */
export const page: SearchPage = {
	async load(address) {
		const loaded: Material = await (await fetch(address)).json();
		material = loaded;
		return loaded.cards.length;
	},
	async build() {
		const start = performance.now();
		if (!material) return 0;
		search = await inSlices(searchInSteps(material.cards, material.vocabulary, searchPlaces(material.places)));
		const took = performance.now() - start;
		await inSlices(warmUp(search, { limit: LIMIT }));
		return took;
	},
	type(keys) {
		return keys.map(({ text, area }) => {
			const start = performance.now();
			search?.(text, { limit: LIMIT, ...(area && { area }) });
			return performance.now() - start;
		});
	}
};
