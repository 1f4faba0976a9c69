import { plain } from '../../content/check/records/duplicates.ts';
import type { AreaRecord } from '../../content/schema/places/area.ts';
import type { ServiceRecord } from '../../content/schema/service.ts';
import type { MadeArea } from './areas.ts';

/** Files that a made area is cloned from: those of a real one, as they stand in YAML. */
export interface Template {
	area: AreaRecord;
	journeys: unknown;
	organizations: { id: string; name: string }[];
	services: ServiceRecord[];
}

/** Phone numbers that Ofcom keeps for plays and films: nobody can be rung by a mistake of ours. */
const DRAMA = ['0113 496 0', '0114 496 0', '0116 496 0', '0117 496 0', '0118 496 0', '0121 496 0'];
/** Fields whose texts name places. */
const SENTENCES = new Set(['name', 'description', 'about', 'directions', 'address_1', 'what', 'instead', 'note']);

/** The files of a made area, as values to write as YAML. */
export interface Clone {
	area: unknown;
	journeys: unknown;
	organizations: unknown;
	services: { id: string }[];
	pharmacies: unknown[];
}

/**
 * Clones records into a made area: other ids, towns, postcodes, phones and, where a name names no place, another name.
 * @param services records to clone; those of other areas may be among them
 * @param towns names of towns and councils of the real areas, which are replaced in texts
 * @param local ids of all local records that could be cloned
 * @param random decides which town stands for which
 */
export function cloneArea(
	made: MadeArea,
	template: Template,
	services: readonly ServiceRecord[],
	{ towns, local, random }: { towns: readonly string[]; local: ReadonlySet<string>; random: () => number }
): Clone {
	const town = () => made.towns[Math.floor(random() * made.towns.length)]?.name ?? made.name;
	const townFor = new Map(towns.map((name) => [name, town()]));
	const pattern = new RegExp(`\\b(${towns.toSorted((a, b) => b.length - a.length).join('|')})\\b`, 'g');
	const inPlace = (text: string) => text.replaceAll(pattern, (name) => townFor.get(name) ?? name);
	const own = (id: string) => `${id.slice(0, 79 - made.id.length)}-${made.id}`.replaceAll('--', '-');
	const ids = new Map(services.map(({ id }) => [id, own(id)]));
	const organizations = new Set(template.organizations.map(({ id }) => id));
	const phones = new Map<string, string>();
	const phoneFor = (number: string) => {
		if (number.replaceAll(' ', '').length < 10) return number;
		const known = phones.get(number);
		const [range = ''] = DRAMA.slice(Math.floor(random() * DRAMA.length));
		const given = known ?? range + String(Math.floor(random() * 1000)).padStart(3, '0');
		phones.set(number, given);
		return given;
	};

	/** The same value with ids, councils, phones and places of the made area. */
	function moved(value: unknown, key: string): unknown {
		if (Array.isArray(value)) {
			if (key === 'councils' || key === 'service_areas') return [made.id];
			const list = value.flatMap((each) =>
				key === 'through' && local.has(String(each)) && !ids.has(String(each)) ? [] : [moved(each, key)]
			);
			return key === 'locations' ? list.map(withDoor) : list;
		}
		if (typeof value === 'object' && value !== null) {
			return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, moved(each, name)]));
		}
		if (typeof value !== 'string') return value;
		if (key === 'number') return phoneFor(value);
		if (key === 'organization') return organizations.has(value) ? own(value) : value;
		return ids.get(value) ?? (SENTENCES.has(key) ? inPlace(value) : value);
	}

	function withDoor(location: unknown): unknown {
		const pharmacy = made.pharmacies[Math.floor(random() * made.pharmacies.length)];
		if (!pharmacy || typeof location !== 'object' || location === null) return location;
		if ('confidential' in location && location.confidential) return location;
		const { town: city, postcode: postal_code, latitude, longitude } = pharmacy;
		const kept = Object.entries(location).filter(([name]) => !['latitude', 'longitude', 'postal_code'].includes(name));
		return { ...Object.fromEntries(kept), city, postal_code, latitude, longitude };
	}

	/** As they are compared when content is checked. */
	const names = new Set<string>();
	const cloned = services.map((service) => {
		let name = inPlace(service.name).slice(0, 70);
		if (name === service.name) name = `${name} (${town()})`;
		while (names.has(plain(name))) name = `${name} ${names.size}`;
		names.add(plain(name));
		return { ...Object(moved(service, '')), id: own(service.id), name };
	});
	return {
		area: {
			...Object(moved({ ...template.area, neighbours: undefined }, '')),
			id: made.id,
			name: made.name,
			councils: [{ id: made.id, name: made.name, upper_tier: `${made.name} Council` }]
		},
		journeys: moved(template.journeys, ''),
		organizations: {
			organizations: template.organizations.map((each) => ({ ...each, id: own(each.id), name: inPlace(each.name) }))
		},
		services: cloned,
		pharmacies: made.pharmacies.map(({ ods, name, address, town: city, postcode, phone, latitude, longitude }) => ({
			id: `pharmacy-${ods}`,
			name,
			address_1: address,
			city,
			postal_code: postcode,
			...(phone && { phone }),
			council: made.id,
			latitude: Math.round(latitude * 1e5) / 1e5,
			longitude: Math.round(longitude * 1e5) / 1e5
		}))
	};
}
