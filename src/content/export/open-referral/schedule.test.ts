import { describe, expect, it } from 'vitest';
import { parseOpeningHours } from '../../hours/index.ts';
import { hsdsSchedules } from './schedule.ts';

const holidays = {
	from: '2026-01-01',
	to: '2027-12-31',
	days: [
		{ date: '2026-12-25', name: 'Christmas Day' },
		{ date: '2027-01-01', name: 'New Year’s Day' }
	]
};

/** The lines of one schedule, without what all of them carry. */
function lines(osm: string) {
	const parsed = parseOpeningHours(osm);
	if ('error' in parsed) throw new Error(parsed.error);
	return hsdsSchedules([{ hours: parsed.hours, sources: [0], assured: { how: 'phone' } }], ['hub'], holidays).map(
		({ id, assured, opening_hours, notes, ...line }) => {
			expect([id.length, assured.how, opening_hours]).toEqual([36, 'phone', osm]);
			return line;
		}
	);
}

describe('opening hours as lines of HSDS', () => {
	it('one line for each span, with the days that have it', () => {
		expect(lines('Mo-We 09:00-12:00,13:00-17:00; Fr 09:00-12:00')).toEqual([
			{ freq: 'WEEKLY', byday: 'MO,TU,WE,FR', opens_at: '09:00', closes_at: '12:00' },
			{ freq: 'WEEKLY', byday: 'MO,TU,WE', opens_at: '13:00', closes_at: '17:00' }
		]);
	});

	it('a night ends on the next day', () => {
		expect(lines('Sa 20:00-02:00')).toEqual([{ freq: 'WEEKLY', byday: 'SA', opens_at: '20:00', closes_at: '02:00' }]);
	});

	it('always', () => {
		expect(lines('24/7')).toEqual([
			{ freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR,SA,SU', opens_at: '00:00', closes_at: '23:59', description: 'Open all day, every day' }
		]);
	});

	it('not known is said, and never as open or closed', () => {
		expect(lines('unknown')).toEqual([{ description: 'Opening times are not known. Ring first.' }]);
	});

	it('some weeks of the month', () => {
		expect(lines('Tu[2] 10:30-12:30; We[-1] 12:30-14:30')).toEqual([
			{ freq: 'MONTHLY', byday: '2TU', opens_at: '10:30', closes_at: '12:30' },
			{ freq: 'MONTHLY', byday: '-1WE', opens_at: '12:30', closes_at: '14:30' }
		]);
	});

	it('public holidays on which it is closed, each by its date', () => {
		expect(lines('Mo-Fr 09:00-17:00; PH off').slice(1)).toEqual([
			{ freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR,SA,SU', valid_from: '2026-12-25', valid_to: '2026-12-25', description: 'Closed: Christmas Day' },
			{ freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR,SA,SU', valid_from: '2027-01-01', valid_to: '2027-01-01', description: 'Closed: New Year’s Day' }
		]);
	});

	it('by appointment', () => {
		expect(lines('Mo 09:30-14:30 "by appointment"')).toEqual([
			{ freq: 'WEEKLY', byday: 'MO', opens_at: '09:30', closes_at: '14:30', attending_type: 'By appointment' }
		]);
	});

	it('each line keeps its id while the others stay', () => {
		const ids = (osm: string) => {
			const parsed = parseOpeningHours(osm);
			return 'error' in parsed ? [] : hsdsSchedules([{ hours: parsed.hours, sources: [], assured: { how: 'phone' } }], ['hub'], holidays).map(({ id }) => id);
		};
		expect(ids('Mo 09:00-12:00')[0]).toBe(ids('Mo 09:00-12:00,13:00-17:00')[0]);
	});
});
