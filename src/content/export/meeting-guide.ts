import type { DaySpan } from '../../data/hours.ts';
import type { LocationDetail, ScheduleDetail } from '../../data/record.ts';
import { clockTimes } from '../../lib/schedule/week-spans.ts';
import type { Publication, PublishedService } from './publication.ts';
import { openPlaces, pageOf } from './places.ts';

/** Meeting Guide (github.com/code4recovery/spec): the fields that we have facts for. */
export interface Meeting {
	name: string;
	/** At most 64 characters, the same for the same meeting. */
	slug: string;
	/** 0 is Sunday. */
	day: number;
	/** HH:MM. */
	time: string;
	end_time: string;
	timezone: 'Europe/London';
	types?: string[];
	location?: string;
	address?: string;
	city: string;
	postal_code?: string;
	country: 'GB';
	region: string;
	/** "yes" when street or postcode is not known. */
	approximate: 'yes' | 'no';
	latitude?: number;
	longitude?: number;
	notes?: string;
	url?: string;
	entity: string;
	entity_url?: string;
}

const SLUG_LENGTH = 64;
/** The specification's code for a meeting that anybody may come to. */
const OPEN = 'O';

/**
 * Mutual aid meetings whose place, day and time are known. The format is for weekly meetings only: monthly ones, those
 * by appointment and helplines are left out. It takes no licence: licence.txt stands beside the file.
 */
export function meetingGuide({ services }: Publication, site?: string): Meeting[] {
	return services
		.filter(({ card }) => card.terms.includes('mutual-aid'))
		.flatMap((service) =>
			openPlaces(service).flatMap((place, i) =>
				(place.schedules ?? []).filter(isMeeting).flatMap((schedule) => weekly(service, place, i, schedule, site))
			)
		);
}

/** Times of an office or a helpline are no meeting. */
const isMeeting = (schedule: ScheduleDetail) =>
	!schedule.hours.appointment && (schedule.for === undefined || /\bmeetings?\b/i.test(schedule.for));

function weekly(
	{ card, detail }: PublishedService,
	place: LocationDetail,
	index: number,
	schedule: ScheduleDetail,
	site: string | undefined
): Meeting[] {
	const notes = [schedule.note, card.listing === 'confirm-first' ? detail.listingReason : undefined];
	const note = notes.filter((each) => each !== undefined).join(' ');
	const url = pageOf(card.id, site);
	// A weekday with a rule for some weeks of the month is not weekly.
	const uneven = new Set(schedule.hours.monthly?.map(({ day }) => day));
	return (schedule.hours.week ?? []).flatMap((spans, monday) =>
		uneven.has(monday)
			? []
			: spans.map(
					(span): Meeting => ({
						name: card.name,
						slug: slugOf(card.id, index, monday, span),
						day: (monday + 1) % 7,
						time: clockTimes(span).opens,
						end_time: clockTimes(span).closes,
						timezone: 'Europe/London',
						...(/\bopen meetings?\b/i.test(schedule.for ?? '') && { types: [OPEN] }),
						...(place.name && { location: place.name }),
						...(place.address && { address: place.address }),
						city: place.city,
						...(place.postcode && { postal_code: place.postcode }),
						country: 'GB',
						region: place.city,
						approximate: place.address && place.postcode ? 'no' : 'yes',
						...(!place.approx && place.lat !== undefined && { latitude: place.lat, longitude: place.lon }),
						...(note && { notes: note }),
						...(url && { url }),
						entity: card.org,
						...(card.web && { entity_url: card.web })
					})
				)
	);
}

function slugOf(id: string, place: number, day: number, span: DaySpan): string {
	const end = `-${place + 1}-${day + 1}-${clockTimes(span).opens.replace(':', '')}`;
	return `${id.slice(0, SLUG_LENGTH - end.length)}${end}`;
}
