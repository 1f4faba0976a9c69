/** Presses that leave the page. */
export const PRESSES_TO_LEAVE = 3;
/** A press counts for so long, as in GOV.UK's component "Exit this page". */
const COUNTS_FOR_MS = 5_000;

/**
 * Counts presses of Shift by itself. Shift with another key (a capital letter, Shift and Tab) is not one, and starts
 * the count again.
 */
export class ShiftPresses {
	#times: number[] = [];
	#alone = false;

	/** A key goes down. `key` as in KeyboardEvent. */
	down(key: string): void {
		this.#alone = key === 'Shift';
		if (!this.#alone) this.#times = [];
	}

	/** A key comes up, at `now` in milliseconds. Gives how many presses count by now; 0 when this was none. */
	up(key: string, now: number): number {
		if (key !== 'Shift' || !this.#alone) return 0;
		this.#alone = false;
		this.#times = [...this.#times.filter((time) => now - time < COUNTS_FOR_MS), now];
		return this.#times.length;
	}
}
