/**
 * Runs `job` over `items`, `atOnce` at a time. Gives true when every job gave true; begins no more after one did not.
 * A phone on a poor line does better with a few requests than with a hundred.
 */
export async function inTurns<T>(
	items: readonly T[],
	atOnce: number,
	job: (item: T) => Promise<boolean>
): Promise<boolean> {
	const queue = [...items];
	let good = true;
	const worker = async () => {
		for (let item = queue.shift(); item !== undefined && good; item = queue.shift()) {
			const done = await job(item);
			good &&= done;
		}
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
	return good;
}
