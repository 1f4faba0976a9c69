import { MOST } from '$lib/professionals/compare.ts';

/**
 * What a person who works with others has chosen, in memory and nowhere else: it is gone when the page is closed or left.
 * The choice travels from page to page inside the app; in an address it is the fragment `#for-professionals`.
 */
class Professional {
	/** The professional view is on. */
	on = $state(false);
	/** Area that the person's clients live in, by id. */
	area = $state<string>();
	/** Services picked to stand side by side. */
	#picked = $state<readonly string[]>([]);

	get picked(): readonly string[] {
		return this.#picked;
	}
	/** True when no further service can be picked. */
	get full(): boolean {
		return this.#picked.length >= MOST;
	}
	pick(id: string, wanted: boolean): void {
		const others = this.#picked.filter((each) => each !== id);
		this.#picked = wanted && others.length < MOST ? [...others, id] : others;
	}
	clear(): void {
		this.#picked = [];
	}
}

export const professional = new Professional();
