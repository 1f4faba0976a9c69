import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SAFETY, SERVICES, STRUCTURE, type Breakage } from './breakages.ts';
import { soundEvidence } from './fixture.ts';
import { prove } from './prove.ts';
import { SAFETY_RULES } from './safety/rules.ts';

const RUNS_EACH = 3;

/** Breaks the sound pathway in a place that fast-check picks, and shows that the named rule says so. */
function catches({ rule, make }: Breakage): void {
	fc.assert(
		fc.property(fc.array(fc.nat(), { minLength: 3, maxLength: 3 }), (seeds) => {
			const picks = [...seeds];
			const evidence = soundEvidence();
			const broken = make(evidence, (count) => (picks.shift() ?? 0) % Math.max(1, count));
			expect(broken).toBe(true);
			expect(prove(evidence).faults.map((fault) => fault.rule)).toContain(rule);
		}),
		{ numRuns: RUNS_EACH }
	);
}

/** A proof walks hundreds of ways: on a busy machine that takes its time. */
const PATIENCE = { timeout: 60_000 };

describe('the proof of the pathway', PATIENCE, () => {
	test('finds nothing wrong with a sound pathway', () => {
		const { faults, numbers } = prove(soundEvidence());
		expect(faults).toEqual([]);
		expect(numbers).toMatchObject({ questions: 5, branches: 1, outcomes: 11, areas: 1, places: 4, deepest: 5, journeys: 1 });
		expect(numbers.ways).toBeGreaterThan(200);
		expect(numbers.plans % (numbers.places * 2)).toBe(0);
	});

	test('names the kinds of service that no plan looks for, and the needs that an area cannot meet', () => {
		const { warnings, gaps } = prove(soundEvidence());
		expect(warnings.map(({ at }) => at)).toEqual(['family-support', 'helpline']);
		expect([...(gaps.get('hillshire')?.get('hospital') ?? [])]).toEqual(['hillshire', 'hill', 'dale']);
		expect([...(gaps.get('hillshire')?.get('front door for families') ?? [])]).toEqual(['dale']);
	});

	test.each(STRUCTURE)('says $rule when $what', catches);
	test.each(SAFETY)('says $rule when $what', catches);
	test.each(SERVICES)('says $rule when $what', catches);

	test('has a breakage for every safety rule', () => {
		const caught = new Set(SAFETY.map(({ rule }) => rule));
		expect(Object.keys(SAFETY_RULES).filter((rule) => !caught.has(rule))).toEqual([]);
		expect(Object.keys(SAFETY_RULES)).toHaveLength(15);
	});
});
