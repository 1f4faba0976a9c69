import type { Hours } from '../../../data/hours.ts';
import type { LocationDetail, PhoneDetail, ScheduleDetail } from '../../../data/record.ts';
import type { ServiceRecord } from '../../schema/service.ts';
import { parseOpeningHours } from '../../hours/index.ts';
import type { Position } from './positions.ts';
import { compileAssured, type SourceList } from './provenance.ts';

type LocationInput = NonNullable<ServiceRecord['locations']>[number];
type PhoneInput = NonNullable<ServiceRecord['phones']>[number];
type ScheduleInput = NonNullable<ServiceRecord['schedules']>[number];

/** What to dial: the digits of a number as people write it, with a leading + kept. */
export function dialDigits(number: string): string {
	const plus = number.trim().startsWith('+') ? '+' : '';
	return plus + number.replace(/\D/g, '');
}

/** Hours from an OSM string. Throws where the string is bad: content is checked before it is compiled. */
export function compileHours(openingHours: string): Hours {
	const parsed = parseOpeningHours(openingHours);
	if ('error' in parsed) throw new Error(`opening_hours "${openingHours}": ${parsed.error}`);
	return parsed.hours;
}

export function compilePhone(phone: PhoneInput, sources: SourceList, times = compileHours): PhoneDetail {
	return {
		number: phone.number,
		dial: dialDigits(phone.number),
		kind: phone.kind,
		...(phone.label && { label: phone.label }),
		...(phone.instruction && { instruction: phone.instruction }),
		...(phone.hours && { hours: times(phone.hours) }),
		sources: sources.positions(phone.sources),
		assured: compileAssured(phone.assured)
	};
}

export function compileSchedule(schedule: ScheduleInput, sources: SourceList, times = compileHours): ScheduleDetail {
	return {
		hours: times(schedule.opening_hours),
		...(schedule.for && { for: schedule.for }),
		...(schedule.note && { note: schedule.note }),
		sources: sources.positions(schedule.sources),
		assured: compileAssured(schedule.assured)
	};
}

/** A place for the service's page. A confidential place keeps its town and loses everything that could find its door. */
export function compileLocation(
	location: LocationInput,
	sources: SourceList,
	position?: Position,
	times = compileHours
): LocationDetail {
	const provenance = {
		sources: sources.positions(location.sources),
		assured: compileAssured(location.assured)
	};
	const contact = {
		...(location.accessibility && { accessibility: location.accessibility }),
		...(location.phones && { phones: location.phones.map((phone) => compilePhone(phone, sources, times)) }),
		...(location.schedules && {
			schedules: location.schedules.map((schedule) => compileSchedule(schedule, sources, times))
		})
	};
	if (location.confidential) return { city: location.city, confidential: true, ...contact, ...provenance };
	return {
		...(location.name && { name: location.name }),
		...(location.address_1 && { address: location.address_1 }),
		city: location.city,
		...(location.postal_code && { postcode: location.postal_code }),
		...(position?.council && { council: position.council }),
		...(position && { lat: position.lat, lon: position.lon, ...(position.approx && { approx: true as const }) }),
		...(location.directions && { directions: location.directions }),
		...contact,
		...provenance
	};
}
