import { NATIONAL } from '../../../data/packs.ts';
import type { Places } from '../../../data/places.ts';
import { isPlaces } from '../../../data/places.ts';
import type { AreaInfo, Card } from '../../../data/record.ts';
import { directory } from '$lib/offline/directory.ts';

/** What screens need to name the services of a place: areas, the tables that find a place, and cards of one area at a time. */
export class LocalData {
	#areas = $state.raw<readonly AreaInfo[]>();
	#places = $state.raw<Places>();
	#cards = $state.raw<{ area: string; list: readonly Card[] }>();
	#failed = $state(false);

	get areas(): readonly AreaInfo[] | undefined {
		return this.#areas;
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
			const [areas, list] = await Promise.all([
				store.areas(),
				store.cards(wanted === NATIONAL ? [NATIONAL] : [wanted, NATIONAL])
			]);
			this.#areas = areas;
			this.#cards = { area: wanted, list };
			this.#failed = false;
			this.#places ??= await store.file('places', isPlaces);
		} catch {
			this.#failed = true;
		}
	}
}
