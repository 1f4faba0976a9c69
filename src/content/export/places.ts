import type { LocationDetail, ScheduleDetail } from '../../data/record.ts';
import type { PublishedService } from './publication.ts';

/** The places of a service that may be named: a confidential one is not given out in any form. */
export function openPlaces({ detail }: PublishedService): LocationDetail[] {
	return (detail.locations ?? []).filter(({ confidential }) => !confidential);
}

/** Schedules in one line of OSM opening hours, each with what opens then: "Needle exchange: Mo-Fr 09:00-17:00". */
export function hoursLine(schedules: readonly ScheduleDetail[] = []): string {
	return schedules.map((schedule) => (schedule.for ? `${schedule.for}: ` : '') + schedule.hours.osm).join(' | ');
}

/** The page of a service, when the address of the site is known. */
export const pageOf = (id: string, site: string | undefined): string | undefined =>
	site === undefined ? undefined : `${site}/services/${id}/`;
