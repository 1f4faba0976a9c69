import { cpus, tmpdir, totalmem } from 'node:os';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { builtData, loadData } from '../cli/data.ts';
import { benchBrowser } from './browser/index.ts';
import { buildGrown, type Built } from './national/index.ts';
import { pharmacyList } from './national/pharmacies.ts';
import { reportNational } from './national/report.ts';
import { runMeasured } from './national/run.ts';
import { growTree } from './national/tree.ts';
import { benchRepeats, type Repeated } from './repeats/index.ts';
import { reportBrowser, reportRepeats } from './report.ts';
import { benchSearch, HELD_OUT } from './search/index.ts';
import { keystrokes } from './search/keystrokes.ts';
import { readQueries } from './search/quality.ts';
import { materialFrom, ofArea } from './search/records.ts';
import { reportSearch } from './search/report.ts';

/** Phrases typed in the browser, where each key takes a moment to measure. */
const PHRASES_IN_BROWSER = 20;
const HELP = `npm run -s bench -- [--sizes 5000,25000] [--browser] [--national] [--pages] [--write]

Measures, in processor time, and prints one table: search beside other engines, in Chromium, and everything else that
repeats, on one area, on the real content and on directories grown to these sizes.

  --sizes      sizes to grow the directory to
  --browser    only the search in Chromium: one area, the real content, the largest of these sizes
  --national   only the real build of each size (and of 1000): time, memory, files, what a phone fetches
  --pages      with --national, build every page too
  --write      write the table to BENCH.md, with this machine and the date
`;

const USAGE_ERROR = 2;
const SIZES = '5000,25000';
const SMALLEST = 1000;
/** In one file, each under its heading: what was not measured this time stays. */
const FILE = 'BENCH.md';

/** Runs the benchmarks that `args` ask for on the project at `root`. Gives the exit code. */
export async function runBench(args: string[], root: string): Promise<number> {
	const { values } = parseArgs({
		args,
		options: {
			sizes: { type: 'string', default: SIZES },
			browser: { type: 'boolean' },
			national: { type: 'boolean' },
			pages: { type: 'boolean', default: false },
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
	const sizes = values.sizes.split(',').filter(Boolean).map(Number);
	const folder = join(tmpdir(), 'fingerpost-bench');
	mkdirSync(folder, { recursive: true });
	const tell = (what: string) => process.stderr.write(`… ${what}\n`);
	const grow = (size: number) => {
		tell(`growing a directory of ${size}`);
		const tree = growTree(root, join(folder, String(size)), list, size);
		// By its own code: it has areas that ours does not know.
		runMeasured(tree.folder, 'npx', ['tsx', 'src/cli/main.ts', 'compile']);
		return tree.folder;
	};
	const sections = values.national
		? [reportNational(await buildAll(root, folder, list, [SMALLEST, ...sizes], values.pages, tell))]
		: values.browser
			? [await inChromium(root, sizes.slice(-1).map(grow), tell)]
			: await everythingThatRepeats(root, sizes.map(grow), tell);
	const report = sections.map((section) => `${section}\n\n${machine()}`);
	process.stdout.write(`${report.join('\n\n')}\n`);
	if (values.write) writeSections(join(root, FILE), report);
	return 0;
}

async function buildAll(
	root: string,
	folder: string,
	list: string,
	sizes: readonly number[],
	pages: boolean,
	tell: (what: string) => void
): Promise<Built[]> {
	const builds: Built[] = [];
	for (const size of sizes) {
		tell(`building ${size} services`);
		builds.push(await buildGrown(root, join(folder, String(size)), list, size, pages));
	}
	return builds;
}

async function everythingThatRepeats(
	root: string,
	grown: readonly string[],
	tell: (what: string) => void
): Promise<string[]> {
	const search = reportSearch(await benchSearch(root, grown, tell));
	const repeated: Repeated[] = [];
	for (const folder of [root, ...grown]) {
		tell(`what repeats, ${folder}`);
		const store = builtData(folder);
		repeated.push(...(await benchRepeats(store, await materialFrom(store))));
	}
	return [search, await inChromium(root, grown, tell), reportRepeats(repeated)];
}

async function inChromium(root: string, grown: readonly string[], tell: (what: string) => void): Promise<string> {
	const real = await materialFrom(loadData(root));
	const materials = [ofArea(real, 'essex'), real];
	for (const folder of grown.slice(-1)) materials.push(await materialFrom(builtData(folder)));
	tell('in Chromium');
	const keys = keystrokes(readQueries(join(root, HELD_OUT)), PHRASES_IN_BROWSER);
	return reportBrowser(await benchBrowser(root, materials, keys));
}

/** Puts each section in place of the one with the same heading. */
function writeSections(file: string, sections: readonly string[]): void {
	const headingOf = (section: string) => section.slice(0, section.indexOf('\n'));
	const written = existsSync(file)
		? readFileSync(file, 'utf8')
		: '# Benchmark\n\n`npm run bench -- --write` makes this file.\n';
	const [head = '', ...parts] = written.split(/\n(?=### )/);
	const all = new Map([...parts, ...sections].map((section) => [headingOf(section), section.trimEnd()]));
	writeFileSync(file, `${[head.trimEnd(), ...all.values()].join('\n\n')}\n`);
}

function machine(): string {
	const [cpu] = cpus();
	const memory = Math.round(totalmem() / 2 ** 30);
	const day = new Date().toISOString().slice(0, 10);
	return `${day}, ${cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}, ${memory} GB, Node ${process.version}. Times are processor time.`;
}
