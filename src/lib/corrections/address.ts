import type { Card } from '../../data/record.ts';

/** Which fact of which record is said to be wrong. */
export interface Doubt {
	/** Id of the service. */
	record: string;
	/** A fact by its place in the record, such as `phones.0` or `locations.1.schedules.0` (`facts.ts`); or `other`. */
	field: string;
}

/** All that is no fact by itself: who it is for, what it costs, a service that has closed. */
export const OTHER = 'other';

/** Ids as `content/schema/facts.ts` has them. */
const RECORD = /^[a-z0-9-]{1,80}$/;
/** A fact of the record, or of one of its places. */
export const FIELD = /^(?:(?:locations\.(\d\d?)\.)?(phones|schedules)|(emails|urls|locations))\.(\d\d?)$/;
/** Longer than any such fragment. */
const MAX_LENGTH = 300;

/** The part of an address after the `#` that asks about this fact. It says nothing about the person. */
export const toFragment = (record: Card['id'], field: string) => `record=${record}&field=${field}`;

/**
 * Reads a fragment, whoever wrote it: undefined when it names no record; a field that cannot be is `other`. Never throws.
 * What it gives may still name a record that there is not.
 */
export function fromFragment(fragment: string): Doubt | undefined {
	const parts = new URLSearchParams(fragment.slice(0, MAX_LENGTH).replace(/^#/, ''));
	return doubtFrom(parts.get('record'), parts.get('field'));
}

/** The same from two values of any kind. */
export function doubtFrom(record: unknown, field: unknown): Doubt | undefined {
	if (typeof record !== 'string' || !RECORD.test(record)) return undefined;
	return { record, field: typeof field === 'string' && FIELD.test(field) ? field : OTHER };
}
