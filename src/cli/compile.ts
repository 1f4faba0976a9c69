import { buildData } from '../content/build.ts';

/** `fingerpost compile`: writes the data files from content. */
export function run(): Promise<number> {
	const files = buildData(process.cwd());
	process.stdout.write(`${files.length} data files written to static/data\n`);
	return Promise.resolve(0);
}
