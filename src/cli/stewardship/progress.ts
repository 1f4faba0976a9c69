const WIDTH = 30;
/** Work shorter than this needs no bar. */
const LEAST = 200;

/**
 * A progress bar on standard error, when a person looks on: in a pipe, and for short work, it says nothing.
 * @param total how many steps there are
 */
export function progressBar(what: string, total: number): { step(done: number): void; done(): void } {
	const { stderr } = process;
	if (!stderr.isTTY || total < LEAST) return { step: () => undefined, done: () => undefined };
	let shown = -1;
	return {
		step(done) {
			const filled = Math.floor((done / total) * WIDTH);
			if (filled === shown) return;
			shown = filled;
			stderr.write(`\r${what} [${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${done} of ${total}`);
		},
		done() {
			stderr.write(`\r\u001B[K`);
		}
	};
}
