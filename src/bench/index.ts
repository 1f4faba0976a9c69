import { cpus, tmpdir, totalmem } from 'node:os';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildData } from '../content/build.ts';
import { pharmacyList } from './national/pharmacies.ts';
import { growTree } from './national/tree.ts';
import { benchSearch } from './search/index.ts';
import { reportSearch } from './search/report.ts';

const HELP = `npm run -s bench -- [--sizes 5000,25000] [--only search] [--write]

Measures, in processor time, and prints one table: search beside other engines, and everything else that repeats.

  --sizes    sizes of the grown directories, besides one area and the real content
  --write    write the table to BENCH.md, with this machine and the date
`;

const USAGE_ERROR = 2;
const SIZES = '5000,25000';

/** Runs the benchmarks that `args` ask for on the project at `root`. Gives the exit code. */
export async function runBench(args: string[], root: string): Promise<number> {
	const { values } = parseArgs({
		args,
		options: {
			sizes: { type: 'string', default: SIZES },
			write: { type: 'boolean' },
			help: { type: 'boolean', short: 'h' }
		}
	});
	if (values.help) {
		process.stdout.write(HELP);
		return 0;
	}
	const list = pharmacyList(root);
	if (list === undefined) {
		process.stderr.write(
			'The NHS list of all England is not at ../shared/bench: it is needed to grow the directory.\n'
		);
		return USAGE_ERROR;
	}
	const folder = join(tmpdir(), 'fingerpost-bench');
	mkdirSync(folder, { recursive: true });
	const tell = (what: string) => process.stderr.write(`… ${what}\n`);
	const grown = values.sizes
		.split(',')
		.filter((size) => size !== '')
		.map((size) => {
			tell(`growing a directory of ${size}`);
			const tree = growTree(root, join(folder, size), list, Number(size));
			buildData(tree.folder);
			return tree.folder;
		});
	const report = [machine(), reportSearch(await benchSearch(root, grown, tell))].join('\n\n');
	process.stdout.write(`${report}\n`);
	if (values.write) writeFileSync(join(root, 'BENCH.md'), `# Benchmark\n\n${report}\n`);
	return 0;
}

function machine(): string {
	const [cpu] = cpus();
	const memory = Math.round(totalmem() / 2 ** 30);
	const day = new Date().toISOString().slice(0, 10);
	return `${day}, ${cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}, ${memory} GB, Node ${process.version}. Times are processor time.`;
}
