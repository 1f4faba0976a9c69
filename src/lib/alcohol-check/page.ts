import { isPathways, type PathNote, type Pathways } from '../../data/pathway.ts';
import { isSafetyNotes, type SafetyNotes } from '../../data/safety.ts';
import { fromFragment, toFragment } from '../pathway/address.ts';
import { NOTES, NOTES_FOR_ALL } from './result.ts';

/** What the check's page needs of the data. */
export interface CheckPage {
	kind: 'check';
	/** The safety notes that a result may show, by id. */
	notes: SafetyNotes;
	/** What the pathway need not ask any more, as its fragment: for the person, and for somebody who asks them. */
	go: { me: string; someone: string };
}

/** Answers of the pathway that the check settles: those that it no longer has are left out. */
const ANSWERS = { me: 'who=me&what=alcohol', someone: 'what=alcohol' } as const;

export function isCheckPage(value: unknown): value is CheckPage {
	return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'check';
}

/**
 * Gathers what the check shows.
 * @throws when a safety note is missing: no result may be shown without its notes
 */
export async function loadCheckPage(source: {
	file<T>(role: string, guard: (value: unknown) => value is T): Promise<T>;
}): Promise<CheckPage> {
	const all = await source.file('safety', isSafetyNotes);
	const graph = await source.file('pathways', isPathways);
	const ids = new Set([...Object.values(NOTES).flat(), ...NOTES_FOR_ALL]);
	return {
		kind: 'check',
		notes: Object.fromEntries([...ids].map((id) => [id, noteOf(all, id)])),
		go: { me: known(graph, ANSWERS.me), someone: known(graph, ANSWERS.someone) }
	};
}

function noteOf(notes: SafetyNotes, id: string): PathNote {
	const note = notes[id];
	if (!note) throw new Error(`The safety content has no note "${id}".`);
	return note;
}

const known = (graph: Pathways, fragment: string) => toFragment(fromFragment(graph, fragment));
