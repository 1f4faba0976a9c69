import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Texts by path from the project folder, with forward slashes: what the reader reads, from a disk or from a test. */
export type Texts = ReadonlyMap<string, string>;

const FOLDER = 'content';

/**
 * All YAML files under content/, sorted by path.
 * @param root the project folder, which holds content/
 * @throws when a folder or file cannot be read from the disk
 */
export function textsIn(root: string): Texts {
	const paths = readdirSync(join(root, FOLDER), { recursive: true, encoding: 'utf8' })
		.map((path) => `${FOLDER}/${path.replaceAll('\\', '/')}`)
		.filter((path) => /\.ya?ml$/.test(path))
		.sort();
	return new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}
