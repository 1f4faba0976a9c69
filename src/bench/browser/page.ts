import { searchInSteps, searchPlaces, type Search } from '../../lib/directory/search/index.ts';
import { inSlices } from '../../lib/components/find/in-slices.ts';
import type { Material } from '../search/engine.ts';
import type { Keystroke } from '../search/keystrokes.ts';

/** What runs in the page: the search as the find page makes and asks it. Times in milliseconds. */
export interface SearchPage {
	/** Gives how many records there are. */
	load(address: string): Promise<number>;
	/** Gives how long it took. */
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
		if (material) {
			search = await inSlices(searchInSteps(material.cards, material.vocabulary, searchPlaces(material.places)));
		}
		return performance.now() - start;
	},
	type(keys) {
		return keys.map(({ text, area }) => {
			const start = performance.now();
			// As many as the find page asks for.
			search?.(text, { limit: 200, ...(area && { area }) });
			return performance.now() - start;
		});
	}
};
