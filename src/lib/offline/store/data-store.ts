import { unjoinedAreas } from '../../../data/files/area-index.ts';
import { bucketOf } from '../../../data/files/buckets.ts';
import { isArea, isCards, isDetails, isWholes } from '../../../data/guards.ts';
import { BY_AREA } from '../../../data/files/layout.ts';
import { areaRole, areasOf, TOOL_ROLES } from '../../../data/files/packs.ts';
import type { Whole } from '../../../data/files/pharmacy-rows.ts';
import type { AreaInfo, Card, DataIndex, Detail } from '../../../data/record.ts';
import { areaOfCode } from '../../by-area/find-service.ts';
import { areaIndexFiles, joinAreas, missingAreas } from '../../by-area/join-areas.ts';
import { codeOf } from '../../plan/codes.ts';
import { fileName, filesOf, packsFor, partFiles, toolFiles } from '../../../data/files/data-files.ts';
import { bundlesFor, INDEX, isNewerShape, parseIndex, wholeFile, wholeFilesOf } from './data-index.ts';
import { FileSupply } from './file-supply.ts';
import { parseJson } from './parse-json.ts';
import { parseData } from './parse-data.ts';
import type { Shelf } from './shelf.ts';
import { SAVED_AT } from '../storage-keys.ts';

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

/**
 * Where the directory comes area by area, the areas that a store works with: those it was asked for or that this device keeps, or
 * all (while pages are made, and on the command line).
 */
export type Scope = 'asked' | 'all';

/**
 * The directory's data on this device ("way E" of findings/technical.md §2). Files are named by their hash; the held
 * index names a whole set. What is held is used at once; a newer set replaces it only when all of it has arrived.
 * Where held files have gone missing (a browser may delete some), the store mends itself from the origin, and without
 * a network gives what there is. Where the directory is too large for every phone, the index names what is for all of England, and
 * each area that is asked for is joined to it, and kept from then on.
 */
export class DataStore {
	readonly #shelf: Shelf;
	readonly #fetch: Fetch;
	readonly #files: FileSupply;
	#index: Promise<DataIndex> | undefined;
	readonly #parsed = new Map<string, Promise<unknown>>();
	/** The pack that a service stood in when cards were read: there it is looked for first. */
	readonly #packOf = new Map<string, string>();
	#partial = false;
	/** Called when an area was joined: what its people need is to be kept from now on. */
	onjoin: (() => void) | undefined;
	/** Areas that were asked for on this visit, or all. */
	readonly #wanted: Set<string> | 'all';

	constructor(shelf: Shelf, fetch: Fetch, scope: Scope = 'asked') {
		this.#shelf = shelf;
		this.#fetch = fetch;
		this.#files = new FileSupply(shelf, fetch);
		this.#wanted = scope === 'all' ? scope : new Set();
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
		if (held) return this.#joined(held);
		const text = await this.#fetch(INDEX);
		const fresh = parseIndex(text);
		if (!fresh || text === undefined) throw new DataUnavailable('The directory is not on this device yet.');
		await this.#shelf.put(INDEX, text);
		return this.#joined(fresh);
	}

	/** An index with the areas that this store works with, as far as they can be had. */
	async #joined(index: DataIndex): Promise<DataIndex> {
		if (!BY_AREA || !index.areas) return index;
		return joinAreas(
			index,
			this.#wanted,
			await this.#shelf.names(),
			async (name) => (await this.#files.held(name)) ?? this.#files.fetched(name)
		);
	}

	/**
	 * Where the directory comes area by area: joins these areas, which this device then keeps. Ids of packs name no area more. Gives true
	 * when the index tells of more than before. Throws DataUnavailable when there is no index to be had.
	 */
	async include(areas: readonly string[]): Promise<boolean> {
		if (!BY_AREA) return false;
		const wanted = unjoinedAreas(await this.index()).filter((area) => areas.includes(area));
		if (wanted.length === 0) return false;
		for (const area of wanted) if (this.#wanted !== 'all') this.#wanted.add(area);
		// One after the other: each goes on from what the one before has joined.
		const before = this.index();
		this.#index = before.then((index) => this.#joined(index));
		const more = unjoinedAreas(await this.index()).length < unjoinedAreas(await before).length;
		if (more) this.onjoin?.();
		return more;
	}

	/** Joins the area of a service that no joined area has, by its code. Gives true when there is one. Throws DataUnavailable when it cannot be told. */
	async includeCode(code: string): Promise<boolean> {
		if (!BY_AREA || !(await this.index()).areas) return false;
		const area = await areaOfCode(this, code);
		return area !== undefined && (await this.include([area]));
	}

	/** Cards of these areas, each once, sorted by id. Throws DataUnavailable when there are none to be had. */
	async cards(areas: readonly string[]): Promise<Card[]> {
		await this.include(areas);
		let got = await this.#cardsOf(await this.index(), areas);
		if (got.missing > 0) {
			const other = await this.#otherIndex();
			const better = other && (await this.#cardsOf(other, areas));
			// Of two sets that both lack some, the one in use stays: a network in trouble must not take more away.
			if (better && better.missing < got.missing) {
				this.#use(other);
				got = better;
			}
		}
		if (got.missing > 0 && got.cards.length === 0) throw new DataUnavailable('The list is not on this device.');
		this.#partial = got.missing > 0;
		return got.cards.sort((a, b) => (a.id < b.id ? -1 : 1));
	}

	async #cardsOf(index: DataIndex, areas: readonly string[]): Promise<{ cards: Card[]; missing: number }> {
		const packs = packsFor(index, areas);
		await this.#files.openUnread(
			packs.flatMap((pack) => wholeFile(index, pack, 'cards') ?? []),
			(name) => this.#parsed.has(name)
		);
		const files = packs.flatMap((pack) => partFiles(index, pack, 'cards').map((file) => ({ pack, file })));
		const lists = await Promise.allSettled(
			files.map(async ({ pack, file }) => {
				const cards = (await this.#read(file, isCardFile)).map(cardOf);
				for (const { id } of cards) this.#packOf.set(id, pack);
				return cards;
			})
		);
		const cards = lists.flatMap((list) => (list.status === 'fulfilled' ? list.value : []));
		const absent = BY_AREA ? unjoinedAreas(index).filter((area) => areas.includes(area)) : [];
		return { cards, missing: absent.length + lists.filter(({ status }) => status === 'rejected').length };
	}

	/**
	 * Card and detail of one service, or undefined when there is none of that id. Without its detail when that cannot be
	 * had. Throws DataUnavailable when it cannot be told whether there is one.
	 */
	async service(id: string): Promise<{ card: Card; detail?: Detail } | undefined> {
		let got = await this.#serviceOf(await this.index(), id);
		if (got.missing) {
			const other = await this.#otherIndex();
			const better = other && (await this.#serviceOf(other, id));
			if (better && (!better.missing || (better.card && !got.card))) {
				this.#use(other);
				got = better;
			}
		}
		if (!got.missing && !got.card && (await this.includeCode(codeOf(id))))
			got = await this.#serviceOf(await this.index(), id);
		if (got.missing && !got.card) throw new DataUnavailable(`Nothing about ${id} is on this device.`);
		return got.card && { card: got.card, ...(got.detail && { detail: got.detail }) };
	}

	async #serviceOf(index: DataIndex, id: string): Promise<{ card?: Card; detail?: Detail; missing: boolean }> {
		let missing = false;
		const read = async <T>(files: string[], guard: (value: unknown) => value is T[]): Promise<T[]> => {
			const file = files[bucketOf(id, files.length)];
			if (file === undefined) return [];
			const list = await this.#read(file, guard).catch(() => undefined);
			missing ||= !list;
			return list ?? [];
		};
		const likely = this.#packOf.get(id) ?? '';
		const others = Object.keys(index.packs).filter((pack) => pack !== likely);
		// Nothing is read of a pack that the index does not have.
		for (const pack of [likely, ...others]) {
			const found = (await read(partFiles(index, pack, 'cards'), isCardFile)).find((each) => cardOf(each).id === id);
			if (!found) continue;
			if ('card' in found) return { ...found, missing: false };
			const detail = (await read(partFiles(index, pack, 'details'), isDetails)).find((each) => each.id === id);
			const whole = detail && { ...detail, description: found.text + detail.description };
			return { card: found, ...(whole && { detail: whole }), missing: !whole };
		}
		return { missing };
	}

	/** Areas by name. Throws DataUnavailable when one cannot be had. */
	async areas(): Promise<AreaInfo[]> {
		return (await this.each('areas', isArea)).sort((a, b) => (a.name < b.name ? -1 : 1));
	}

	/** The files that areas have of a role, in the order of their areas' ids. Throws DataUnavailable when one cannot be had. */
	async each<T>(role: string, guard: (value: unknown) => value is T): Promise<T[]> {
		const { files } = await this.index();
		const roles = Object.keys(files).filter((each) => each.startsWith(areaRole(role, '')));
		return Promise.all(roles.sort().map((each) => this.file(each, guard)));
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
			const other = error instanceof DataUnavailable ? await this.#otherIndex() : undefined;
			if (!other) throw error;
			const value = await read(other);
			this.#use(other);
			return value;
		}
	}

	/**
	 * Files of the set in use are missing: looks for another set, which another tab has saved or which the origin has. Gives
	 * its index, or undefined when there is no other. Whoever finds more in it than in the one in use takes it up (`#use`).
	 */
	async #otherIndex(): Promise<DataIndex | undefined> {
		const inUse = (await this.index()).version;
		const held = parseIndex(await this.#shelf.get(INDEX));
		const other = held && held.version !== inUse ? held : parseIndex(await this.#fetch(INDEX));
		return other && other.version !== inUse ? this.#joined(other) : undefined;
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
		const held = parseData(await this.#files.held(name));
		if (guard(held)) return held;
		const text = await this.#files.fetched(name);
		if (text === undefined) throw new DataUnavailable(`${name} could not be fetched.`);
		return parseData(text);
	}

	/**
	 * Asks the origin for a newer set. Fetches what is not held of it, and only when every file has arrived uses the new
	 * index and lets the old files go. `now`: the time to remember, in milliseconds; `onProgress` is told after each file.
	 */
	async refresh(now: number, onProgress?: Progress): Promise<Refreshed> {
		const text = await this.#fetch(INDEX);
		const origin = parseIndex(text);
		if (!origin || text === undefined) return { state: isNewerShape(text) ? 'newer-app' : 'failed', changed: false };
		const fresh = await this.#joined(origin);
		const held = await this.#shelf.names();
		if (BY_AREA && missingAreas(fresh, this.#wanted, held).length > 0) return { state: 'failed', changed: false };
		const areas = Object.keys(fresh.packs);
		const wanted = [...neededOf(fresh), ...(held.some(isToolFile) ? toolFiles(fresh) : [])];
		// What was cut in half or is gone in one of them comes in the next, or alone.
		const together = [bundlesFor(fresh, areas), wholeFilesOf(fresh, areas)];
		const unkept = await this.#files.fetchAll(wanted, together, new Set(held), onProgress);
		if (!unkept) return { state: 'failed', changed: false };
		const before = await this.#index?.catch(() => undefined);
		const changed = before !== undefined && before.version !== fresh.version;
		const kept = unkept.size === 0 && (await this.#shelf.put(INDEX, text));
		this.#files.holdUnkept(unkept);
		// Meanwhile a page may have asked for one more area, or for what pages for work read.
		const latest = await this.#joined(fresh);
		if (changed) this.#use(latest);
		if (!kept) return { state: 'full', changed };
		await this.#shelf.put(SAVED_AT, JSON.stringify({ at: now }));
		await this.#keepOnly(new Set([...neededOf(latest), ...toolFiles(latest), INDEX, SAVED_AT]));
		return { state: 'saved', changed };
	}

	/** Keeps what the pages for work read, from now on. Throws DataUnavailable when it cannot be had. */
	async keepTools(): Promise<void> {
		await Promise.all(toolFiles(await this.index()).map((name) => this.#read(name, isSomething)));
	}

	async #keepOnly(keep: ReadonlySet<string>): Promise<void> {
		const names = await this.#shelf.names();
		await Promise.all(names.filter((name) => !keep.has(name)).map((name) => this.#shelf.delete(name)));
	}

	/** Areas that are saved on this device: those of which every file is held. */
	async savedAreas(): Promise<string[]> {
		const index = await this.#heldIndex();
		if (!index) return [];
		const held = new Set(await this.#shelf.names());
		return areasOf(Object.keys(index.packs)).filter((area) => filesOf(index, [area]).every((name) => held.has(name)));
	}

	/** The held index with the areas that are held, and nothing that would have to be fetched. */
	async #heldIndex(): Promise<DataIndex | undefined> {
		const index = parseIndex(await this.#shelf.get(INDEX));
		if (!BY_AREA || !index?.areas) return index;
		return joinAreas(index, 'all', [], (name) => this.#shelf.get(name));
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
		if (this.#wanted !== 'all') this.#wanted.clear();
		this.#parsed.clear();
		this.#files.holdUnkept(new Map());
	}
}

/** Names of the files that a device needs for the areas that an index tells of. */
function neededOf(index: DataIndex): string[] {
	const areas = Object.keys(index.packs);
	return [...(BY_AREA ? areaIndexFiles(index, areas) : []), ...filesOf(index, areas)];
}

/** True for a file that only pages for work read: held where one of them has been opened. */
function isToolFile(name: string): boolean {
	return TOOL_ROLES.includes(name.split('.')[0] ?? '');
}

/** Any data: what is in a file is looked at by whoever reads it. */
function isSomething(value: unknown): value is object {
	return typeof value === 'object' && value !== null;
}

/** Cards, or where cards and details travel together, both. */
function isCardFile(value: unknown): value is (Card | Whole)[] {
	return isCards(value) || isWholes(value);
}

function cardOf(each: Card | Whole): Card {
	return 'card' in each ? each.card : each;
}
