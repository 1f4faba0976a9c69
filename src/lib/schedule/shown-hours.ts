import type { Hours } from '../../data/hours.ts';
import type { Card, Detail } from '../../data/record.ts';
import { isTooOld, notCheckedSince } from '../directory/service/freshness.ts';
import { isoDate, londonDay, type Instant } from './london.ts';

/**
 * Hours as they may be shown: once nobody has checked them for a year and a half they are not known, whatever they were.
 * @param now without a clock (prerendered pages), what was too old on the day of the content
 */
export function shownHours(hours: Hours, now?: Instant): Hours {
	const { osm, seen, old } = hours;
	if (seen === undefined || hours.unknown) return hours;
	const isOld = old === true || (now !== undefined && isTooOld(seen, isoDate(londonDay(Number(now)))));
	return isOld ? { osm, unknown: true, holidays: 'unknown', seen } : hours;
}

/** Why hours are not known: "Opening times not known", or "Opening times not checked since March 2024". */
export function unknownWords({ seen }: Pick<Hours, 'seen'>): string {
	return `Opening times not ${seen === undefined ? 'known' : notCheckedSince(seen).slice('Not '.length)}`;
}

/** A card with its hours as they may be shown. */
export function shownCard(card: Card, now?: Instant): Card {
	return card.hours ? { ...card, hours: card.hours.map((hours) => shownHours(hours, now)) } : card;
}

/** The rest of a record with all its hours as they may be shown. */
export function shownDetail(detail: Detail, now?: Instant): Detail {
	const one = <Fact extends { hours?: Hours }>(fact: Fact): Fact =>
		fact.hours ? { ...fact, hours: shownHours(fact.hours, now) } : fact;
	const both = ({ phones, schedules }: Pick<Detail, 'phones' | 'schedules'>) => ({
		...(phones && { phones: phones.map(one) }),
		...(schedules && { schedules: schedules.map(one) })
	});
	const { urls, locations } = detail;
	return {
		...detail,
		...both(detail),
		...(urls && { urls: urls.map(one) }),
		...(locations && { locations: locations.map((location) => ({ ...location, ...both(location) })) })
	};
}
