import type { WholeFile } from '../../../data/files/data-files.ts';
import type { Fetch, Progress } from './data-store.ts';
import { matchesName } from './fetch-data.ts';
import { inTurns } from './in-turns.ts';
import { parseJson } from './parse-json.ts';
import type { Shelf } from './shelf.ts';

const REQUESTS_AT_ONCE = 6;

/** A file that was asked of the origin: its text, if it came, and whether the device keeps it. */
interface Arrival {
	text: string | undefined;
	kept: boolean;
}

/** Data files by their names: those that are on this device, and those that come from the origin, which are then kept. */
export class FileSupply {
	readonly #shelf: Shelf;
	readonly #fetch: Fetch;
	readonly #arriving = new Map<string, Promise<Arrival>>();
	readonly #opening = new Map<string, Promise<ReadonlyMap<string, Arrival>>>();
	/** Texts of the set in use that the device would not keep. */
	#unkept: ReadonlyMap<string, string> = new Map();

	constructor(shelf: Shelf, fetch: Fetch) {
		this.#shelf = shelf;
		this.#fetch = fetch;
	}

	/** The text of a file that is here; undefined for any other. */
	async held(name: string): Promise<string | undefined> {
		return this.#unkept.get(name) ?? (await this.#shelf.get(name));
	}

	/** The text of a file, fetched anew and kept; undefined when it does not come. */
	async fetched(name: string): Promise<string | undefined> {
		return (await this.#arrive(name)).text;
	}

	/** Takes these texts for what the device would not keep, in place of those before. */
	holdUnkept(texts: ReadonlyMap<string, string>): void {
		this.#unkept = texts;
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

	/** Opens the whole files of which nothing has been read (`isRead`, by name) and little is held: one request in place of many. */
	async openUnread(wholes: readonly WholeFile[], isRead: (name: string) => boolean): Promise<void> {
		const unread = wholes.filter(({ parts }) => !parts.some(isRead));
		if (unread.length === 0) return;
		const held = new Set(await this.#shelf.names());
		const wanted = unread.filter(({ parts }) =>
			isWorthWhole(parts, (name) => held.has(name) || this.#unkept.has(name))
		);
		const opened = await Promise.all(wanted.map((whole) => this.#openWhole(whole)));
		const unkept = opened
			.flatMap((arrivals) => [...arrivals])
			.flatMap(([name, { text, kept }]) => (kept || text === undefined ? [] : [[name, text] as const]));
		this.#unkept = new Map([...this.#unkept, ...unkept]);
	}

	/**
	 * Fetches a file that holds others, and keeps those, each only if it is what its name says. Gives them; what is not among
	 * them comes by its own name. Asked twice at once, it fetches once.
	 */
	#openWhole(whole: WholeFile): Promise<ReadonlyMap<string, Arrival>> {
		let opening = this.#opening.get(whole.name);
		if (!opening) {
			opening = this.#fetchWhole(whole).finally(() => this.#opening.delete(whole.name));
			this.#opening.set(whole.name, opening);
		}
		return opening;
	}

	async #fetchWhole({ name, parts }: WholeFile): Promise<ReadonlyMap<string, Arrival>> {
		const lists = parseJson(await this.#fetch(name));
		const arrivals = new Map<string, Arrival>();
		if (!Array.isArray(lists)) return arrivals;
		for (const [i, part] of parts.entries()) {
			const text = JSON.stringify(lists[i]) ?? '';
			if (await matchesName(part, text)) arrivals.set(part, { text, kept: await this.#shelf.put(part, text) });
		}
		return arrivals;
	}

	/** Sees that all of `names` are held; `there`: those that are. Gives the texts that the device would not keep; undefined when some did not come. */
	async fetchAll(
		names: readonly string[],
		together: readonly (readonly WholeFile[])[],
		there: Set<string>,
		onProgress?: Progress
	): Promise<Map<string, string> | undefined> {
		const unkept = new Map<string, string>();
		let done = 0;
		const take = (name: string, { text, kept }: Arrival) => {
			if (text === undefined) return false;
			if (!kept) unkept.set(name, text);
			there.add(name);
			onProgress?.(++done, names.length);
			return true;
		};
		for (const name of names) if (there.has(name)) onProgress?.(++done, names.length);
		for (const wholes of together) {
			const worth = wholes.filter(({ parts }) => isWorthWhole(parts, (name) => there.has(name)));
			await inTurns(worth, REQUESTS_AT_ONCE, async (whole) => {
				for (const [name, arrival] of await this.#openWhole(whole)) if (!there.has(name)) take(name, arrival);
				return true;
			});
		}
		// Meanwhile pages have read some for themselves.
		const read = new Set(await this.#shelf.names());
		const rest = names.filter((name) => !there.has(name));
		for (const name of rest) if (read.has(name)) onProgress?.(++done, names.length);
		const missing = rest.filter((name) => !read.has(name));
		const all = await inTurns(missing, REQUESTS_AT_ONCE, async (name) => take(name, await this.#arrive(name)));
		return all ? unkept : undefined;
	}
}

/** True where so few of the files are here that all of them in one come cheaper. */
function isWorthWhole(parts: readonly string[], isHere: (name: string) => boolean): boolean {
	return parts.filter(isHere).length < parts.length / 2;
}
