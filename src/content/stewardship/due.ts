import { monthsOld } from '../../lib/directory/service/freshness.ts';
import type { TaxonomyTerm } from '../../data/terms.ts';
import { assuredOf } from '../check/parts.ts';
import { isPublished } from '../check/rule.ts';
import type { Content, Path, ReadService } from '../read/index.ts';

/** How often each kind of record is looked at again, in months. */
export const EVERY = { 'crisis line': 1, 'front door': 3, other: 6 } as const;
export type Importance = keyof typeof EVERY;
const IMPORTANCE: readonly Importance[] = ['crisis line', 'front door', 'other'];

const CRISIS: readonly TaxonomyTerm[] = ['emergency', 'crisis-line', 'mental-health-crisis'];

/** A part of a record that is due for a check, with the question that settles it. */
export interface DuePart {
	/** `phones[0]`, for `fingerpost assured <id> --field phones[0]`. */
	field: string;
	/** What we say now. */
	says: string;
	/** When it was last checked; undefined where no source shows a day. */
	date?: string;
	how: string;
	question: string;
}

export interface DueRecord {
	id: string;
	name: string;
	area: string;
	file: string;
	listing: string;
	importance: Importance;
	/** The number to ring, when there is one. */
	phone?: string;
	/** The oldest check among the parts that are due; undefined when one of them has no day. */
	oldest?: string;
	/** Months since it should have been checked; undefined when nobody knows. */
	overdue?: number;
	parts: DuePart[];
}

/** What a record is to people who need help now. */
export function importanceOf({ record }: ReadService, frontDoors: ReadonlySet<string>): Importance {
	const [main] = record.taxonomy_terms;
	if (main !== undefined && CRISIS.includes(main)) return 'crisis line';
	return frontDoors.has(record.id) ? 'front door' : 'other';
}

/**
 * Every published record with a part that is due for a check: the most important first, then what has no date, then the
 * oldest.
 * @param asOf YYYY-MM-DD
 */
export function dueRecords(content: Content, asOf: string): DueRecord[] {
	const frontDoors = new Set(content.areas.flatMap(({ record }) => record.front_doors.map(({ service }) => service)));
	return content.services
		.filter(({ record }) => isPublished(record))
		.flatMap((service) => dueRecord(service, importanceOf(service, frontDoors), asOf) ?? [])
		.toSorted(
			(a, b) =>
				IMPORTANCE.indexOf(a.importance) - IMPORTANCE.indexOf(b.importance) ||
				(b.overdue ?? Infinity) - (a.overdue ?? Infinity) ||
				(a.id < b.id ? -1 : 1)
		);
}

function dueRecord(service: ReadService, importance: Importance, asOf: string): DueRecord | undefined {
	const { record, area, file } = service;
	const every = EVERY[importance];
	const due = assuredOf(record).filter(({ value }) => {
		const { date } = value.assured;
		return date === 'unknown' || monthsOld(date, asOf) >= every;
	});
	if (due.length === 0) return undefined;
	const dates = due.map(({ value }) => value.assured.date);
	const oldest = dates.includes('unknown') ? undefined : dates.toSorted()[0];
	const phone = record.phones?.[0]?.number ?? record.locations?.flatMap(({ phones }) => phones ?? [])[0]?.number;
	return {
		id: record.id,
		name: record.name,
		area,
		file,
		listing: record.listing,
		importance,
		...(phone !== undefined && { phone }),
		...(oldest !== undefined && { oldest, overdue: monthsOld(oldest, asOf) - every }),
		parts: due.map(({ value, path }) => ({ field: fieldName(path), ...asked(value), ...whenAndHow(value.assured) }))
	};
}

const whenAndHow = ({ date, how }: { date: string; how: string }) => ({ ...(date !== 'unknown' && { date }), how });

/** A path as people type it: `locations[0].schedules[1]`. */
export function fieldName(path: Path): string {
	return path.map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`)).join('');
}

/** What a part says, and what to ask about it. */
function asked(part: object): { says: string; question: string } {
	const text = (name: string) => {
		const value: unknown = Reflect.get(part, name);
		return typeof value === 'string' ? value : undefined;
	};
	const number = text('number');
	if (number !== undefined) {
		const hours = text('hours');
		return {
			says: hours === undefined ? number : `${number}, ${hours}`,
			question:
				hours === undefined
					? `Is ${number} still the right number to give people?`
					: `Is ${number} still right, and is it answered at these times: ${hours}?`
		};
	}
	const times = text('opening_hours');
	if (times !== undefined) {
		const what = text('for');
		const said = what === undefined ? times : `${what}: ${times}`;
		if (times === 'unknown')
			return { says: said, question: `When are you open${what === undefined ? '' : ` for ${what}`}?` };
		return { says: said, question: `Are these opening times right, bank holidays too: ${said}?` };
	}
	const address = text('address');
	if (address !== undefined)
		return { says: address, question: `Does somebody read ${address}, and how soon do they answer?` };
	const url = text('url');
	if (url !== undefined)
		return { says: url, question: `Open ${url}: is it still theirs, and does it still say the same?` };
	const place = [text('name'), text('address_1'), text('city'), text('postal_code')]
		.filter((line) => line !== undefined)
		.join(', ');
	if (Reflect.get(part, 'confidential') === true)
		return {
			says: place,
			question: `Is the secret place still in ${text('city') ?? 'the same town'}? Do not ask for the address.`
		};
	return { says: place, question: `Is the service still at ${place}? Can people walk in?` };
}
