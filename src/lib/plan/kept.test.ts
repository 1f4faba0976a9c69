import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_PLANS, plansFrom, toText } from './kept.ts';
import { anyPlan } from './test-plan.ts';

test('plans that were kept come back as they were, notes among them', () => {
	fc.assert(
		fc.property(
			fc.array(anyPlan, { minLength: 1, maxLength: 5 }),
			(plans) => void expect(plansFrom(toText(plans))).toEqual(plans)
		)
	);
});

test('whatever stands in the storage, nothing is thrown and few plans are read', () => {
	fc.assert(
		fc.property(
			fc.string({ unit: 'binary' }),
			(text) => void expect(plansFrom(text)?.length).toBeLessThanOrEqual(MOST_PLANS)
		)
	);
	expect(plansFrom(undefined)).toBeUndefined();
	expect(plansFrom('p1= '.repeat(100))).toHaveLength(MOST_PLANS);
});
