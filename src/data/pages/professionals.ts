/** What stands under /professionals/ (data file `professionals`), compiled from content/professionals. */

/** One thing to ask, offer or not do, with the ids of the safety notes (data file `safety`) it rests on. */
export interface CardLine {
	text: string;
	safety?: string[];
}

/** A card for one job: short ways into the pathway, what to ask, offer and not do, how to refer, and a hand-out. */
export interface JobCard {
	/** Answer to the pathway's question `job`. */
	id: string;
	title: string;
	about: string;
	/** Links into the pathway: the plan's id and the answers that lead to it, as the fragment of /go/<plan>/ without `#`. */
	cases: { text: string; young?: true; plan: string; answers: string }[];
	ask: CardLine[];
	offer: CardLine[];
	never: CardLine[];
	refer: { who: string; how: string };
	handOut: {
		title: string;
		lines: string[];
		/** Safety notes shown on it. */
		safety: string[];
		/** National services with a number to ring. */
		services: string[];
	};
	sources: string[];
	/** By whom and when a clinician signed it off; absent when nobody has. */
	reviewed?: { by: string; date: string };
}

export interface ChecklistGroup {
	id: string;
	title: string;
	lines: { text: string; why?: string }[];
}

/** A source of safety facts: shown beside the rules that rest on them. */
export interface Evidence {
	source: string;
	url?: string;
	/** Not read itself: a dated document quotes it. */
	quoted?: true;
}

export interface Professionals {
	cards: JobCard[];
	checklist: ChecklistGroup[];
	consent: { text: string; hint: string };
	/** Facts of each safety note that a card names, by the note's id. */
	facts: Record<string, string[]>;
	evidence: Evidence[];
	/** Index into `evidence` by safety fact. Facts without one are ours or have no public page. */
	evidenceOf: Record<string, number>;
}

export function isProfessionals(value: unknown): value is Professionals {
	return (
		typeof value === 'object' &&
		value !== null &&
		['cards', 'checklist', 'consent', 'facts', 'evidence', 'evidenceOf'].every((key) => key in value)
	);
}
