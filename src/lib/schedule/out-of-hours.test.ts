import { describe, expect, it } from 'vitest';
import { isOutOfHours } from './out-of-hours.ts';

const holidays = { from: '2026-01-01', to: '2026-12-31', days: [{ date: '2026-08-31', name: 'Summer bank holiday' }] };
const at = (iso: string) => isOutOfHours(new Date(iso), holidays);

describe('out of hours', () => {
	it('is before nine and from five on, by London’s clocks in winter and summer', () => {
		expect([
			at('2026-11-24T08:59Z'),
			at('2026-11-24T09:00Z'),
			at('2026-11-24T16:59Z'),
			at('2026-11-24T17:00Z')
		]).toEqual([true, false, false, true]);
		expect([
			at('2026-07-07T07:59Z'),
			at('2026-07-07T08:00Z'),
			at('2026-07-07T15:59Z'),
			at('2026-07-07T16:00Z')
		]).toEqual([true, false, false, true]);
	});

	it('is all weekend and on public holidays', () => {
		expect([at('2026-11-21T12:00Z'), at('2026-11-22T12:00Z'), at('2026-08-31T12:00Z')]).toEqual([true, true, true]);
	});
});
