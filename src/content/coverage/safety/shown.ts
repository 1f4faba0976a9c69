import type { Risk, Want } from '../../../data/pathway-terms.ts';
import type { Outcome, ServiceQuery } from '../../../data/pathway.ts';
import type { SubstanceGroup } from '../../../data/terms.ts';
import type { PlannedStep } from '../../../lib/pathway/plan.ts';
import type { Facts } from '../ways.ts';

/** What a plan shows to a person with these answers, before any service is chosen: what safety rules look at. */
export interface Shown {
	facts: Facts;
	outcome: Outcome;
	/** Steps of `now`. */
	first: PlannedStep[];
	/** All steps. */
	steps: PlannedStep[];
	/** Ids of all notes. */
	notes: ReadonlySet<string>;
	queries: ServiceQuery[];
	/** All texts of the plan. */
	texts: string[];
}

/** A rule of safety.md: says what is missing, or nothing when it holds. */
export type SafetyRule = (shown: Shown) => string | undefined;

/** Whether it may be about this. Who names no substance may mean any. */
export function mayBeAbout({ facts: { said } }: Shown, ...groups: SubstanceGroup[]): boolean {
	return said.substances.length === 0 || groups.some((group) => said.substances.includes(group));
}

export const saysSubstance = ({ facts }: Shown, group: SubstanceGroup) => facts.said.substances.includes(group);

/** Whether they want one of these: said, or it may be since they skipped that question. */
export function mayWant({ facts: { said, maybe } }: Shown, ...wants: Want[]): boolean {
	return wants.some((want) => said.wants.includes(want) || (said.wants.length === 0 && maybe.wants.includes(want)));
}

export const saysWant = ({ facts }: Shown, ...wants: Want[]) => wants.some((want) => facts.said.wants.includes(want));
export const saysRisk = ({ facts }: Shown, ...risks: Risk[]) => risks.some((risk) => facts.said.risks.includes(risk));

/** Whether this may be so: said, or they skipped the question that would have told. */
export const mayBe = ({ facts: { said, maybe } }: Shown, risk: Risk) => said.risks.includes(risk) || maybe.risks.includes(risk);

/** An emergency plan says one thing only: 999. What else is true can wait. */
export const isEmergency = ({ outcome }: Shown) => outcome.level === 'emergency';

export const shows = ({ notes }: Shown, ...ids: string[]) => ids.some((id) => notes.has(id));

/** Whether a step looks for one of these kinds of service, or for the front door of the area. */
export const looksFor = ({ queries }: Shown, ...terms: string[]) =>
	queries.some((query) => query.terms?.some((term) => terms.includes(term)) ?? terms.includes('front-door'));
