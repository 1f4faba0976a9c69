import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Milliseconds that a list of measurements shows. */
export interface Spread {
	p50: number;
	p95: number;
	worst: number;
}

/** The middle, the 95th in a hundred and the last of some numbers; zeros for none. */
export function spreadOf(values: readonly number[]): Spread {
	const sorted = values.toSorted((a, b) => a - b);
	const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
	return { p50: at(0.5), p95: at(0.95), worst: sorted.at(-1) ?? 0 };
}

/** The middle one of some numbers. */
export function median(values: readonly number[]): number {
	return spreadOf(values).p50;
}

/**
 * Runs a job and gives what it gave, with how many milliseconds of processor time this process spent meanwhile. Not by
 * the wall clock: on a machine that others share, that shows the others.
 */
export function timed<T>(job: () => T): { value: T; ms: number } {
	const start = process.cpuUsage();
	const value = job();
	const { user, system } = process.cpuUsage(start);
	return { value, ms: (user + system) / 1000 };
}

setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');

/** Bytes in use on the heap after everything that nobody holds has been let go. */
export function heapInUse(): number {
	if (typeof collect === 'function') for (let round = 0; round < 2; round++) collect();
	return process.memoryUsage().heapUsed;
}
