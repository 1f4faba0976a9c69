import type { SafetyNotes } from '../../../data/pages/safety.ts';
import type { SafetyContent } from './pathways.ts';

/** All safety rules and notes by id, rules with their titles. */
export function compileSafety({ rules, notes }: SafetyContent): SafetyNotes {
	return Object.fromEntries(
		[
			...rules.map(({ id, level, title, text }) => ({ id, level, title, text })),
			...notes.map(({ id, level, text }) => ({ id, level, text }))
		].map((note) => [note.id, note])
	);
}
