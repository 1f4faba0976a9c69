import { bucketOf } from '../../data/buckets.ts';
import { isAreas, isCards, isDetails } from '../../data/guards.ts';
import { areasOf } from '../../data/packs.ts';
import type { AreaInfo, Card, DataIndex, Detail } from '../../data/record.ts';
import { fileName, filesOf, INDEX, isNewerShape, packsFor, parseIndex, parseJson, partFiles } from './data-index.ts';
import { inTurns } from './in-turns.ts';
import type { Shelf } from './shelf.ts';
import { SAVED_AT } from './storage-keys.ts';

/** Reads a data file from its origin: gives its text, or undefined when it cannot be had whole and true. */
export type Fetch = (name: string) => Promise<string | undefined>;

/** Told after each file while saving: how many of how many are there. */
export type Progress = (done: number, total: number) => void;

/**
 * How a refresh ended. `saved`: all of the newest set is on this device. `full`: it is in use for this visit, but the
 * device would not keep it, and the old set is still kept. `newer-app`: the origin's data needs a newer version of the
 * app. `failed`: no network, or not all of it came: the old set stays in use. `changed`: pages show old data now.
 */
export interface Refreshed {
	state: 'saved' | 'full' | 'newer-app' | 'failed';
	changed: boolean;
}

/** Thrown when a page needs data that is neither on the device nor to be had. */
export class DataUnavailable extends Error {}

const REQUESTS_AT_ONCE = 6;

/**
 * The directory's data on this device ("way E" of findings/technical.md §2). Files are named by their hash; the held
 * index names a whole set. What is held is used at once; a newer set replaces it only when all of it has arrived.
 * Where held files have gone missing (a browser may delete some), the store mends itself from the origin, and without
 * a network gives what there is.
 */
export class DataStore {
	readonly #shelf: Shelf;
	readonly #fetch: Fetch;
	#index: Promise<DataIndex> | undefined;
	readonly #parsed = new Map<string, Promise<unknown>>();
	readonly #arriving = new Map<string, Promise<Arrival>>();
	/** Texts of the set in use that the device would not keep. */
	readonly #unkept = new Map<string, string>();
	#partial = false;

	constructor(shelf: Shelf, fetch: Fetch) {
		this.#shelf = shelf;
		this.#fetch = fetch;
	}

	/** True when what is saved outlives this visit. */
	get lasting(): boolean {
		return this.#shelf.lasting;
	}

	/** True when the last list of cards had to do without files that are missing from this device. */
	get partial(): boolean {
		return this.#partial;
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

	/** Cards of these areas, each once, sorted by id. Throws DataUnavailable when there are none to be had. */
	async cards(areas: readonly string[]): Promise<Card[]> {
		let got = await this.#cardsOf(await this.index(), areas);
		if (got.missing > 0) {
			const other = await this.#switchIndex();
			if (other) got = await this.#cardsOf(other, areas);
		}
		if (got.missing > 0 && got.cards.length === 0) throw new DataUnavailable('The list is not on this device.');
		this.#partial = got.missing > 0;
		return got.cards.sort((a, b) => (a.id < b.id ? -1 : 1));
	}

	async #cardsOf(index: DataIndex, areas: readonly string[]): Promise<{ cards: Card[]; missing: number }> {
		const files = packsFor(index, areas).flatMap((pack) => partFiles(index, pack, 'cards'));
		const lists = await Promise.allSettled(files.map((file) => this.#read(file, isCards)));
		const cards = lists.flatMap((list) => (list.status === 'fulfilled' ? list.value : []));
		return { cards, missing: lists.filter(({ status }) => status === 'rejected').length };
	}

	/**
	 * Card and detail of one service, or undefined when there is none of that id. Without its detail when that cannot be
	 * had. Throws DataUnavailable when it cannot be told whether there is one.
	 */
	async service(id: string): Promise<{ card: Card; detail?: Detail } | undefined> {
		let got = await this.#serviceOf(await this.index(), id);
		if (got.missing) {
			const other = await this.#switchIndex();
			if (other) got = await this.#serviceOf(other, id);
		}
		if (got.missing && !got.card) throw new DataUnavailable(`Nothing about ${id} is on this device.`);
		return got.card && { card: got.card, ...(got.detail && { detail: got.detail }) };
	}

	async #serviceOf(index: DataIndex, id: string): Promise<{ card?: Card; detail?: Detail; missing: boolean }> {
		let missing = false;
		const find = async <T extends { id: string }>(files: string[], guard: (value: unknown) => value is T[]) => {
			const file = files[bucketOf(id, files.length)];
			if (file === undefined) return undefined;
			const list = await this.#read(file, guard).catch(() => undefined);
			missing ||= !list;
			return list?.find((item) => item.id === id);
		};
		for (const pack of Object.keys(index.packs)) {
			const card = await find(partFiles(index, pack, 'cards'), isCards);
			if (!card) continue;
			const detail = await find(partFiles(index, pack, 'details'), isDetails);
			return { card, ...(detail && { detail }), missing: !detail };
		}
		return { missing };
	}

	areas(): Promise<AreaInfo[]> {
		return this.file('areas', isAreas);
	}

	/** A file that is not tied to an area, by its role. Throws DataUnavailable when it cannot be had. */
	async file<T>(role: string, guard: (value: unknown) => value is T): Promise<T> {
		const read = (index: DataIndex) => {
			const hash = index.files[role];
			if (hash === undefined) throw new DataUnavailable(`The data has no ${role}.`);
			return this.#read(fileName(role, hash), guard);
		};
		try {
			return await read(await this.index());
		} catch (error) {
			const other = error instanceof DataUnavailable ? await this.#switchIndex() : undefined;
			if (!other) throw error;
			return read(other);
		}
	}

	/**
	 * Files of the set in use are missing: takes up another set if there is one, which another tab has saved or which the
	 * origin has. Gives its index, or undefined when there is no other.
	 */
	async #switchIndex(): Promise<DataIndex | undefined> {
		const inUse = (await this.index()).version;
		const held = parseIndex(await this.#shelf.get(INDEX));
		const other = held && held.version !== inUse ? held : parseIndex(await this.#fetch(INDEX));
		if (!other || other.version === inUse) return undefined;
		this.#use(other);
		return other;
	}

	#use(index: DataIndex): void {
		this.#index = Promise.resolve(index);
		this.#parsed.clear();
	}

	async #read<T>(name: string, guard: (value: unknown) => value is T): Promise<T> {
		let parsed = this.#parsed.get(name);
		if (!parsed) {
			parsed = this.#load(name, guard);
			this.#parsed.set(name, parsed);
			parsed.catch(() => this.#parsed.delete(name));
		}
		const value = await parsed;
		if (!guard(value)) throw new DataUnavailable(`${name} is not what it should be.`);
		return value;
	}

	async #load(name: string, guard: (value: unknown) => boolean): Promise<unknown> {
		const held = parseJson(this.#unkept.get(name) ?? (await this.#shelf.get(name)));
		if (guard(held)) return held;
		const { text } = await this.#arrive(name);
		if (text === undefined) throw new DataUnavailable(`${name} could not be fetched.`);
		return parseJson(text);
	}

	/** Fetches a file and keeps it. Asked twice at once, it fetches once. */
	#arrive(name: string): Promise<Arrival> {
		let arrival = this.#arriving.get(name);
		if (!arrival) {
			arrival = this.#fetchAndKeep(name).finally(() => this.#arriving.delete(name));
			this.#arriving.set(name, arrival);
		}
		return arrival;
	}

	async #fetchAndKeep(name: string): Promise<Arrival> {
		const text = await this.#fetch(name);
		return { text, kept: text !== undefined && (await this.#shelf.put(name, text)) };
	}

	/**
	 * Asks the origin for a newer set. Fetches what is not held of it, and only when every file has arrived uses the new
	 * index and lets the old files go. `now`: the time to remember, in milliseconds; `onProgress` is told after each file.
	 */
	async refresh(now: number, onProgress?: Progress): Promise<Refreshed> {
		const text = await this.#fetch(INDEX);
		const fresh = parseIndex(text);
		if (!fresh || text === undefined) return { state: isNewerShape(text) ? 'newer-app' : 'failed', changed: false };
		const wanted = filesOf(fresh, Object.keys(fresh.packs));
		const unkept = await this.#fetchAll(wanted, onProgress);
		if (!unkept) return { state: 'failed', changed: false };
		const before = await this.#index?.catch(() => undefined);
		const changed = before !== undefined && before.version !== fresh.version;
		const kept = unkept.size === 0 && (await this.#shelf.put(INDEX, text));
		this.#unkept.clear();
		for (const [name, each] of unkept) this.#unkept.set(name, each);
		if (changed) this.#use(fresh);
		if (!kept) return { state: 'full', changed };
		await this.#shelf.put(SAVED_AT, JSON.stringify({ at: now }));
		await this.#keepOnly(new Set([...wanted, INDEX, SAVED_AT]));
		return { state: 'saved', changed };
	}

	/** Sees that all of `names` are held. Gives the texts that the device would not keep; undefined when some did not come. */
	async #fetchAll(names: readonly string[], onProgress?: Progress): Promise<Map<string, string> | undefined> {
		const unkept = new Map<string, string>();
		const held = new Set(await this.#shelf.names());
		let done = 0;
		const all = await inTurns(names, REQUESTS_AT_ONCE, async (name) => {
			const { text, kept } = held.has(name) ? { text: '', kept: true } : await this.#arrive(name);
			if (text === undefined) return false;
			if (!kept) unkept.set(name, text);
			onProgress?.(++done, names.length);
			return true;
		});
		return all ? unkept : undefined;
	}

	async #keepOnly(keep: ReadonlySet<string>): Promise<void> {
		const names = await this.#shelf.names();
		await Promise.all(names.filter((name) => !keep.has(name)).map((name) => this.#shelf.delete(name)));
	}

	/** What is saved on this device: areas of which every file is held, bytes of all files, and when it was last refreshed. */
	async saved(): Promise<Saved> {
		const index = parseIndex(await this.#shelf.get(INDEX));
		const names = await this.#shelf.names();
		const held = new Set(names);
		const texts = await Promise.all(names.map((name) => this.#shelf.get(name)));
		return {
			areas: areasOf(Object.keys(index?.packs ?? {})).filter(
				(area) => index && filesOf(index, [area]).every((name) => held.has(name))
			),
			bytes: texts.reduce((sum, text) => sum + (text?.length ?? 0), 0),
			at: await this.savedAt()
		};
	}

	/** When the data was last refreshed, in milliseconds, as this device's clock had it. Undefined when that is not known. */
	async savedAt(): Promise<number | undefined> {
		const value = parseJson(await this.#shelf.get(SAVED_AT));
		const at = typeof value === 'object' && value !== null && 'at' in value ? value.at : undefined;
		return typeof at === 'number' && Number.isFinite(at) ? at : undefined;
	}

	/** Deletes everything that is saved on this device. */
	async forget(): Promise<void> {
		await Promise.all((await this.#shelf.names()).map((name) => this.#shelf.delete(name)));
		this.#index = undefined;
		this.#parsed.clear();
		this.#unkept.clear();
	}
}

/** A file that was asked of the origin: its text, if it came, and whether the device keeps it. */
interface Arrival {
	text: string | undefined;
	kept: boolean;
}

export interface Saved {
	areas: string[];
	bytes: number;
	at: number | undefined;
}
