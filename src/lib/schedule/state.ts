import type { DaySpan, Holidays, Hours } from '../../data/hours.ts';
import { dayPlan, type DayPlan } from './day-plan.ts';
import { isCovered } from './holidays.ts';
import { shownHours } from './shown-hours.ts';
import { londonDay, MINUTES_IN_DAY, nextClockChange, wallMinute, isoDate, type Instant } from './london.ts';

/** Beyond this many days nothing is looked for: a meeting once a year is found, and a search always ends. */
const SEARCH_DAYS = 400;
/** A public holiday this many days ahead or fewer is worth telling: on Friday people hear about Monday. */
const HOLIDAY_AHEAD_DAYS = 3;

/** `maybe`: an ordinary opening time on a public holiday about which the hours say nothing. */
type Openness = 'open' | 'maybe' | 'closed';

export interface State {
	/** `unknown`: the hours are not known, or it is a public holiday about which they say nothing. */
	state: 'open' | 'closed' | 'appointment' | 'always' | 'unknown';
	/** When it closes (ms since 1970): with open, appointment, and unknown on a public holiday. */
	until?: number;
	/** When it next opens for certain: with closed, and unknown on a public holiday. */
	opens?: number;
	/** The next public holiday that changes these hours, today or soon. `certain` when the hours say what happens. */
	holiday?: { date: string; name: string; certain: boolean; spans: DaySpan[] };
	/** False in term-time hours, and after the end of the list of public holidays: then no time is sure. */
	certain: boolean;
}

/**
 * What hours say at an instant. Times are those that London's clocks show, so an hour that comes twice in October counts
 * twice, and the one that March leaves out never comes.
 */
export function stateAt(given: Hours, now: Instant, holidays: Holidays): State {
	const instant = Number(now);
	const hours = shownHours(given, now);
	if (hours.unknown) return { state: 'unknown', certain: true };
	if (hours.always) return { state: 'always', certain: true };
	const today = londonDay(instant);
	const known = (day: number) => !hours.termTime && (hours.holidays === 'open' || isCovered(day, holidays));
	if (hours.appointment && !hours.week) return { state: 'appointment', certain: true };
	const timeline = new Timeline(hours, holidays);
	const current = timeline.at(wallMinute(instant));
	const opens = current === 'open' ? undefined : timeline.nextOpening(instant);
	const until = current === 'closed' ? undefined : timeline.nextChange(instant);
	const lastDay = Math.max(today + HOLIDAY_AHEAD_DAYS, opens === undefined ? 0 : londonDay(opens));
	const holiday = timeline.nextHoliday(today, Math.min(lastDay, today + SEARCH_DAYS));
	const open = hours.appointment ? 'appointment' : 'open';
	return {
		state: current === 'open' ? open : current === 'maybe' ? 'unknown' : 'closed',
		...(until === undefined ? {} : { until }),
		...(opens === undefined ? {} : { opens }),
		...(holiday ? { holiday } : {}),
		certain: known(today) && known(opens === undefined ? today : londonDay(opens))
	};
}

/** True when the doors or the line are open at this instant, as far as the hours say. Appointments do not count. */
export function openAt(given: Hours, instant: Instant, holidays: Holidays): boolean {
	const hours = shownHours(given, instant);
	if (hours.always) return true;
	if (hours.unknown || hours.appointment) return false;
	return new Timeline(hours, holidays).at(wallMinute(Number(instant))) === 'open';
}

/** The next instant (ms since 1970) at which the state changes, or undefined when it does not within a year or so. */
export function nextChange(given: Hours, now: Instant, holidays: Holidays): number | undefined {
	const hours = shownHours(given, now);
	if (hours.always || !hours.week) return undefined;
	return new Timeline(hours, holidays).nextChange(Number(now));
}

/** The hours laid out along the days, worked out day by day as they are asked for. */
class Timeline {
	#hours: Hours;
	#holidays: Holidays;
	#plans = new Map<number, DayPlan>();

	constructor(hours: Hours, holidays: Holidays) {
		this.#hours = hours;
		this.#holidays = holidays;
	}

	/** Open or not at a wall minute: by the spans of that day, or by one that ran over from the day before. */
	at(wall: number): Openness {
		const day = Math.floor(wall / MINUTES_IN_DAY);
		let found: Openness = 'closed';
		for (const start of [day - 1, day]) {
			const plan = this.#plan(start);
			const minute = wall - start * MINUTES_IN_DAY;
			if (!plan.spans.some(([from, to]) => minute >= from && minute < to)) continue;
			if (!plan.doubt) return 'open';
			found = 'maybe';
		}
		return found;
	}

	nextOpening(instant: number): number | undefined {
		let next = this.nextChange(instant);
		while (next !== undefined && this.at(wallMinute(next)) !== 'open') next = this.nextChange(next);
		return next !== undefined && next - instant < SEARCH_DAYS * MINUTES_IN_DAY * 60_000 ? next : undefined;
	}

	nextChange(instant: number): number | undefined {
		let from = Math.floor(instant / 60_000) * 60_000;
		const current = this.at(wallMinute(from));
		const end = from + SEARCH_DAYS * MINUTES_IN_DAY * 60_000;
		// Between two changes of the clocks, wall minutes and real minutes run alike.
		while (from < end) {
			const clockChange = nextClockChange(from);
			const wall = wallMinute(from);
			const last = wall + Math.min(clockChange, end) / 60_000 - from / 60_000;
			const boundary = this.#nextBoundary(wall, last, current);
			if (boundary !== undefined) return from + (boundary - wall) * 60_000;
			if (clockChange < end && this.at(wallMinute(clockChange)) !== current) return clockChange;
			from = clockChange;
		}
		return undefined;
	}

	nextHoliday(fromDay: number, toDay: number): State['holiday'] {
		for (let day = fromDay; day <= toDay; day++) {
			const plan = this.#plan(day);
			if (plan.holiday && plan.special) {
				return { date: isoDate(day), name: plan.holiday.name, certain: !plan.doubt, spans: plan.spans };
			}
		}
		return undefined;
	}

	/** The first wall minute after `wall` and before `end` that is not `current`. */
	#nextBoundary(wall: number, end: number, current: Openness): number | undefined {
		for (let day = Math.floor(wall / MINUTES_IN_DAY); day * MINUTES_IN_DAY < end; day++) {
			const start = day * MINUTES_IN_DAY;
			const bounds = [day - 1, day]
				.flatMap((of) => this.#plan(of).spans.flatMap((span) => span.map((minute) => of * MINUTES_IN_DAY + minute)))
				.filter((bound) => bound > wall && bound >= start && bound < start + MINUTES_IN_DAY && bound < end)
				.sort((a, b) => a - b);
			const found = bounds.find((bound) => this.at(bound) !== current);
			if (found !== undefined) return found;
		}
		return undefined;
	}

	#plan(day: number): DayPlan {
		let plan = this.#plans.get(day);
		if (!plan) {
			plan = dayPlan(this.#hours, day, this.#holidays);
			this.#plans.set(day, plan);
		}
		return plan;
	}
}
