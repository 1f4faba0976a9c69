import type { PlanStep } from '../pathway/plan.ts';
import { serviceItem, stepItem, type PlanItem } from './plan.ts';

/** Services that go along with each step: those that its page shows in full. */
const SERVICES_OF_A_STEP = 2;

/**
 * The steps of a pathway plan, each followed by its best services, to put into a person's plan. Nothing that was answered
 * goes in but what the answers led to.
 * @param outcome its id
 */
export function pathwayItems(outcome: string, steps: readonly PlanStep[]): PlanItem[] {
	return steps.flatMap(({ text, services, fallback }) => [
		stepItem(outcome, text),
		...(fallback?.services ?? services).slice(0, SERVICES_OF_A_STEP).map(({ card }) => serviceItem(card.id))
	]);
}
