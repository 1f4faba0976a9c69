import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_FOLDER, ensureData } from '../content/build.ts';
import { DataStore } from '../lib/offline/store/data-store.ts';
import { MemoryShelf } from '../lib/offline/store/shelf.ts';

/** The compiled data of the project at `root`, built first when content is newer: the same store that a browser uses. */
export function loadData(root: string = process.cwd()): DataStore {
	ensureData(root);
	return builtData(root);
}

/** The data as it stands in the project at `root`, whatever its content says. */
export function builtData(root: string): DataStore {
	const folder = join(root, DATA_FOLDER);
	const read = (name: string) => {
		try {
			return Promise.resolve(readFileSync(join(folder, name), 'utf8'));
		} catch {
			return Promise.resolve(undefined);
		}
	};
	return new DataStore(new MemoryShelf(), read, 'all');
}
