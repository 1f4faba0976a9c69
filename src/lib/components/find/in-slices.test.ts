import { afterEach, expect, test, vi } from 'vitest';
import type { Steps } from '$lib/directory/search/index.ts';
import { inSlices } from './in-slices.ts';

afterEach(() => {
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
});

/** Steps of so many milliseconds each, by a clock that only they move. */
function slow(count: number, each: number, onStep = () => {}): Steps<string> {
	let now = 0;
	vi.spyOn(performance, 'now').mockImplementation(() => now);
	return (function* () {
		for (let step = 0; step < count; step++) {
			now += each;
			onStep();
			yield;
		}
		return 'done';
	})();
}

/** How many steps were taken before each turn of the screen. */
async function stepsBetweenTurns(count: number, each: number): Promise<number[]> {
	const taken: number[] = [];
	let steps = 0;
	vi.stubGlobal('scheduler', {
		yield: () => {
			taken.push(steps);
			steps = 0;
			return Promise.resolve();
		}
	});
	expect(await inSlices(slow(count, each, () => steps++))).toBe('done');
	return taken;
}

test('the screen has its turn after eight milliseconds of short steps, and after each long one', async () => {
	expect(await stepsBetweenTurns(9, 3)).toEqual([3, 3, 3]);
	expect(await stepsBetweenTurns(3, 40)).toEqual([1, 1, 1]);
});

test('where the browser cannot be asked to go on, a timer does', async () => {
	const timers = vi.spyOn(globalThis, 'setTimeout');
	expect(await inSlices(slow(4, 8))).toBe('done');
	expect(timers).toHaveBeenCalledTimes(4);
});
