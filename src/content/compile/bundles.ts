import { bundleParts, bundleRole, type Named } from '../../data/files/data-files.ts';
import { textFile, type DataFile } from './data-file.ts';

/** A bundle, with the key under which the index names it. */
export interface BundleFile extends DataFile {
	key: string;
}

/** The files that hold all that everyone needs, or all that one area's people need. `files`: every file that `named` names. */
export function compileBundles(named: Named, files: readonly DataFile[]): BundleFile[] {
	const texts = new Map(files.map(({ name, text }) => [name, text]));
	return [...bundleParts(named)].map(([key, parts]) => ({
		key,
		...textFile(bundleRole(key), `[${parts.map((name) => texts.get(name) ?? 'null').join(',')}]`)
	}));
}

/** Hashes of bundles by their key, as the index names them. */
export function bundleHashes(bundles: readonly BundleFile[]): Record<string, string> {
	return Object.fromEntries(bundles.map(({ key, hash }) => [key, hash]));
}
