import { BY_AREA } from '../../../data/files/layout.ts';
import type { Card, Detail } from '../../../data/record.ts';
import { readPathways } from '$lib/pathway/read.ts';
import { directory } from '$lib/offline/directory.ts';
import { PlanReader, type PlanLine } from '$lib/plan/lines.ts';

/** What plans are read against: every service and every pathway plan on this device. */
class PlanData {
	#reader = $state.raw<PlanReader>();
	#failed = $state(false);
	#made = $state<string>();
	#details = $state.raw<ReadonlyMap<string, Detail>>(new Map());
	readonly #sought = new Set<string>();

	/** Undefined until the data is there. */
	get reader(): PlanReader | undefined {
		return this.#reader;
	}
	/** True when the data is neither on the device nor to be had. */
	get failed(): boolean {
		return this.#failed;
	}

	/** Day of the newest source in the data, YYYY-MM-DD; undefined until it is there. */
	get made(): string | undefined {
		return this.#made;
	}
	/** The rest of the records that were asked for, by id: addresses, all numbers, times of meetings. */
	get details(): ReadonlyMap<string, Detail> {
		return this.#details;
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
			this.#made = index.made;
			this.#details = new Map();
			this.#failed = false;
		} catch {
			this.#failed = true;
		}
	}

	/** Looks for the services of these lines that no area on this device has, in the others. */
	async seek(lines: readonly PlanLine[]): Promise<void> {
		if (!BY_AREA) return;
		const codes = lines.flatMap(({ kind, item }) => (kind === 'unknown' && item.kind === 'service' ? [item.code] : []));
		const unsought = codes.filter((code) => !this.#sought.has(code));
		if (unsought.length === 0) return;
		for (const code of unsought) this.#sought.add(code);
		const store = await directory();
		const found = await Promise.all(unsought.map((code) => store.includeCode(code).catch(() => false)));
		if (found.some(Boolean)) await this.load();
	}

	/** Gets the details of these services, as far as they are to be had. */
	async loadDetails(cards: readonly Card[]): Promise<void> {
		const missing = cards.filter(({ id }) => !this.#details.has(id));
		if (missing.length === 0) return;
		const store = await directory();
		const found = await Promise.all(missing.map(({ id }) => store.service(id).catch(() => undefined)));
		const details = found.flatMap((each) => (each?.detail ? [each.detail] : []));
		if (details.length > 0)
			this.#details = new Map([...this.#details, ...details.map((each) => [each.id, each] as const)]);
	}
}

export const planData = new PlanData();
