import type { PathNote, Pathways } from '../../data/pathway.ts';
import { isSafetyNotes, type SafetyNotes } from '../../data/pages/safety.ts';
import { fromFragment, toFragment } from '../pathway/address.ts';
import { NOTES, NOTES_FOR_ALL, type CheckResult } from './result.ts';
import { readPathways } from '../pathway/read.ts';

/** What the check's page needs of the data. */
export interface CheckPage {
	kind: 'check';
	/** The safety notes that a result may show, by id. */
	notes: SafetyNotes;
	/** What the pathway need not ask any more, as its fragment, by what the check found. */
	go: Record<Finding, string>;
}

/** What the pathway is told: that it is about drink, and what makes stopping dangerous. */
export type Finding = 'drink' | 'daily' | 'high-score' | 'work';

/** Answers of the pathway that the check settles: those that it no longer has are left out. */
const ANSWERS: Readonly<Record<Finding, string>> = {
	drink: 'what=drink',
	daily: 'what=drink&drink-how=daily',
	'high-score': 'what=drink&drink-how=high-score',
	work: 'who=work'
};

/** What a result tells the pathway. Who asks for somebody else is asked about their work there. */
export function findingOf({ care, band }: Pick<CheckResult, 'care' | 'band'>, forSomeone: boolean): Finding {
	if (forSomeone) return 'work';
	if (care === 'specialist' && band === 'dependence') return 'high-score';
	return care === 'emergency' || care === 'medical-first' || care === 'specialist' ? 'daily' : 'drink';
}

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
	const graph = await readPathways(source);
	const ids = new Set([...Object.values(NOTES).flat(), ...NOTES_FOR_ALL]);
	return {
		kind: 'check',
		notes: Object.fromEntries([...ids].map((id) => [id, noteOf(all, id)])),
		go: {
			drink: known(graph, ANSWERS.drink),
			daily: known(graph, ANSWERS.daily),
			'high-score': known(graph, ANSWERS['high-score']),
			work: known(graph, ANSWERS.work)
		}
	};
}

function noteOf(notes: SafetyNotes, id: string): PathNote {
	const note = notes[id];
	if (!note) throw new Error(`The safety content has no note "${id}".`);
	return note;
}

const known = (graph: Pathways, fragment: string) => toFragment(fromFragment(graph, fragment));
