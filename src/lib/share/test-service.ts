import type { Holidays, Hours } from '../../data/hours.ts';
import type { Card } from '../../data/record.ts';
import type { SharedService } from './facts.ts';

/** For tests: made-up services with numbers of Ofcom's drama range, which are nobody's. */

/** Saturday 28 November 2026, midday. */
export const NOW = Date.UTC(2026, 10, 28, 12);

export const HOLIDAYS: Holidays = {
	from: '2026-01-01',
	to: '2027-12-31',
	days: [
		{ date: '2026-12-25', name: 'Christmas Day' },
		{ date: '2026-12-28', name: 'Boxing Day' },
		{ date: '2027-03-29', name: 'Easter Monday' }
	]
};

export const NINE_TO_FIVE: Hours = {
	osm: 'Mo-Fr 09:00-17:00',
	week: [[[540, 1020]], [[540, 1020]], [[540, 1020]], [[540, 1020]], [[540, 1020]], [], []],
	holidays: 'closed'
};

export function shared(fields: Partial<SharedService> = {}): SharedService {
	return {
		id: 'mill-lane-hub',
		name: 'Mill Lane Hub',
		phone: '020 7946 0991',
		hours: NINE_TO_FIVE,
		sure: true,
		places: ['2 Mill Lane, Harlow CM20 1AA'],
		sessions: [],
		...fields
	};
}

export function card(fields: Partial<Card> = {}): Card {
	return {
		id: 'mill-lane-hub',
		name: 'Mill Lane Hub',
		org: 'The Well Trust',
		area: 'essex',
		listing: 'listed',
		terms: ['treatment'],
		text: 'You can talk.',
		ways: ['phone'],
		referral: ['self'],
		phone: '020 7946 0991',
		...fields
	};
}
