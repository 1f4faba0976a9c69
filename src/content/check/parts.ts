import type { Path } from '../read/index.ts';
import type { ServiceRecord } from '../schema/service.ts';

/** A part of a record with its path in it. */
export interface Part<Value> {
	value: Value;
	path: Path;
}

type Phone = NonNullable<ServiceRecord['phones']>[number];
type Location = NonNullable<ServiceRecord['locations']>[number];
type Schedule = NonNullable<ServiceRecord['schedules']>[number];

function listed<Value>(values: readonly Value[] | undefined, path: Path): Part<Value>[] {
	return (values ?? []).map((value, index) => ({ value, path: [...path, index] }));
}

export function locationsOf(record: ServiceRecord): Part<Location>[] {
	return listed(record.locations, ['locations']);
}

/** Phones of the service and of its places. */
export function phonesOf(record: ServiceRecord): Part<Phone>[] {
	const atPlaces = locationsOf(record).flatMap(({ value, path }) => listed(value.phones, [...path, 'phones']));
	return [...listed(record.phones, ['phones']), ...atPlaces];
}

function schedulesOf(record: ServiceRecord): Part<Schedule>[] {
	const atPlaces = locationsOf(record).flatMap(({ value, path }) => listed(value.schedules, [...path, 'schedules']));
	return [...listed(record.schedules, ['schedules']), ...atPlaces];
}

/** Every opening_hours text of a record. */
export function hoursOf(record: ServiceRecord): Part<string>[] {
	const ofSchedules = schedulesOf(record).map(({ value, path }) => ({
		value: value.opening_hours,
		path: [...path, 'opening_hours']
	}));
	const ofContacts = [...phonesOf(record), ...listed(record.urls, ['urls'])].flatMap(({ value, path }) =>
		value.hours === undefined ? [] : [{ value: value.hours, path: [...path, 'hours'] }]
	);
	return [...ofSchedules, ...ofContacts];
}

/** Everything that carries sources and an assured date of its own. */
export function assuredOf(record: ServiceRecord): Part<Pick<Phone, 'sources' | 'assured'>>[] {
	return [
		...phonesOf(record),
		...listed(record.emails, ['emails']),
		...listed(record.urls, ['urls']),
		...locationsOf(record),
		...schedulesOf(record)
	];
}

/** Every list of source names in a record, with its path. */
export function sourceRefsOf(record: ServiceRecord): Part<readonly string[]>[] {
	const statements = (
		['eligibility', 'access', 'cost', 'languages', 'accessibility', 'privacy', 'professionals'] as const
	).flatMap((field) => {
		const sources = record[field]?.sources;
		return sources === undefined ? [] : [{ value: sources, path: [field, 'sources'] }];
	});
	return [...statements, ...assuredOf(record).map(({ value, path }) => ({ value: value.sources, path: [...path, 'sources'] }))];
}
