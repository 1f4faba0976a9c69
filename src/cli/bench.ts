import { runBench } from '../bench/index.ts';

/** `fingerpost bench`: measures search and everything else that repeats, and, with --national, the build of all England. */
export function run(args: string[]): Promise<number> {
	return runBench(args, process.cwd());
}
