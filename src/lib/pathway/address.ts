import { AREA_KEY, COUNCIL_KEY } from '../../data/pathway-terms.ts';
import type { Pathways } from '../../data/pathway.ts';
import { lookUp, questionOf, targetOf, type Answers } from './graph.ts';

/** What an address of a pathway page carries after its `#`, which no server sees. */
export interface PathState {
	answers: Answers;
	/** Id of the chosen area and council: names of places, never a postcode. */
	area?: string;
	council?: string;
}

/** No true address comes near these: what is beyond them is not read. */
const MAX_LENGTH = 2000;
const MAX_PARTS = 60;
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** State as the part of an address after `#`, without the `#`: `who=me&what=alcohol&area=essex`. */
export function toFragment({ answers, area, council }: PathState): string {
	const parts = [...answers];
	if (area !== undefined) parts.push([AREA_KEY, area]);
	if (council !== undefined) parts.push([COUNCIL_KEY, council]);
	return parts.map(([key, value]) => `${key}=${value}`).join('&');
}

/**
 * Reads a fragment, whoever wrote it. Unknown questions and answers are left out, the first of doubles counts, and a
 * question that was moved takes its old answers when it still has them. Never throws. Places are only known to be ids:
 * whether there is such an area is for the caller to see.
 */
export function fromFragment(graph: Pathways, fragment: string): PathState {
	const answers = new Map<string, string>();
	const places = new Map<string, string>();
	const parts = fragment.slice(0, MAX_LENGTH).replace(/^#/, '').split('&', MAX_PARTS);
	for (const part of parts) {
		const [key, value, ...rest] = part.split('=');
		if (key === undefined || value === undefined || rest.length > 0 || !ID.test(key) || !ID.test(value)) continue;
		if (key === AREA_KEY || key === COUNCIL_KEY) {
			if (!places.has(key)) places.set(key, value);
			continue;
		}
		const question = questionOf(graph, key) ?? questionOf(graph, lookUp(graph.moved, key) ?? '');
		if (question && targetOf(question, value) !== undefined && !answers.has(question.id))
			answers.set(question.id, value);
	}
	const area = places.get(AREA_KEY);
	const council = places.get(COUNCIL_KEY);
	return { answers, ...(area !== undefined && { area }), ...(council !== undefined && { council }) };
}
