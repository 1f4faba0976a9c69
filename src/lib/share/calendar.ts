import type { DaySpan, Holidays, Hours } from '../../data/hours.ts';
import { dayPlan } from '../schedule/day-plan.ts';
import { isoDate, londonDay, placeInMonth, weekdayOf } from '../schedule/london.ts';
import { contentLines, escapeText } from './content-lines.ts';
import type { SharedService } from './facts.ts';

/** Name of the file: it tells nothing. */
export const CALENDAR_FILE = 'dates.ics';

/** Days for which meetings are written: half a year, since a time that nobody has checked since is no promise. */
const DAYS_AHEAD = 182;
const MINUTES_IN_DAY = 1440;
const ZONE = 'Europe/London';
/** London's clocks since 1996, as RFC 5545 writes them. */
const ZONE_LINES = [
	'BEGIN:VTIMEZONE',
	`TZID:${ZONE}`,
	'BEGIN:DAYLIGHT',
	'TZOFFSETFROM:+0000',
	'TZOFFSETTO:+0100',
	'TZNAME:BST',
	'DTSTART:19960331T010000',
	'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
	'END:DAYLIGHT',
	'BEGIN:STANDARD',
	'TZOFFSETFROM:+0100',
	'TZOFFSETTO:+0000',
	'TZNAME:GMT',
	'DTSTART:19961027T020000',
	'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
	'END:STANDARD',
	'END:VTIMEZONE'
];
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** What a calendar is made from. The clock is passed in. */
export interface CalendarInput {
	/** Milliseconds since 1970. */
	now: number;
	holidays: Holidays;
	/** True to name nothing: "Meeting" at a time, without name, place or number. */
	discreet: boolean;
}

/** An appointment that somebody has made: a London day (YYYY-MM-DD) and time (HH:MM). */
export interface Appointment {
	date: string;
	time: string;
}

/** True when a calendar of these services has something in it. */
export function hasSessions(services: readonly SharedService[]): boolean {
	return services.some(({ sessions }) => sessions.some(({ hours }) => rules(hours).length > 0));
}

/** The regular meetings and sessions of services as a calendar (iCalendar, RFC 5545). */
export function meetingsCalendar(services: readonly SharedService[], input: CalendarInput): string {
	return calendar(
		services.flatMap((service) =>
			service.sessions.flatMap((session, i) =>
				rules(session.hours).flatMap((rule, j) => {
					const what = session.what ? `${service.name}: ${session.what}` : service.name;
					return recurring(rule, session.hours, input, {
						uid: `${service.id}-${i}-${j}`,
						summary: input.discreet ? 'Meeting' : what,
						...(!input.discreet && {
							...(session.place && { location: session.place }),
							description: [
								session.note,
								service.phone && `Phone: ${service.phone}`,
								'Check that it is still on before you go. On bank holidays it may differ.'
							]
						})
					});
				})
			)
		)
	);
}

/** One appointment with a service as a calendar. Undefined when date or time are none. */
export function appointmentCalendar(
	service: SharedService,
	{ date, time }: Appointment,
	{ now, discreet }: CalendarInput
): string | undefined {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}$/.test(time)) return undefined;
	const start = `${date.replaceAll('-', '')}T${time.replace(':', '')}00`;
	return calendar(
		event(now, {
			uid: `appointment-${start}`,
			summary: discreet ? 'Appointment' : `Appointment: ${service.name}`,
			...(!discreet && {
				...(service.places.length === 1 && service.places[0] && { location: service.places[0] }),
				description: [service.phone && `Phone: ${service.phone}`]
			}),
			times: [`DTSTART;TZID=${ZONE}:${start}`, 'DURATION:PT1H']
		})
	);
}

/** Times that recur alike: the same minutes on some weekdays of each week, or on nth weekdays of each month. */
interface Rule {
	span: DaySpan;
	recurs: string;
	/** True for a day (since 1970) on which the rule falls. */
	fits: (day: number) => boolean;
}

/** The rules that together cover these hours, and more: days on which the hours say otherwise are taken out of each. */
function rules(hours: Hours): Rule[] {
	const spans = new Map((hours.week ?? []).flat().map((span) => [span.join(), span]));
	const weekly = [...spans.values()].map((span): Rule => {
		const days = DAYS.flatMap((_, day) => (has(hours.week?.[day], span) ? [day] : []));
		return {
			span,
			recurs: `FREQ=WEEKLY;BYDAY=${days.map((day) => DAYS[day]).join()}`,
			fits: (day) => days.includes(weekdayOf(day))
		};
	});
	const monthly = (hours.monthly ?? []).flatMap(({ nth, day, spans }) =>
		spans
			.filter((span) => !has(hours.week?.[day], span))
			.map((span): Rule => ({
				span,
				recurs: `FREQ=MONTHLY;BYDAY=${nth}${DAYS[day]}`,
				fits: (date) => {
					const place = placeInMonth(date);
					return weekdayOf(date) === day && (nth === -1 ? place.last : place.nth === nth);
				}
			}))
	);
	return [...weekly, ...monthly];
}

function has(spans: readonly DaySpan[] | undefined, [from, to]: DaySpan): boolean {
	return spans?.some((span) => span[0] === from && span[1] === to) ?? false;
}

interface EventText {
	uid: string;
	summary: string;
	location?: string;
	description?: (string | undefined)[];
}

/** A rule as an event from its first day on; days on which the hours say otherwise are taken out. */
function recurring(rule: Rule, hours: Hours, { now, holidays }: CalendarInput, text: EventText): string[] {
	const today = londonDay(now);
	const days = Array.from({ length: DAYS_AHEAD }, (_, i) => today + i).filter(rule.fits);
	const isOn = (day: number) => has(dayPlan(hours, day, holidays).spans, rule.span);
	const first = days.find(isOn);
	const last = days.at(-1);
	if (first === undefined || last === undefined) return [];
	const [from, to] = rule.span;
	const out = days.filter((day) => day > first && !isOn(day)).map((day) => stamp(day, from));
	return event(now, {
		...text,
		times: [
			`DTSTART;TZID=${ZONE}:${stamp(first, from)}`,
			`DURATION:PT${to - from}M`,
			`RRULE:${rule.recurs};UNTIL=${isoDate(last).replaceAll('-', '')}T235959Z`,
			...(out.length > 0 ? [`EXDATE;TZID=${ZONE}:${out.join()}`] : [])
		]
	});
}

function stamp(day: number, minute: number): string {
	const at = day + Math.floor(minute / MINUTES_IN_DAY);
	const [hours, minutes] = [Math.floor((minute % MINUTES_IN_DAY) / 60), minute % 60];
	return `${isoDate(at).replaceAll('-', '')}T${two(hours)}${two(minutes)}00`;
}

const two = (number: number) => String(number).padStart(2, '0');

function event(now: number, { uid, summary, location, description, times }: EventText & { times: string[] }): string[] {
	const said = (description ?? []).filter(Boolean).join('\n');
	return [
		'BEGIN:VEVENT',
		`UID:${uid}@plan`,
		`DTSTAMP:${new Date(now).toISOString().replace(/[-:]|\.\d+/g, '')}`,
		`SUMMARY:${escapeText(summary)}`,
		...(location ? [`LOCATION:${escapeText(location)}`] : []),
		...(said ? [`DESCRIPTION:${escapeText(said)}`] : []),
		...times,
		'END:VEVENT'
	];
}

function calendar(events: readonly string[]): string {
	return contentLines([
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Plan//EN',
		...ZONE_LINES,
		...events,
		'END:VCALENDAR'
	]);
}
