import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Layout } from './compile/by-area/index.ts';
import { compile, type Compiled } from './compile/index.ts';
import { readContent } from './read/index.ts';
import { readMapSources } from './read/map-sources.ts';
import { readPlaceTables } from './read/place-tables.ts';

/** Where the compiled data stands, from the project folder. Git ignores it. */
export const DATA_FOLDER = 'static/data';

/** Words of the closed lists: part of the app's code, made from content. Git ignores it. */
const LABELS_FILE = 'src/data/generated/labels.json';
/** What was corrected: only one page shows it, and it is code of that page. Git ignores it. */
const CHANGES_FILE = 'src/data/generated/changes.json';
/** Who looks after this copy of the site: only one page shows it, and it is code of that page. Git ignores it. */
const SITE_FILE = 'src/data/generated/site.json';

/** Reads and compiles the content of the project at `root`, writing nothing. `layout`: as it comes from the size, when left out. */
export function buildFiles(root: string, layout?: Layout): Compiled {
	return compile(readContent(root), readPlaceTables(root), readMapSources(root), layout);
}

/**
 * Reads, compiles and writes the data files of the project at `root`. Only files whose bytes changed are written.
 * Gives the names of all data files. Throws where content cannot be read or compiled; `fingerpost check` says more.
 */
export function buildData(root: string, layout?: Layout): string[] {
	const { files, labels, changes, site } = buildFiles(root, layout);
	const folder = join(root, DATA_FOLDER);
	mkdirSync(folder, { recursive: true });
	for (const old of readdirSync(folder)) if (old.endsWith('.json') && !files.has(old)) rmSync(join(folder, old));
	// index.json last: whoever reads while we write finds every file that it names.
	for (const [name, text] of [...files].sort(([a]) => (a === INDEX ? 1 : -1))) {
		const path = join(folder, name);
		if (name === INDEX) writeFileSync(path, text);
		else writeIfChanged(path, text);
	}
	writeIfChanged(join(root, LABELS_FILE), labels);
	writeIfChanged(join(root, CHANGES_FILE), changes);
	writeIfChanged(join(root, SITE_FILE), site);
	return [...files.keys()];
}

function writeIfChanged(path: string, text: string): void {
	if (timeOf(path) !== undefined && readFileSync(path, 'utf8') === text) return;
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, text);
}

/** Builds the data only when content or the code that compiles it is newer than what stands there. */
export function ensureData(root: string): void {
	const built = timeOf(join(root, DATA_FOLDER, INDEX));
	const newest = Math.max(...SOURCES.map((source) => newestIn(join(root, source))));
	if (built === undefined || newest > built) buildData(root);
}

/** Always written, so that its time is that of the last build: other files keep theirs when their bytes stay. */
const INDEX = 'index.json';
/** What the data is made from. */
const SOURCES = ['content', 'src/content', 'src/data', 'src/lib/place', 'src/lib/schedule'];

function timeOf(path: string): number | undefined {
	return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}

function newestIn(folder: string): number {
	const times = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => timeOf(join(folder, path)) ?? 0);
	return Math.max(0, ...times);
}
