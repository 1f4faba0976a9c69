import type { AgeBand, Risk, Want } from '../../data/pathway-terms.ts';
import type { Means } from '../../data/pathway.ts';
import type { Audience, SubstanceGroup } from '../../data/terms.ts';
import { answerOf } from './graph.ts';
import type { Given } from './walk.ts';

/** What all the answers together tell. Empty lists and missing ages are not known. */
export interface Told {
	/** Age of the person who drinks or uses drugs. */
	age?: AgeBand;
	/** Age of the one who asks, when that is somebody else. */
	askerAge?: AgeBand;
	substances: readonly SubstanceGroup[];
	audiences: readonly Audience[];
	wants: readonly Want[];
	risks: readonly Risk[];
}

/** These answers say that somebody asks for another person. */
const ASKS_FOR_ANOTHER: readonly Audience[] = [
	'families',
	'parents',
	'carers',
	'children-of-people-who-use',
	'bereaved',
	'professionals'
];

/** Adds up what answers mean. A later answer about age overrules an earlier one. */
export function addUp(means: readonly (Means | undefined)[]): Told {
	const told = means.flatMap((one) => one ?? []);
	const age = told.findLast((one) => one.age)?.age;
	const askerAge = told.findLast((one) => one.askerAge)?.askerAge;
	return {
		...(age && { age }),
		...(askerAge && { askerAge }),
		substances: distinct(told.flatMap((one) => one.substances ?? [])),
		audiences: distinct(told.flatMap((one) => one.audiences ?? [])),
		wants: distinct(told.flatMap((one) => one.wants ?? [])),
		risks: distinct(told.flatMap((one) => one.risks ?? []))
	};
}

function distinct<T>(list: readonly T[]): T[] {
	return [...new Set(list)];
}

/** What the answers on a way tell. */
export function toldBy(given: readonly Given[]): Told {
	return addUp(given.map(({ question, answer }) => answerOf(question, answer)?.means));
}

/** True when the one who asks is not the person who drinks or uses drugs. */
export function asksForAnother({ audiences }: Pick<Told, 'audiences'>): boolean {
	return audiences.some((audience) => ASKS_FOR_ANOTHER.includes(audience));
}

/** Age of the person that a service is for; undefined when it is not known. Who asks for another is taken for an adult. */
export function ageFor(told: Told, who: 'person' | 'asker'): AgeBand | undefined {
	if (who === 'person' || !asksForAnother(told)) return told.age;
	return told.askerAge ?? 'adult';
}

/** What the person said, in their order, to end "Because you said ...". */
export function becauseOf(given: readonly Given[]): string[] {
	return given.flatMap(({ question, answer }) => answerOf(question, answer)?.said ?? []);
}

/** Who comes to a service: the person, or the one who asks and how they stand to the person. */
export function comesAs({ audiences }: Pick<Told, 'audiences'>, who: 'person' | 'asker'): Audience[] {
	const asking = audiences.filter((audience) => ASKS_FOR_ANOTHER.includes(audience));
	if (who === 'person' || asking.length === 0) return ['people-who-use'];
	return asking.includes('professionals') ? asking : distinct([...asking, 'families']);
}
