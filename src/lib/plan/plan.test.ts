import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	cleanNote,
	holds,
	LONGEST_NOTE,
	MOST_ITEMS,
	moved,
	noteItem,
	serviceItem,
	ticked,
	withItems,
	without
} from './plan.ts';
import { anyPlan } from './test-plan.ts';

const [a, b, c] = [serviceItem('a'), serviceItem('b'), serviceItem('c')];

describe('a plan', () => {
	test('holds each thing once, in the order in which it was added', () => {
		const plan = withItems(withItems([], [a, b]), [a, c]);
		expect(plan).toEqual([a, b, c]);
	});

	test('keeps a tick when the same service is added again', () => {
		expect(withItems(ticked([a], a, true), [a])).toEqual([{ ...a, done: true }]);
	});

	test('takes no more than a person can read', () => {
		const many = Array.from({ length: MOST_ITEMS + 5 }, (_, i) => serviceItem(`s${i}`));
		expect(withItems([], many)).toHaveLength(MOST_ITEMS);
	});

	test('moves one place up or down, and stays as it is at the ends', () => {
		expect(moved([a, b, c], b, -1)).toEqual([b, a, c]);
		expect(moved([a, b, c], b, 1)).toEqual([a, c, b]);
		expect(moved([a, b, c], a, -1)).toEqual([a, b, c]);
		expect(moved([a, b, c], c, 1)).toEqual([a, b, c]);
	});

	test('forgets what is taken out, and nothing else', () => {
		expect(without([a, b, c], b)).toEqual([a, c]);
		expect(holds([a, c], b)).toBe(false);
	});

	test('moving down and up again changes nothing, whatever the plan', () => {
		fc.assert(
			fc.property(anyPlan, fc.nat(), (plan, n) => {
				const item = plan[n % Math.max(1, plan.length - 1)];
				if (!item || plan.length < 2) return;
				expect(moved(moved(plan, item, 1), item, -1)).toEqual(plan);
			})
		);
	});
});

describe('a note', () => {
	test('of nothing but spaces is none', () => {
		expect(noteItem(' \n\t ')).toBeUndefined();
	});

	test('loses control characters, turned text and broken letters, and keeps its lines', () => {
		expect(cleanNote('ring\u0000 Ann\r\nat \u202e3pm \ud800')).toBe('ring  Ann\nat  3pm');
	});

	test('is no longer than it may be, and cleaning it twice changes nothing', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
				const note = cleanNote(text);
				expect(note.length).toBeLessThanOrEqual(LONGEST_NOTE);
				expect(cleanNote(note)).toBe(note);
			})
		);
	});
});
