import { bucketOf } from '../../data/buckets.ts';
import { isAreas, isCards, isDataIndex, isDetails } from '../../data/guards.ts';
import type { AreaInfo, Card, DataIndex, Detail } from '../../data/record.ts';
import type { Shelf } from './shelf.ts';

/** Name of the one file that is not named by its hash. */
export const INDEX = 'index.json';

/** Reads a data file from its origin: gives its text, or undefined when it cannot be had whole and true. */
export type Fetch = (name: string) => Promise<string | undefined>;

/** Told after each file while saving: how many of how many are there. */
export type Progress = (done: number, total: number) => void;

/** Thrown when a page needs data that is neither on the device nor to be had. */
export class DataUnavailable extends Error {}

export const fileName = (role: string, hash: string) => `${role}.${hash}.json`;

/** Every file that `areas` need, by name. */
export function filesOf(index: DataIndex, areas: readonly string[]): string[] {
	const names = Object.entries(index.files).map(([role, hash]) => fileName(role, hash));
	for (const area of areas) {
		const pack = index.packs[area];
		pack?.cards.forEach((hash, i) => names.push(fileName(`${area}.cards-${i}`, hash)));
		pack?.details.forEach((hash, i) => names.push(fileName(`${area}.details-${i}`, hash)));
	}
	return names;
}

/**
 * The directory's data on this device ("way E" of findings/technical.md §2). Files are named by their hash; the held
 * index names a whole set. What is held is used at once; a newer set replaces it only when all of it has arrived.
 */
export class DataStore {
	readonly #shelf: Shelf;
	readonly #fetch: Fetch;
	#index: Promise<DataIndex> | undefined;
	readonly #parsed = new Map<string, Promise<unknown>>();

	constructor(shelf: Shelf, fetch: Fetch) {
		this.#shelf = shelf;
		this.#fetch = fetch;
	}

	/** True when what is saved outlives this visit. */
	get lasting(): boolean {
		return this.#shelf.lasting;
	}

	/** The index in use: the held one, else the origin's. Throws DataUnavailable when there is neither. */
	index(): Promise<DataIndex> {
		this.#index ??= this.#openIndex();
		this.#index.catch(() => (this.#index = undefined));
		return this.#index;
	}

	async #openIndex(): Promise<DataIndex> {
		const held = parseIndex(await this.#shelf.get(INDEX));
		if (held) return held;
		const text = await this.#fetch(INDEX);
		const fresh = parseIndex(text);
		if (!fresh || text === undefined) throw new DataUnavailable('The directory is not on this device yet.');
		await this.#shelf.put(INDEX, text);
		return fresh;
	}

	/** Cards of these areas, each once, sorted by id. */
	async cards(areas: readonly string[]): Promise<Card[]> {
		const index = await this.index();
		const files = areas.flatMap(
			(area) => index.packs[area]?.cards.map((hash, i) => fileName(`${area}.cards-${i}`, hash)) ?? []
		);
		const lists = await Promise.all(files.map((file) => this.#read(file, isCards)));
		const byId = new Map(lists.flat().map((card) => [card.id, card]));
		return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
	}

	/** Card and detail of one service, or undefined when no area has it. */
	async service(id: string): Promise<{ card: Card; detail: Detail } | undefined> {
		const index = await this.index();
		for (const area of Object.keys(index.packs)) {
			const card = await this.#find(area, 'cards', id, isCards);
			const detail = card && (await this.#find(area, 'details', id, isDetails));
			if (card && detail) return { card, detail };
		}
		return undefined;
	}

	async #find<T extends { id: string }>(
		area: string,
		part: 'cards' | 'details',
		id: string,
		guard: (value: unknown) => value is T[]
	): Promise<T | undefined> {
		const hashes = (await this.index()).packs[area]?.[part] ?? [];
		const bucket = bucketOf(id, hashes.length);
		const hash = hashes[bucket];
		if (hash === undefined) return undefined;
		const list = await this.#read(fileName(`${area}.${part}-${bucket}`, hash), guard);
		return list.find((item) => item.id === id);
	}

	areas(): Promise<AreaInfo[]> {
		return this.file('areas', isAreas);
	}

	/** A file that is not tied to an area, by its role. Throws DataUnavailable when it cannot be had. */
	async file<T>(role: string, guard: (value: unknown) => value is T): Promise<T> {
		const hash = (await this.index()).files[role];
		if (hash === undefined) throw new DataUnavailable(`The data has no ${role}.`);
		return this.#read(fileName(role, hash), guard);
	}

	async #read<T>(name: string, guard: (value: unknown) => value is T): Promise<T> {
		let parsed = this.#parsed.get(name);
		if (!parsed) {
			parsed = this.#load(name);
			this.#parsed.set(name, parsed);
			parsed.catch(() => this.#parsed.delete(name));
		}
		const value = await parsed;
		if (!guard(value)) throw new DataUnavailable(`${name} is not what it should be.`);
		return value;
	}

	async #load(name: string): Promise<unknown> {
		const held = await this.#shelf.get(name);
		if (held !== undefined) return JSON.parse(held);
		const text = await this.#fetch(name);
		if (text === undefined) throw new DataUnavailable(`${name} could not be fetched.`);
		await this.#shelf.put(name, text);
		return JSON.parse(text);
	}

	/**
	 * Asks the origin for a newer set. Fetches what is not held of it, and only when every file has arrived uses the new
	 * index and lets the old files go. `areas`: what this device keeps; `onProgress` is told after each file.
	 * Gives `updated`, `same`, or `failed` (no network, or not all of it came: the old set stays in use).
	 */
	async refresh(areas: readonly string[], onProgress?: Progress): Promise<'updated' | 'same' | 'failed'> {
		const text = await this.#fetch(INDEX);
		const fresh = parseIndex(text);
		if (!fresh || text === undefined) return 'failed';
		const wanted = filesOf(fresh, areas);
		const held = new Set(await this.#shelf.names());
		let done = 0;
		const arrived = await everyInTurns(wanted, async (name) => {
			const ok = held.has(name) || (await this.#keep(name));
			if (ok) onProgress?.(++done, wanted.length);
			return ok;
		});
		if (!arrived) return 'failed';
		const before = await this.index().catch(() => undefined);
		if (!(await this.#shelf.put(INDEX, text))) return 'failed';
		const keep = new Set([...wanted, INDEX]);
		await Promise.all([...held].filter((name) => !keep.has(name)).map((name) => this.#shelf.delete(name)));
		if (before?.version === fresh.version) return 'same';
		this.#index = Promise.resolve(fresh);
		this.#parsed.clear();
		return 'updated';
	}

	async #keep(name: string): Promise<boolean> {
		const text = await this.#fetch(name);
		return text !== undefined && this.#shelf.put(name, text);
	}

	/** What is saved on this device. */
	async saved(): Promise<{ areas: string[]; files: number }> {
		const index = parseIndex(await this.#shelf.get(INDEX));
		const held = new Set(await this.#shelf.names());
		const areas = index
			? Object.keys(index.packs).filter((area) => filesOf(index, [area]).every((name) => held.has(name)))
			: [];
		return { areas, files: held.size };
	}

	/** Deletes everything that is saved on this device. */
	async forget(): Promise<void> {
		await Promise.all((await this.#shelf.names()).map((name) => this.#shelf.delete(name)));
		this.#index = undefined;
		this.#parsed.clear();
	}
}

/** At a time: a phone on a poor line does better with a few requests than with a hundred. */
const REQUESTS_AT_ONCE = 6;

/** Runs `job` over `items`, a few at a time. Gives true when every job gave true; stops soon after one did not. */
async function everyInTurns<T>(items: readonly T[], job: (item: T) => Promise<boolean>): Promise<boolean> {
	const queue = [...items];
	let good = true;
	const worker = async () => {
		for (let item = queue.shift(); item !== undefined && good; item = queue.shift()) good = (await job(item)) && good;
	};
	await Promise.all(Array.from({ length: REQUESTS_AT_ONCE }, worker));
	return good;
}

function parseIndex(text: string | undefined): DataIndex | undefined {
	if (text === undefined) return undefined;
	try {
		const value: unknown = JSON.parse(text);
		return isDataIndex(value) ? value : undefined;
	} catch {
		return undefined;
	}
}
