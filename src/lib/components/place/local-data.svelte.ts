import { BY_AREA } from '../../../data/files/layout.ts';
import { NATIONAL } from '../../../data/files/packs.ts';
import type { Places } from '../../../data/places/places.ts';
import type { AreaInfo, Card } from '../../../data/record.ts';
import { readAreaNames, type ListedArea } from '$lib/by-area/area-names.ts';
import { directory } from '$lib/offline/directory.ts';
import { includePlace, readPlaces } from '$lib/by-area/index.ts';

/**
 * What screens need to name the services of a place: areas, the tables that find a place, and cards of one area at a time. Where the
 * directory comes area by area, areas and tables are of those in use, and `names` are all.
 */
export class LocalData {
	#areas = $state.raw<readonly AreaInfo[]>();
	#names = $state.raw<readonly ListedArea[]>([]);
	#places = $state.raw<Places>();
	#cards = $state.raw<{ area: string; list: readonly Card[] }>();
	#failed = $state(false);

	get areas(): readonly AreaInfo[] | undefined {
		return this.#areas;
	}
	get names(): readonly ListedArea[] {
		return this.#names;
	}
	get places(): Places | undefined {
		return this.#places;
	}
	/** True when the data is neither on the device nor to be had. */
	get failed(): boolean {
		return this.#failed;
	}
	/** Services for people of this area and of all England; undefined until they are there. */
	cards(area: string | undefined): readonly Card[] | undefined {
		return this.#cards?.area === (area ?? NATIONAL) ? this.#cards.list : undefined;
	}

	/** Loads areas and places, and the cards of an area (of all England, when none is chosen). May be called again. */
	async load(area: string | undefined): Promise<void> {
		const wanted = area ?? NATIONAL;
		try {
			const store = await directory();
			const list = await store.cards(wanted === NATIONAL ? [NATIONAL] : [wanted, NATIONAL]);
			[this.#areas, this.#names] = await Promise.all([store.areas(), readAreaNames(store)]);
			this.#cards = { area: wanted, list };
			this.#failed = false;
			this.#places = await readPlaces(store);
		} catch {
			this.#failed = true;
		}
	}

	/** Takes up the area that is meant by an id, or by what somebody typed. Where that cannot be had, all stays as it was. */
	async include(meant: { area: string } | { typed: string }): Promise<void> {
		if (!BY_AREA) return;
		const store = await directory();
		const more = 'area' in meant ? store.include([meant.area]) : includePlace(store, meant.typed);
		if (!(await more.catch(() => false))) return;
		[this.#areas, this.#places] = await Promise.all([store.areas(), readPlaces(store)]);
	}
}
