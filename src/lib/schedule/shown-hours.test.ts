import { expect, it } from 'vitest';
import { parseOpeningHours } from '../../content/hours/index.ts';
import type { Holidays, Hours } from '../../data/hours.ts';
import { Chooser } from '../pathway/index.ts';
import { testCard } from '../directory/service/test-card.ts';
import { sharedService } from '../share/facts.ts';
import { hoursText } from '../share/message.ts';
import { describe, openAt, openCards, shownDetail, shownHours, stateAt } from './index.ts';

const HOLIDAYS: Holidays = { from: '2024-01-01', to: '2030-12-31', days: [] };
/** Tuesdays, at eleven in the morning. */
const FRESH = Date.parse('2026-11-24T11:00Z');
const OLD = Date.parse('2027-10-05T10:00Z');
const sure = { sure: true };

function hoursOf(osm: string, more: Partial<Hours> = {}): Hours {
	const parsed = parseOpeningHours(osm);
	if ('error' in parsed) throw new Error(parsed.error);
	return { ...parsed.hours, ...more };
}
const hours = hoursOf('Mo-Fr 09:00-17:00; PH off', { seen: '2026-03-13' });

it('shows times until nobody has checked them for a year and a half, then says so and what to do', () => {
	expect(describe(hours, FRESH, HOLIDAYS, sure)).toBe('Open until 5pm');
	expect(describe(hours, Date.parse('2027-09-13T10:00Z'), HOLIDAYS, sure)).toBe(
		'Opening times not checked since March 2026. Ring first.'
	);
	expect(describe(hours, Date.parse('2027-09-10T10:00Z'), HOLIDAYS, sure)).toBe('Open until 5pm');
});

it('counts as not open, not closed, once times are too old', () => {
	expect(stateAt(hours, OLD, HOLIDAYS)).toEqual({ state: 'unknown', certain: true });
	const card = testCard({ hours: [hours], mainHours: 0 });
	expect([FRESH, OLD].map((now) => openAt(hours, now, HOLIDAYS))).toEqual([true, false]);
	expect([FRESH, OLD].map((now) => openCards(now, HOLIDAYS)(card))).toEqual([true, false]);
	const isOpen = (now: number) =>
		new Chooser({ cards: [card], areas: [], place: {}, holidays: HOLIDAYS, now }).isOpen(card);
	expect([FRESH, OLD].map(isOpen)).toEqual([true, undefined]);
});

it('counts a line that never closes as not known too, and keeps times that never grow old', () => {
	const always = hoursOf('24/7', { seen: '2025' });
	expect([FRESH, OLD].map((now) => stateAt(always, now, HOLIDAYS).state)).toEqual(['always', 'unknown']);
	expect(openAt(hoursOf('24/7'), OLD, HOLIDAYS)).toBe(true);
});

it('hides without a clock what was too old on the day of the content, and nothing else', () => {
	expect(shownHours(hours)).toBe(hours);
	expect(shownHours({ ...hours, old: true })).toEqual({
		osm: hours.osm,
		unknown: true,
		holidays: 'unknown',
		seen: '2026-03-13'
	});
	// A device whose clock is wrong does not bring them back.
	expect(shownHours({ ...hours, old: true }, Date.parse('2001-01-01')).unknown).toBe(true);
});

it('leaves out of messages, papers and calendars what is too old to be shown', () => {
	const card = testCard({ terms: ['mutual-aid'], phone: '01279 434621', hours: [hours], mainHours: 0 });
	const detail = {
		id: card.id,
		description: '',
		sources: [],
		schedules: [{ hours, sources: [], assured: { how: 'own-page' as const } }]
	};
	expect(sharedService(card, detail, FRESH).sessions).toHaveLength(1);
	const old = sharedService(card, detail, OLD);
	expect(old.sessions).toEqual([]);
	expect(hoursText(old)).toBe('Opening times not checked since March 2026. Ring first.');
});

it('hides the times of every phone, place and page of a record', () => {
	const fact = { sources: [], assured: { how: 'own-page' as const } };
	const phone = { number: '1', dial: '1', kind: 'voice' as const, hours, ...fact };
	const shown = shownDetail(
		{
			id: 'a',
			description: '',
			sources: [],
			phones: [phone],
			urls: [{ url: 'https://example.org', kind: 'chat', hours, ...fact }],
			schedules: [{ hours, ...fact }],
			locations: [{ city: 'Harlow', phones: [phone], schedules: [{ hours, ...fact }], ...fact }]
		},
		OLD
	);
	expect(JSON.stringify(shown)).not.toContain('"week"');
	expect(JSON.stringify(shown).match(/"unknown":true/g)).toHaveLength(5);
});
