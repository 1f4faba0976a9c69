import type { Steps } from '$lib/directory/search/index.ts';

/** So long at most before the screen has its turn: half of a frame. Milliseconds. */
const SLICE = 8;

/** Runs work step by step and lets the screen have its turn in between, so that typing and scrolling stay quick. */
export async function inSlices<Result>(steps: Steps<Result>): Promise<Result> {
	let started = performance.now();
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
		if (performance.now() - started < SLICE) continue;
		await screensTurn();
		started = performance.now();
	}
}

/** A timer waits four milliseconds or more each time: where the browser can, it goes on as soon as nothing else is due. */
function screensTurn(): Promise<unknown> {
	return 'scheduler' in globalThis && 'yield' in scheduler
		? scheduler.yield()
		: new Promise((resolve) => setTimeout(resolve));
}
