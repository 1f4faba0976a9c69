import fc from 'fast-check';
import { noteItem, serviceItem, stepItem, withItems, type Plan } from './plan.ts';

const done = fc.boolean();

/** Any plan that a person can make. */
export const anyPlan: fc.Arbitrary<Plan> = fc
	.array(
		fc.oneof(
			fc.tuple(fc.string(), done).map(([id, done]) => [{ ...serviceItem(id), done }]),
			fc.tuple(fc.string(), fc.string(), done).map(([id, text, done]) => [{ ...stepItem(id, text), done }]),
			fc.tuple(fc.string({ unit: 'binary', maxLength: 320 }), done).map(([text, done]) => {
				const note = noteItem(text);
				return note ? [{ ...note, done }] : [];
			})
		),
		{ maxLength: 70 }
	)
	.map((items) => withItems([], items.flat()));
