/** Work done in small steps: it yields wherever the one who runs it may pause, so that a screen stays quick meanwhile. */
export type Steps<Result> = Generator<undefined, Result>;

/** So many records or words at a time: a millisecond or two on a slow phone. */
export const STEP = 64;

/** Runs work to its end without a pause. */
export function atOnce<Result>(steps: Steps<Result>): Result {
	let step = steps.next();
	while (!step.done) step = steps.next();
	return step.value;
}

/** Calls `each` for every item, pausing after every `most` of them. */
export function* forEachInSteps<Item>(
	items: Iterable<Item>,
	each: (item: Item, index: number) => void,
	most: number = STEP
): Steps<void> {
	let index = 0;
	for (const item of items) {
		each(item, index++);
		if (index % most === 0) yield;
	}
}
