import type { QueryRecord } from '../../content/schema/words/vocabulary.ts';
import { heapInUse, median, spreadOf, timed, type Spread } from '../timing.ts';
import type { Engine, Find, Material } from './engine.ts';
import { synonyms } from './fields.ts';
import type { Keystroke } from './keystrokes.ts';
import { qualityOf, type Quality } from './quality.ts';

/** Each keystroke counts as the middle of so many rounds, each on an index made anew: so that nothing is remembered. */
const ROUNDS = 5;
/** An engine that needs longer than this for all its keystrokes is given only a sample of them. Milliseconds. */
const PATIENCE = 12_000;
const PROBE = 12;
/** An engine that needs less than this for a keystroke types all of them so often before it is measured. Milliseconds. */
const WARM = 10;
const WARM_ROUNDS = 3;

/** What one engine did with one set of records. */
export interface Measured {
	engine: string;
	forgives: boolean;
	records: number;
	/** Milliseconds a keystroke. */
	keys: Spread;
	/** How many keystrokes that stands on. */
	sampled: number;
	/** Milliseconds to make the index. */
	build: number;
	/** Bytes of heap that the index takes. */
	heap: number;
	/** Characters of an index that is shipped. */
	shipped: number;
}

/** Types all keystrokes into an engine. */
export function measure(engine: Engine, material: Material, keys: readonly Keystroke[]): Measured {
	const before = heapInUse();
	const probe = timed(() => engine.build(material));
	const heap = heapInUse() - before;
	// Twice, so that the code is warm: the first keys of a visit are measured in a browser.
	const few = every(keys, Math.ceil(keys.length / PROBE));
	type(probe.value, few);
	const dear = timed(() => type(probe.value, few)).ms / few.length;
	if (dear < WARM) for (let round = 0; round < WARM_ROUNDS; round++) type(engine.build(material), keys);
	const sample = every(keys, Math.max(1, Math.ceil((dear * keys.length * ROUNDS) / PATIENCE)));
	const builds: number[] = [probe.ms];
	const rounds = Array.from({ length: ROUNDS }, () => {
		const { value, ms } = timed(() => engine.build(material));
		builds.push(ms);
		return type(value, sample);
	});
	return {
		engine: engine.name,
		forgives: engine.forgives,
		records: material.cards.length,
		keys: spreadOf(sample.map((_, index) => median(rounds.map((round) => round[index] ?? 0)))),
		sampled: sample.length,
		build: median(builds),
		heap,
		shipped: engine.shipped?.(material).length ?? 0
	};
}

function type(find: Find, keys: readonly Keystroke[]): number[] {
	return keys.map(({ text, area }) => timed(() => find(text, area)).ms);
}

function every<T>(list: readonly T[], step: number): T[] {
	return list.filter((_, index) => index % step === 0);
}

/** How well an engine answers: by itself, and with our vocabulary as its list of synonyms. Ours knows the vocabulary anyway. */
export function answersOf(
	engine: Engine,
	material: Material,
	queries: readonly QueryRecord[]
): { plain: Quality; helped: Quality } {
	const find = engine.build(material);
	const plain = qualityOf(find, queries);
	if (engine.name === 'ours') return { plain, helped: plain };
	const expand = synonyms(material);
	return { plain, helped: qualityOf((query, area) => find(expand(query), area), queries) };
}
