import type { Holidays } from '../../../data/hours.ts';
import type { LocationDetail, PhoneDetail } from '../../../data/record.ts';
import type { Publication } from '../publication.ts';
import { uuidOf } from './ids.ts';
import { hsdsSchedules } from './schedule.ts';
import type { HsdsLocation, HsdsPhone, HsdsServiceAtLocation } from './types.ts';

/** Where a place lies when it is in none of our councils: an address must say something here, and all are in England. */
const NO_COUNCIL = 'England';

/** A phone, with its label and what to press. `owner`: our ids of the service, and of the place when it is the place's. */
export function hsdsPhone(phone: PhoneDetail, owner: readonly string[]): HsdsPhone {
	const words = [phone.label, phone.instruction].filter((each) => each !== undefined);
	return {
		id: uuidOf('phone', ...owner, phone.kind, phone.dial, phone.label ?? ''),
		number: phone.number,
		type: phone.kind,
		...(words.length > 0 && { description: words.join('. ') }),
		...(phone.hours && { opening_hours: phone.hours.osm }),
		...(phone.label && { label: phone.label }),
		...(phone.instruction && { instruction: phone.instruction }),
		assured: phone.assured
	};
}

/**
 * The places of a service. Confidential ones are left out whole, town included: HSDS has no way to say that a door is
 * secret, and a reader of the feed would ask for one.
 */
export function hsdsPlaces(
	service: string,
	locations: readonly LocationDetail[],
	councils: Publication['councils'],
	holidays: Holidays
): HsdsServiceAtLocation[] {
	const seen = new Map<string, number>();
	return locations.flatMap((location) => {
		if (location.confidential) return [];
		const key = [location.postcode ?? location.city, location.address ?? location.name ?? ''].join('/');
		const times = seen.get(key) ?? 0;
		seen.set(key, times + 1);
		const owner = [service, times === 0 ? key : `${key}/${times}`];
		const place = hsdsLocation(location, owner, councils);
		const { phones, schedules } = location;
		return {
			id: uuidOf('service_at_location', ...owner),
			service_id: uuidOf('service', service),
			location_id: place.id,
			location: place,
			...(phones && { phones: phones.map((phone) => hsdsPhone(phone, owner)) }),
			...(schedules && { schedules: hsdsSchedules(schedules, owner, holidays) })
		};
	});
}

function hsdsLocation(
	location: LocationDetail,
	owner: readonly string[],
	councils: Publication['councils']
): HsdsLocation {
	const id = uuidOf('location', ...owner);
	const { name, address, city, postcode, lat, lon, approx, directions, accessibility, council } = location;
	const whole = address !== undefined && postcode !== undefined;
	return {
		id,
		location_type: 'physical',
		...(name && { name }),
		...(!whole && { description: `${[address, city, postcode].filter(Boolean).join(', ')}. The full address is not known.` }),
		...(directions && { transportation: directions }),
		...(lat !== undefined && lon !== undefined && { latitude: lat, longitude: lon }),
		...(approx && { approximate: approx }),
		...(whole
			? {
					addresses: [
						{
							id: uuidOf('address', ...owner),
							location_id: id,
							address_1: address,
							city,
							state_province: councils.get(council ?? '')?.upperTier ?? NO_COUNCIL,
							postal_code: postcode,
							country: 'GB',
							address_type: 'physical'
						}
					]
				}
			: { partial_address: { ...(address && { address_1: address }), city, ...(postcode && { postal_code: postcode }) } }),
		...(accessibility && {
			accessibility: [{ id: uuidOf('accessibility', ...owner), location_id: id, description: accessibility }]
		}),
		assured: location.assured
	};
}
