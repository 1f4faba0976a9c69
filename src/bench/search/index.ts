import { join } from 'node:path';
import { builtData, loadData } from '../../cli/data.ts';
import { bundledEngines, codeSize } from './bundle.ts';
import type { Engine, Material } from './engine.ts';
import { keystrokes } from './keystrokes.ts';
import { answersOf, measure, type Measured } from './measure.ts';
import { readQueries, type Quality } from './quality.ts';
import { materialFrom, ofArea } from './records.ts';

/** Queries that the search was made with, and those that nobody looked at meanwhile. */
export const TUNED = 'content/vocabulary/queries.yaml';
export const HELD_OUT = 'src/bench/search/held-out.yaml';
/** Phrases that are typed. */
const PHRASES = 40;
/** Above so many records plain Fuse needs minutes for a query set. */
const FUSE_ANSWERS_UNTIL = 1500;

/** One engine's answers to one query set. */
export interface Answered {
	engine: string;
	records: number;
	set: 'content' | 'held-out';
	queries: number;
	plain: Quality;
	helped: Quality;
}

/** Everything that the comparison of search engines found. */
export interface SearchBench {
	speed: (Measured & { code: number })[];
	quality: Answered[];
}

/**
 * Compares the engines over the same records, keystrokes and queries.
 * @param root the project
 * @param grown folders of larger projects (`national/tree.ts`) by size
 * @param tell told what is being measured
 */
export async function benchSearch(
	root: string,
	grown: readonly string[],
	tell: (what: string) => void
): Promise<SearchBench> {
	const engines = await bundledEngines(root);
	const real = await materialFrom(loadData(root));
	const materials = [ofArea(real, 'essex'), real];
	for (const folder of grown) materials.push(await materialFrom(builtData(folder)));
	const tuned = readQueries(join(root, TUNED));
	const held = readQueries(join(root, HELD_OUT));
	const keys = keystrokes([...held, ...tuned], PHRASES);
	const code = new Map<string, number>();
	for (const engine of engines) code.set(engine.name, await codeSize(engine, root));

	const speed: SearchBench['speed'] = [];
	const quality: Answered[] = [];
	const answer = (engine: Engine, material: Material) => {
		for (const [set, queries] of [
			['content', tuned],
			['held-out', held]
		] as const) {
			const answers = answersOf(engine, material, queries);
			quality.push({ engine: engine.name, records: material.cards.length, set, queries: queries.length, ...answers });
		}
	};
	for (const [index, material] of materials.entries()) {
		for (const engine of engines) {
			tell(`${engine.name}, ${material.cards.length} records`);
			speed.push({ ...measure(engine, material, keys), code: code.get(engine.name) ?? 0 });
			const isFuse = engine.name.startsWith('Fuse');
			// One area by itself has not what the queries of the others want.
			if (index > 0 && !(isFuse && material.cards.length > FUSE_ANSWERS_UNTIL)) answer(engine, material);
		}
	}
	return { speed, quality };
}
