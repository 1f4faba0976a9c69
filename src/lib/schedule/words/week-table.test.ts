import { describe, expect, it } from 'vitest';
import type { Hours } from '../../../data/hours.ts';
import { weekNotes, weekTable } from './week-table.ts';

const hours = (change: Partial<Hours>): Hours => ({ osm: 'made by the test', holidays: 'unknown', ...change });
const words = (given: Hours) => weekTable(given).map((row) => row.words);
const NOW = Date.UTC(2026, 10, 22);

describe('the week strip', () => {
	it('has seven rows from Monday', () => {
		const rows = weekTable(
			hours({
				week: [
					[
						[540, 720],
						[780, 1020]
					],
					[],
					[[0, 1440]],
					[[1200, 1680]],
					[],
					[],
					[]
				]
			})
		);
		expect(rows.map(({ name }) => name.slice(0, 2)).join(' ')).toBe('Mo Tu We Th Fr Sa Su');
		expect(rows.slice(0, 4).map((row) => row.words)).toEqual([
			'9am to midday and 1pm to 5pm',
			'closed',
			'all day',
			'8pm to 4am'
		]);
		expect(rows.slice(0, 2).map((row) => row.closed)).toEqual([false, true]);
	});

	it('tells weekdays of the month in their row', () => {
		const given = hours({
			week: [[], [], [[540, 1020]], [], [], [], []],
			monthly: [
				{ nth: -1, day: 2, spans: [[600, 1020]] },
				{ nth: 1, day: 3, spans: [[1140, 1230]] }
			]
		});
		expect(words(given)[2]).toBe('9am to 5pm; last Wednesday of the month: 10am to 5pm');
		expect(words(given)[3]).toBe('first Thursday of the month: 7pm to 8:30pm');
		expect(weekTable(given)[3]?.closed).toBe(false);
	});

	it('says when nothing is known, and when it is always', () => {
		expect(new Set(words(hours({ unknown: true })))).toEqual(new Set(['not known']));
		expect(new Set(words(hours({ always: true })))).toEqual(new Set(['all day']));
		expect(new Set(words(hours({ appointment: true })))).toEqual(new Set(['by appointment']));
	});
});

describe('notes under the week', () => {
	it('lists dates to come, public holidays, term time and the remark', () => {
		const given = hours({
			week: [[], [], [], [], [], [], []],
			dates: [
				{ from: '2026-01-01', to: '2026-01-02', spans: [] },
				{ from: '2026-12-24', to: '2026-12-24', spans: [[540, 720]] },
				{ from: '06-01', to: '08-31', days: [0, 1, 2, 3, 4], spans: [[600, 720]] }
			],
			holidays: [[600, 960]],
			termTime: true,
			note: 'Ring the bell'
		});
		expect(weekNotes(given, NOW)).toEqual([
			'24 December 2026: 9am to midday',
			'1 June to 31 August, Monday to Friday: 10am to midday',
			'Bank holidays: 10am to 4pm',
			'Term time only: ring to check in school holidays',
			'Ring the bell'
		]);
	});

	it('never leaves public holidays unsaid', () => {
		const week = [[], [], [], [], [], [], []];
		expect(weekNotes(hours({ week }), NOW)).toEqual(['Bank holidays: ring to check']);
		expect(weekNotes(hours({ week, holidays: 'closed' }), NOW)).toEqual(['Bank holidays: closed']);
		expect(weekNotes(hours({ week, holidays: 'open' }), NOW)).toEqual(['Bank holidays: as on other days']);
		expect(weekNotes(hours({ always: true }), NOW)).toEqual([]);
	});
});
