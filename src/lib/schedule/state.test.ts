import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DaySpan, Holidays, Hours } from '../../data/hours.ts';
import { nextChange, openAt, stateAt } from './state.ts';

const MINUTE = 60_000;
const HOLIDAYS: Holidays = {
	from: '2026-01-01',
	to: '2028-12-31',
	days: [
		{ date: '2026-12-25', name: 'Christmas Day' },
		{ date: '2026-12-28', name: 'Boxing Day (substitute day)' },
		{ date: '2027-01-01', name: 'New Year’s Day' },
		{ date: '2027-03-26', name: 'Good Friday' },
		{ date: '2027-03-29', name: 'Easter Monday' }
	]
};
const LONDON = new Intl.DateTimeFormat('en-GB', {
	timeZone: 'Europe/London',
	hourCycle: 'h23',
	year: 'numeric',
	month: '2-digit',
	day: '2-digit',
	hour: '2-digit',
	minute: '2-digit'
});

// -- the same rules again, the slow and plain way: a date and a time as London's clocks show them

function londonNow(instant: number): { date: string; minute: number } {
	const [, day = '', month = '', year = '', hour = '', minute = ''] =
		/^(\d+)\/(\d+)\/(\d+), (\d+):(\d+)$/.exec(LONDON.format(instant)) ?? [];
	return { date: `${year}-${month}-${day}`, minute: Number(hour) * 60 + Number(minute) };
}

function dayBefore(date: string): string {
	return new Date(Date.parse(`${date}T12:00:00Z`) - 24 * 60 * MINUTE).toISOString().slice(0, 10);
}

function plainDay(hours: Hours, date: string): { spans: readonly DaySpan[]; doubt: boolean } {
	const noon = new Date(`${date}T12:00:00Z`);
	const weekday = (noon.getUTCDay() + 6) % 7;
	const ofMonth = noon.getUTCDate();
	const isLast = new Date(noon.getTime() + 7 * 24 * 60 * MINUTE).getUTCMonth() !== noon.getUTCMonth();
	let spans: readonly DaySpan[] = hours.week?.[weekday] ?? [];
	for (const entry of hours.monthly ?? []) {
		const fits = entry.nth === -1 ? isLast : Math.floor((ofMonth - 1) / 7) + 1 === entry.nth;
		if (entry.day === weekday && fits) spans = entry.spans;
	}
	let named = false;
	for (const exception of hours.dates ?? []) {
		const yearly = exception.from.length === 5;
		const compared = yearly ? date.slice(5) : date;
		const { from, to } = exception;
		const inside = from <= to ? compared >= from && compared <= to : compared >= from || compared <= to;
		if (inside && (!exception.days || exception.days.includes(weekday))) {
			spans = exception.spans;
			named = !exception.seasonal;
		}
	}
	if (named || !HOLIDAYS.days.some((day) => day.date === date)) return { spans, doubt: false };
	if (hours.holidays === 'open') return { spans, doubt: false };
	if (hours.holidays === 'unknown') return { spans, doubt: true };
	return { spans: hours.holidays === 'closed' ? [] : hours.holidays, doubt: false };
}

function plainState(hours: Hours, instant: number): 'open' | 'unknown' | 'closed' {
	const { date, minute } = londonNow(instant);
	const running = [
		{ day: plainDay(hours, date), at: minute },
		{ day: plainDay(hours, dayBefore(date)), at: minute + 1440 }
	].filter(({ day, at }) => day.spans.some(([from, to]) => at >= from && at < to));
	if (!running.length) return 'closed';
	return running.some(({ day }) => !day.doubt) ? 'open' : 'unknown';
}

// -- any hours, at any time, mostly near the days that are hard

const span = fc
	.tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
	.map(([from, length]): DaySpan => [from, from + length]);
const spans = fc.array(span, { maxLength: 2 });
const exception = fc.record(
	{
		from: fc.constantFrom('12-24', '03-27', '10-30', '2026-12-24', '2027-03-28'),
		to: fc.constantFrom('12-28', '01-02', '03-29', '10-31', '2027-03-30', '2027-01-02'),
		days: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
		spans,
		seasonal: fc.constant(true as const)
	},
	{ requiredKeys: ['from', 'to', 'spans'] }
);
/** Both ends with a year or neither; only ranges without a year may run over New Year. */
function isPossible({ from, to }: { from: string; to: string }): boolean {
	return from.length === to.length && (from.length === 5 || from <= to);
}
const hoursArbitrary = fc
	.record(
		{
			week: fc.array(spans, { minLength: 7, maxLength: 7 }),
			monthly: fc.array(
				fc.record({ nth: fc.constantFrom(1, 2, 3, 4, 5, -1), day: fc.integer({ min: 0, max: 6 }), spans }),
				{ maxLength: 3 }
			),
			dates: fc.array(exception.filter(isPossible), { maxLength: 2 }),
			holidays: fc.oneof(fc.constantFrom('closed' as const, 'open' as const, 'unknown' as const), spans)
		},
		{ requiredKeys: ['week', 'holidays'] }
	)
	.map((hours): Hours => ({ osm: 'made by the test', ...hours }));
const hardTimes = [
	Date.UTC(2026, 11, 24, 12), // Christmas
	Date.UTC(2027, 0, 1),
	Date.UTC(2027, 2, 28, 1), // clocks go forward, in Easter
	Date.UTC(2027, 9, 31, 1), // clocks go back
	Date.UTC(2028, 1, 29) // leap day
];
const instantArbitrary = fc.oneof(
	{
		weight: 3,
		arbitrary: fc
			.tuple(fc.constantFrom(...hardTimes), fc.integer({ min: -3 * 1440, max: 3 * 1440 }))
			.map(([time, minutes]) => time + minutes * MINUTE)
	},
	{ weight: 1, arbitrary: fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 11, 20) }) }
);

function hoursWith(change: Partial<Hours>): Hours {
	return { osm: 'made by the test', holidays: 'open', week: [[], [], [], [], [], [], []], ...change };
}
const everyDay = (...day: DaySpan[]): DaySpan[][] => Array.from({ length: 7 }, () => day);

describe('the state of any hours at any time', () => {
	it('agrees with the rules read minute by minute', () => {
		fc.assert(
			fc.property(hoursArbitrary, instantArbitrary, (hours, instant) => {
				expect(stateAt(hours, instant, HOLIDAYS).state).toBe(plainState(hours, instant));
				expect(openAt(hours, instant, HOLIDAYS)).toBe(plainState(hours, instant) === 'open');
			}),
			{ numRuns: 4000 }
		);
	});

	it('changes next at the first minute that differs', () => {
		fc.assert(
			fc.property(hoursArbitrary, instantArbitrary, (hours, instant) => {
				const now = plainState(hours, instant);
				const start = Math.floor(instant / MINUTE) * MINUTE;
				const next = nextChange(hours, instant, HOLIDAYS);
				// As far as two days ahead: beyond it, a bound that is right there is right everywhere.
				let first: number | undefined;
				for (
					let minute = start + MINUTE;
					minute <= start + 2 * 1440 * MINUTE && first === undefined;
					minute += MINUTE
				) {
					if (plainState(hours, minute) !== now) first = minute;
				}
				if (first !== undefined) expect(next).toBe(first);
				else if (next !== undefined) expect(next).toBeGreaterThan(start + 2 * 1440 * MINUTE);
			}),
			{ numRuns: 60 }
		);
	}, 30_000);

	it('is another state at the next change, and the same one a minute before it', () => {
		fc.assert(
			fc.property(hoursArbitrary, instantArbitrary, (hours, instant) => {
				const next = nextChange(hours, instant, HOLIDAYS);
				if (next === undefined) return;
				expect(plainState(hours, next)).not.toBe(plainState(hours, instant));
				expect(plainState(hours, next - MINUTE)).toBe(plainState(hours, Math.max(instant, next - MINUTE)));
				expect(next).toBeGreaterThan(instant);
			}),
			{ numRuns: 1500 }
		);
	});

	it('opens at the first minute that is open for certain', () => {
		fc.assert(
			fc.property(hoursArbitrary, instantArbitrary, (hours, instant) => {
				const { state, opens } = stateAt(hours, instant, HOLIDAYS);
				if (state === 'open' || opens === undefined) return;
				expect(plainState(hours, opens)).toBe('open');
				expect(plainState(hours, opens - MINUTE)).not.toBe('open');
			}),
			{ numRuns: 1500 }
		);
	});
});

describe('when the clocks change', () => {
	const spring = Date.UTC(2027, 2, 28, 1); // 01:00 becomes 02:00
	const autumn = Date.UTC(2027, 9, 31, 1); // 02:00 becomes 01:00

	it('gives a night in March one hour less, and a night in October one hour more', () => {
		const night = hoursWith({ week: everyDay([22 * 60, 28 * 60]) });
		const hours = (from: number) => ((stateAt(night, from, HOLIDAYS).until ?? 0) - from) / (60 * MINUTE);
		expect(hours(Date.UTC(2027, 2, 27, 22))).toBe(5);
		expect(hours(Date.UTC(2027, 9, 30, 21))).toBe(7);
	});

	it('leaves out an opening that March leaves out', () => {
		const early = hoursWith({ week: everyDay([60, 120]) });
		expect(stateAt(early, spring - MINUTE, HOLIDAYS)).toMatchObject({
			state: 'closed',
			opens: Date.UTC(2027, 2, 29, 0)
		});
	});

	it('closes at the change when the closing time is left out', () => {
		const late = hoursWith({ week: everyDay([0, 90]) });
		expect(stateAt(late, spring - MINUTE, HOLIDAYS).until).toBe(spring);
	});

	it('follows the clock on the wall through an hour that comes twice', () => {
		const late = hoursWith({ week: everyDay([0, 90]) });
		expect(stateAt(late, autumn - 40 * MINUTE, HOLIDAYS)).toMatchObject({ state: 'open', until: autumn - 30 * MINUTE });
		expect(stateAt(late, autumn - 20 * MINUTE, HOLIDAYS)).toMatchObject({ state: 'closed', opens: autumn });
		expect(stateAt(late, autumn, HOLIDAYS)).toMatchObject({ state: 'open', until: autumn + 30 * MINUTE });
	});

	it('opens at nine by the clock before and after', () => {
		const nine = hoursWith({ week: everyDay([540, 1020]) });
		expect(stateAt(nine, spring - 2 * 60 * MINUTE, HOLIDAYS).opens).toBe(Date.UTC(2027, 2, 28, 8));
		expect(stateAt(nine, autumn - 2 * 60 * MINUTE, HOLIDAYS).opens).toBe(Date.UTC(2027, 9, 31, 9));
	});
});

describe('hours that are special', () => {
	const christmas = Date.UTC(2026, 11, 25, 10);

	it('keeps always, unknown and appointments', () => {
		expect(stateAt({ osm: '24/7', always: true, holidays: 'open' }, christmas, HOLIDAYS)).toEqual({
			state: 'always',
			certain: true
		});
		expect(stateAt({ osm: 'unknown', unknown: true, holidays: 'unknown' }, christmas, HOLIDAYS).state).toBe('unknown');
		const anyTime: Hours = { osm: '"by appointment"', appointment: true, holidays: 'unknown' };
		expect(stateAt(anyTime, christmas, HOLIDAYS).state).toBe('appointment');
		expect(openAt(anyTime, christmas, HOLIDAYS)).toBe(false);
		expect(openAt({ osm: '24/7', always: true, holidays: 'open' }, christmas, HOLIDAYS)).toBe(true);
	});

	it('does not know a public holiday that the hours do not mention, and says which it is', () => {
		const hours = hoursWith({ holidays: 'unknown', week: everyDay([540, 1020]) });
		expect(stateAt(hours, christmas, HOLIDAYS)).toEqual({
			state: 'unknown',
			until: Date.UTC(2026, 11, 25, 17),
			opens: Date.UTC(2026, 11, 26, 9),
			holiday: { date: '2026-12-25', name: 'Christmas Day', certain: false, spans: [[540, 1020]] },
			certain: true
		});
		expect(openAt(hours, christmas, HOLIDAYS)).toBe(false);
	});

	it('tells of a public holiday from three days before, and not when it changes nothing', () => {
		const hours = hoursWith({ holidays: 'closed', week: everyDay([540, 1020]) });
		expect(stateAt(hours, Date.UTC(2026, 11, 21, 10), HOLIDAYS).holiday).toBeUndefined();
		expect(stateAt(hours, Date.UTC(2026, 11, 22, 10), HOLIDAYS).holiday).toMatchObject({
			date: '2026-12-25',
			certain: true
		});
		const sundays = hoursWith({ holidays: 'closed', week: [[], [], [], [], [], [], [[540, 1020]]] });
		expect(stateAt(sundays, Date.UTC(2026, 11, 24, 10), HOLIDAYS).holiday).toBeUndefined();
	});

	it('is certain of nothing in term time, or after the list of public holidays ends', () => {
		const hours = hoursWith({ holidays: 'closed', week: everyDay([540, 1020]) });
		expect(stateAt(hours, Date.UTC(2028, 11, 30, 12), HOLIDAYS).certain).toBe(true);
		expect(stateAt(hours, Date.UTC(2028, 11, 31, 20), HOLIDAYS).certain).toBe(false);
		expect(stateAt(hours, Date.UTC(2029, 0, 2, 12), HOLIDAYS).certain).toBe(false);
		expect(stateAt({ ...hours, termTime: true }, christmas, HOLIDAYS).certain).toBe(false);
	});

	it('ends its search when it never opens again', () => {
		const over = hoursWith({ dates: [{ from: '2026-01-05', to: '2026-01-06', spans: [[540, 1020]] }] });
		expect(stateAt(over, christmas, HOLIDAYS)).toEqual({ state: 'closed', certain: true });
		expect(nextChange(over, christmas, HOLIDAYS)).toBeUndefined();
	});
});
