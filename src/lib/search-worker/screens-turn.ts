/** Lets the screen have its turn. A timer waits four milliseconds or more each time: where the browser can, it goes on as soon as nothing else is due. */
export function screensTurn(): Promise<unknown> {
	return 'scheduler' in globalThis && 'yield' in scheduler
		? scheduler.yield()
		: new Promise((resolve) => setTimeout(resolve));
}
