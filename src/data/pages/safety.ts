import type { PathNote } from '../pathway.ts';

/** All safety rules and notes by id (data file `safety`), for screens that show some of them beside no plan. */
export type SafetyNotes = Readonly<Record<string, PathNote>>;

export function isSafetyNotes(value: unknown): value is SafetyNotes {
	return (
		typeof value === 'object' &&
		value !== null &&
		Object.values(value).every((note) => typeof note === 'object' && note !== null && 'level' in note && 'text' in note)
	);
}
