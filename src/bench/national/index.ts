import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bucketOf } from '../../data/files/buckets.ts';
import { NATIONAL, areasOf } from '../../data/files/packs.ts';
import type { DataIndex } from '../../data/record.ts';
import { fileName, filesOf, partFiles } from '../../data/files/data-files.ts';
import { builtData } from '../../cli/data.ts';
import { areaIndexFiles } from '../../lib/by-area/join-areas.ts';
import { bundlesFor, INDEX, parseIndex } from '../../lib/offline/store/data-index.ts';
import { median } from '../timing.ts';
import { runMeasured, type Used } from './run.ts';
import { growTree } from './tree.ts';

/** A real area, whose people should not notice how many others there are. */
const SAME_AREA = 'essex';

/** What a directory of one size costs those who build it and those who use it. */
export interface Built {
	services: number;
	areas: number;
	check: Used;
	compile: Used;
	/** Absent when pages were left out. */
	pages?: Used & { files: number; size: number };
	dataFiles: number;
	/** The largest data file, in bytes. */
	largest: number;
	/** Bytes of gzip that a phone fetches for its own area and what is for all of England: the middle area. */
	phone: number;
	/** … and a real area, which is the same at every size. */
	same: number;
	/** What the middle area's files are, each compressed by itself (together, as they come, they are smaller). */
	parts: Record<string, number>;
	/** Bytes of gzip that a phone which holds everything fetches when one record changed. */
	changed: number;
}

/**
 * Grows a directory and runs the real build on it: check, compile and, when asked, all pages.
 * @param folder where it is made; what stands there goes
 * @param list path of the NHS list of England
 */
export async function buildGrown(
	root: string,
	folder: string,
	list: string,
	size: number,
	withPages: boolean
): Promise<Built> {
	const { services, areas } = growTree(root, folder, list, size);
	const cli = (...args: string[]) => runMeasured(folder, 'npx', ['tsx', 'src/cli/main.ts', ...args]);
	const check = cli('check', '--errors');
	const compile = cli('compile');
	const built = withPages ? runMeasured(folder, 'npx', ['vite', 'build']) : undefined;
	return {
		services,
		areas,
		check,
		compile,
		...(built && { pages: { ...built, ...sizeOf(join(folder, 'build')) } }),
		...(await costs(join(folder, 'static/data')))
	};
}

function sizeOf(folder: string): { files: number; size: number } {
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((file) => statSync(join(folder, file)))
		.filter((file) => file.isFile());
	return { files: files.length, size: files.reduce((sum, { size }) => sum + size, 0) };
}

/** What phones fetch of a folder of data files: those of people in the middle area, and in one that is there at every size. */
export async function costs(
	folder: string
): Promise<Pick<Built, 'dataFiles' | 'largest' | 'phone' | 'same' | 'parts' | 'changed'>> {
	const text = (name: string) => readFileSync(join(folder, name));
	const gzip = (name: string) => gzipSync(text(name)).length;
	const sum = (list: readonly string[]) => list.reduce((all, name) => all + gzip(name), 0);
	const root = parseIndex(text(INDEX).toString());
	if (!root) throw new Error(`${folder} holds no index.`);
	const index = await builtData(join(folder, '../..')).index();
	const own = areasOf(Object.keys(index.packs)).filter((area) => area !== NATIONAL);
	const indexFiles = (area: string) => [INDEX, ...areaIndexFiles(root, [area])];
	const phones = own.map((area) => {
		const bundles = bundlesFor(index, [area, NATIONAL]);
		const inThem = new Set(bundles.flatMap(({ parts }) => parts));
		const alone = filesOf(index, [area, NATIONAL]).filter((name) => !inThem.has(name));
		return { area, bytes: sum([...indexFiles(area), ...bundles.map(({ name }) => name), ...alone]) };
	});
	const middle = median(phones.map(({ bytes }) => bytes));
	const typical = phones.find(({ bytes }) => bytes === middle)?.area ?? '';
	const parts: Record<string, number> = {};
	for (const name of [...indexFiles(typical), ...filesOf(index, [typical, NATIONAL])]) {
		const role = name.includes('.cards') || name.includes('.details') ? 'packs' : (name.split('.')[0] ?? name);
		parts[role] = (parts[role] ?? 0) + gzip(name);
	}
	const names = readdirSync(folder);
	return {
		dataFiles: names.length,
		largest: Math.max(...names.map((name) => text(name).length)),
		phone: middle,
		same: phones.find(({ area }) => area === SAME_AREA)?.bytes ?? NaN,
		parts,
		changed: median(own.map((area) => sum([...indexFiles(area), ...pairFor(index, area)])))
	};
}

/** The files that hold one record of an area. */
function pairFor(index: DataIndex, area: string): string[] {
	const { cards = [], details = [] } = index.packs[area] ?? {};
	const bucket = (files: readonly string[]) => bucketOf(area, Math.max(1, files.length));
	return [
		partFiles(index, area, 'cards')[bucket(cards)] ?? '',
		partFiles(index, area, 'details')[bucket(details)] ?? ''
	].filter((name) => name !== '' && name !== fileName('', ''));
}
