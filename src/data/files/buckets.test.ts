import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketCount, bucketOf, spread } from './buckets.ts';

const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,12}$/), { maxLength: 200 });

describe('buckets', () => {
	it('hold every item once, where its id says', () => {
		fc.assert(
			fc.property(ids, fc.integer({ min: 1, max: 30 }), (list, perBucket) => {
				const buckets = spread(
					list.map((id) => ({ id })),
					perBucket
				);
				expect(
					buckets
						.flat()
						.map(({ id }) => id)
						.sort()
				).toEqual([...list].sort());
				buckets.forEach((bucket, i) => {
					for (const { id } of bucket) expect(bucketOf(id, buckets.length)).toBe(i);
				});
			})
		);
	});

	it('do not move an item when another is added and the number of buckets stays', () => {
		fc.assert(
			fc.property(ids, (list) => {
				fc.pre(list.length > 1);
				const [added, ...before] = list;
				const buckets = bucketCount(before.length, 6);
				fc.pre(bucketCount(list.length, 6) === buckets && added !== undefined);
				const was = spread(
					before.map((id) => ({ id })),
					6
				);
				const is = spread(
					list.map((id) => ({ id })),
					6
				);
				const changed = is.filter((bucket, i) => JSON.stringify(bucket) !== JSON.stringify(was[i]));
				expect(changed).toHaveLength(1);
			})
		);
	});
});
