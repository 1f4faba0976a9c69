import { createSearch, searchPlaces, WARM_UP, type Search } from '../../lib/directory/search/index.ts';
import { connect } from '../../lib/search-worker/connect.ts';
import { SideSearch } from '../../lib/search-worker/index.ts';
import type { Material } from '../search/engine.ts';
import type { Keystroke } from '../search/keystrokes.ts';

/** As many results as the find page asks for. */
const LIMIT = 200;

/** What runs in the page. Times in milliseconds. */
export interface SearchPage {
	/** Gives how many records there are. */
	load(address: string): Promise<number>;
	/** Makes the search beside the page, as the find page does. Gives how long it took until one could search. */
	build(worker: string): Promise<number>;
	/** Types into the search beside the page: how long until each answer was there. */
	ask(keys: readonly Keystroke[]): Promise<number[]>;
	/** Makes the search in the page itself, where it is slowed down, and warms it up as its worker does. */
	buildHere(): void;
	/** Types into the search in the page: how long each key took. */
	type(keys: readonly Keystroke[]): number[];
}

let material: Material | undefined;
let beside: SideSearch | undefined;
let here: Search | undefined;
const optionsOf = ({ area }: Keystroke) => ({ limit: LIMIT, ...(area && { area }) });

/** The page's own search. */
export const page: SearchPage = {
	async load(address) {
		const loaded: Material = await (await fetch(address)).json();
		material = loaded;
		return loaded.cards.length;
	},
	async build(worker) {
		const start = performance.now();
		if (!material) return 0;
		const { cards, vocabulary, places } = material;
		beside?.end();
		beside = await SideSearch.made(await connect(worker), cards, vocabulary, places, { limit: LIMIT });
		return performance.now() - start;
	},
	async ask(keys) {
		const times: number[] = [];
		for (const key of keys) {
			const start = performance.now();
			await beside?.ask(key.text, optionsOf(key));
			times.push(performance.now() - start);
		}
		return times;
	},
	buildHere() {
		if (!material) return;
		here = createSearch(material.cards, material.vocabulary, searchPlaces(material.places));
		for (const text of WARM_UP) here(text, { limit: LIMIT });
	},
	type(keys) {
		return keys.map((key) => {
			const start = performance.now();
			here?.(key.text, optionsOf(key));
			return performance.now() - start;
		});
	}
};
