import type { Holidays, Hours } from '../../data/hours.ts';
import type { Card, Detail, ScheduleDetail } from '../../data/record.ts';
import { dayPlan } from '../schedule/day-plan.ts';
import { shownCard, shownDetail, shownHours } from '../schedule/shown-hours.ts';
import { DAY_NAMES, MONTH_NAMES, spansWords } from '../schedule/words/times.ts';
import { isoDate, londonDay, weekdayOf, type Instant } from '../schedule/london.ts';

/** What of a service travels in messages, contact cards and calendars: its open facts, nothing about the person. */
export interface SharedService {
	id: string;
	name: string;
	/** The number to ring first, as people write it, and what to press. */
	phone?: string;
	phoneNote?: string;
	textLine?: string;
	web?: string;
	/** Hours of the service as a whole. */
	hours?: Hours;
	/** False when it is marked "ring first": nothing reads as certain. */
	sure: boolean;
	/** Addresses that may be known, as one line each. */
	places: string[];
	/** Regular meetings and sessions, with the line of their place. */
	sessions: Session[];
}

export interface Session {
	/** "Meeting", "Drop-in", or nothing when the service itself is the meeting. */
	what?: string;
	hours: Hours;
	place?: string;
	note?: string;
}

/** Kinds of service whose opening times are the times of meetings. */
const MEETING_KINDS: readonly string[] = ['mutual-aid', 'peer-recovery'];
/** Parts of a service that one goes to at their time, in the words of schedules' `for`. */
const SESSION = /meeting|drop-in|group|session|clinic/i;

/**
 * Gathers the facts of a service. Without its detail (not on this device), what its card has. Times that are too old to be
 * shown at `now` are not known.
 */
export function sharedService(given: Card, whole: Detail | undefined, now?: Instant): SharedService {
	const card = shownCard(given, now);
	const detail = whole && shownDetail(whole, now);
	const hours = card.mainHours === undefined ? undefined : card.hours?.[card.mainHours];
	return {
		id: card.id,
		name: card.name,
		...(card.phone && { phone: card.phone }),
		...(card.phoneNote && { phoneNote: card.phoneNote }),
		...(card.textLine && { textLine: card.textLine }),
		...(card.web && { web: card.web }),
		...(hours && { hours }),
		sure: card.listing === 'listed',
		places: placesOf(card, detail),
		sessions: sessionsOf(card, detail)
	};
}

/** A confidential place is never said, not even its town. */
function placesOf(card: Card, detail: Detail | undefined): string[] {
	if (!detail) return (card.places ?? []).map(({ city, postcode }) => line([city, postcode]));
	return (detail.locations ?? []).flatMap(({ address, city, postcode, confidential }) =>
		confidential ? [] : [line([address, city, postcode])]
	);
}

/** "2 Mill Lane, Harlow CM20 1AA" */
function line([...parts]: (string | undefined)[]): string {
	const postcode = parts.pop();
	const place = parts.filter(Boolean).join(', ');
	return postcode ? `${place} ${postcode}` : place;
}

function sessionsOf(card: Card, detail: Detail | undefined): Session[] {
	const isMeeting = card.terms[0] !== undefined && MEETING_KINDS.includes(card.terms[0]);
	const regular = ({ hours, for: part }: ScheduleDetail) =>
		(hours.week !== undefined || hours.monthly !== undefined) &&
		!hours.unknown &&
		!hours.appointment &&
		!hours.termTime &&
		(part ? SESSION.test(part) : isMeeting);
	const session = (schedule: ScheduleDetail, place?: string): Session => ({
		hours: schedule.hours,
		...(schedule.for && { what: schedule.for }),
		...(place && { place }),
		...(schedule.note && { note: schedule.note })
	});
	const only = placesOf(card, detail);
	return [
		...(detail?.schedules ?? []).filter(regular).map((each) => session(each, only.length === 1 ? only[0] : undefined)),
		...(detail?.locations ?? []).flatMap(({ schedules, address, city, postcode, confidential }) =>
			confidential
				? []
				: (schedules ?? []).filter(regular).map((each) => session(each, line([address, city, postcode])))
		)
	];
}

/**
 * What hours say of the day of `now`, with its date, for a text that is read later: "Saturday 28 November: 9am to 5pm".
 * Undefined when that is not known.
 */
export function todayWords(given: Hours | undefined, now: Instant, holidays: Holidays): string | undefined {
	const hours = given && shownHours(given, now);
	if (!hours || hours.unknown) return undefined;
	if (hours.always) return 'Open day and night';
	if (hours.appointment && !hours.week) return 'By appointment';
	const day = londonDay(Number(now));
	const { spans, doubt } = dayPlan(hours, day, holidays);
	const [, month = '1', date = '1'] = isoDate(day).split('-');
	const named = `${(DAY_NAMES[weekdayOf(day)] ?? '').slice(0, 3)} ${Number(date)} ${(MONTH_NAMES[Number(month) - 1] ?? '').slice(0, 3)}`;
	const words = doubt ? 'bank holiday, may be closed' : spansWords(spans);
	return `${named}: ${words}${hours.appointment && spans.length > 0 && !doubt ? ', by appointment' : ''}`;
}
