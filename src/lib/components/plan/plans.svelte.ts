import { LEAVING } from '$lib/leave/leave.ts';
import { PLANS_KEY } from '$lib/offline/storage-keys.ts';
import { holds, moved, ticked, withItems, without, type Plan, type PlanItem } from '$lib/plan/plan.ts';
import { MOST_PLANS, plansFrom, toText } from '$lib/plan/kept.ts';

/**
 * The plans of this visit: at least one, perhaps empty, one of them in hand. They live in memory and are gone when the
 * tab closes, unless the person has asked this device to keep them (`keep`). Pages that add to a plan use `add`.
 */
class Plans {
	#all = $state.raw<readonly Plan[]>([[]]);
	#hand = $state(0);
	#kept = $state(false);
	#answered = $state(false);
	/** Something was added that the person may not want kept: nothing is written until they have said so. */
	#waits = $state(false);

	constructor() {
		if (import.meta.env.SSR) return;
		this.#read();
		addEventListener(LEAVING, () => this.clear());
		// Another tab has kept, changed or deleted them. What this tab holds in memory only is not thrown away for it.
		addEventListener('storage', ({ key }) => {
			const isOurs = key === PLANS_KEY || key === null;
			if (isOurs && (this.#kept || this.#all.every(({ length }) => length === 0))) this.#read();
		});
	}

	/** Every plan, in the order in which they were made. */
	get all(): readonly Plan[] {
		return this.#all;
	}
	/** Which plan is in hand: an index into `all`. */
	get hand(): number {
		return this.#hand;
	}
	/** The plan in hand. */
	get current(): Plan {
		return this.#all[this.#hand] ?? [];
	}
	/** True when this device keeps the plans. */
	get kept(): boolean {
		return this.#kept;
	}
	/** True when the person has been asked in this visit whether to keep them, and has answered. */
	get answered(): boolean {
		return this.#answered;
	}
	/** True when the device keeps the plans without what was added last: the person is to be asked about that. */
	get waits(): boolean {
		return this.#waits;
	}

	has(item: PlanItem): boolean {
		return holds(this.current, item);
	}
	/**
	 * Adds to the plan in hand what it does not hold yet. Gives false when there was no room for all of it.
	 * @param sensitive true for what may put somebody at risk when others see it (`lib/plan/sensitive.ts`): even where
	 * plans are kept, this is not until the person has been asked
	 */
	add(items: readonly PlanItem[], sensitive = false): boolean {
		this.#waits ||= this.#kept && sensitive;
		this.#change(withItems(this.current, items));
		return items.every((item) => this.has(item));
	}
	remove(item: PlanItem): void {
		this.#change(without(this.current, item));
	}
	move(item: PlanItem, by: -1 | 1): void {
		this.#change(moved(this.current, item, by));
	}
	tick(item: PlanItem, done: boolean): void {
		this.#change(ticked(this.current, item, done));
	}

	/** Takes another plan in hand. */
	choose(index: number): void {
		if (index >= 0 && index < this.#all.length) this.#hand = index;
	}
	/** Takes in hand a further plan that holds `plan`: the empty one in hand is used first. */
	begin(plan: Plan = [], sensitive = false): void {
		this.#waits ||= this.#kept && sensitive;
		if (this.current.length > 0 && this.#all.length < MOST_PLANS) {
			this.#all = [...this.#all, []];
			this.#hand = this.#all.length - 1;
		}
		this.#change(withItems(this.current, plan));
	}
	/** Throws the plan in hand away. */
	discard(): void {
		const others = this.#all.filter((_, i) => i !== this.#hand);
		this.#all = others.length > 0 ? others : [[]];
		this.#hand = Math.max(0, this.#hand - 1);
		this.#write();
	}

	/** Keeps the plans on this device from now on. Gives false when the browser would not. */
	keep(): boolean {
		this.#answered = true;
		this.#waits = false;
		this.#store();
		return this.#kept;
	}
	/** The person does not want them kept: not asked again in this visit. */
	refuse(): void {
		this.#answered = true;
	}
	/** Takes the plans off this device: they live on in memory until the visit ends. */
	forget(): void {
		this.#kept = false;
		this.#waits = false;
		try {
			localStorage.removeItem(PLANS_KEY);
		} catch {
			// Where nothing can be kept there is nothing to forget.
		}
	}
	/** Empties the memory. What the device keeps stays. */
	clear(): void {
		this.#all = [[]];
		this.#hand = 0;
		this.#kept = false;
		this.#answered = false;
		this.#waits = false;
	}

	#change(plan: Plan): void {
		this.#all = this.#all.map((other, i) => (i === this.#hand ? plan : other));
		this.#write();
	}

	#read(): void {
		const plans = plansFrom(stored());
		this.#kept = plans !== undefined;
		if (!plans) return;
		this.#all = plans.length > 0 ? plans : [[]];
		this.#hand = Math.min(this.#hand, this.#all.length - 1);
	}

	#write(): void {
		// "Delete from this phone", on another page or in another tab, holds here too.
		if (this.#kept && stored() === undefined) this.#kept = false;
		if (this.#kept && !this.#waits) this.#store();
	}

	#store(): void {
		try {
			localStorage.setItem(PLANS_KEY, toText(this.#all));
			this.#kept = true;
		} catch {
			this.#kept = false;
		}
	}
}

function stored(): string | undefined {
	try {
		return localStorage.getItem(PLANS_KEY) ?? undefined;
	} catch {
		return undefined;
	}
}

export const plans = new Plans();
