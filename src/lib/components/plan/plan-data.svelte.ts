import { readPathways } from '$lib/pathway/read.ts';
import { directory } from '$lib/offline/directory.ts';
import { PlanReader } from '$lib/plan/lines.ts';

/** What plans are read against: every service and every pathway plan on this device. */
class PlanData {
	#reader = $state.raw<PlanReader>();
	#failed = $state(false);

	/** Undefined until the data is there. */
	get reader(): PlanReader | undefined {
		return this.#reader;
	}
	/** True when the data is neither on the device nor to be had. */
	get failed(): boolean {
		return this.#failed;
	}

	/** Gets it, from the device or the origin. May be called again, as when there is newer data. */
	async load(): Promise<void> {
		try {
			const store = await directory();
			const index = await store.index();
			const [cards, pathways] = await Promise.all([
				store.cards(Object.keys(index.packs)),
				readPathways(store).catch(() => undefined)
			]);
			this.#reader = new PlanReader({ cards, moved: index.moved, pathways });
			this.#failed = false;
		} catch {
			this.#failed = true;
		}
	}
}

export const planData = new PlanData();
