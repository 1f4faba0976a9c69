import { isHolidays } from '../../data/guards.ts';
import type { Holidays } from '../../data/hours.ts';
import { isoDate, londonDay } from '$lib/schedule/index.ts';
import { directory } from '$lib/offline/directory.ts';

const MINUTE_MS = 60_000;

/** The present minute and the public holidays, for words such as "Open until 5pm". Neither is there in prerendered pages. */
class Clock {
	#now = $state<number>();
	#holidays = $state.raw<Holidays>();

	/** The present, and the holidays to judge it by; undefined until both are known. */
	get present(): { now: number; holidays: Holidays } | undefined {
		return this.#now !== undefined && this.#holidays ? { now: this.#now, holidays: this.#holidays } : undefined;
	}

	/** The day in London, YYYY-MM-DD; undefined in prerendered pages. */
	get today(): string | undefined {
		return this.#now === undefined ? undefined : isoDate(londonDay(this.#now));
	}

	/** Starts ticking. Called once by the layout, in the browser. */
	async start(): Promise<void> {
		this.#now = Date.now();
		setInterval(() => (this.#now = Date.now()), MINUTE_MS);
		this.#holidays = await (await directory()).file('holidays', isHolidays).catch(() => undefined);
	}
}

export const clock = new Clock();
