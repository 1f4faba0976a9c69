import type { AreaInfo } from '../../../data/record.ts';
import type { Places } from '../../../data/places/places.ts';
import { findPlace, placeWords, type FoundPlace } from '$lib/place/index.ts';

/** Where somebody lives, as they tell it step by step: words in a box, an area from a list. Held in memory only. */
export class PlaceChoice {
	/** What is typed. It goes nowhere: only the area and the council that it means are kept. */
	state = $state({ near: '' });
	readonly #areas: () => readonly AreaInfo[];
	readonly #places: () => Places | undefined;

	/** Both may arrive later: they are read when something is typed. */
	constructor(areas: () => readonly AreaInfo[], places: () => Places | undefined) {
		this.#areas = areas;
		this.#places = places;
	}

	readonly #found = $derived.by(() => {
		const places = this.#places();
		return places && this.state.near.trim() ? findPlace(this.state.near, places) : undefined;
	});

	/** The place that was understood. */
	readonly place: FoundPlace | undefined = $derived(this.#found?.place ?? undefined);

	/** What the words were taken for; undefined when nothing is typed. */
	readonly placeSaid = $derived.by(() => {
		const places = this.#places();
		return places && this.#found ? placeWords(this.#found, places.councils, this.#areas()) : undefined;
	});

	/** The area and council that were understood; undefined while neither is. */
	readonly home: { area: string; council?: string } | undefined = $derived(
		this.place?.area === undefined
			? undefined
			: { area: this.place.area, ...(this.place.council !== undefined && { council: this.place.council }) }
	);
}
