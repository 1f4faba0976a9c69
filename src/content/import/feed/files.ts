import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { FeedError } from './feed-error.ts';

/** A text of a feed with the name of its file, as messages say it. */
export interface FeedText {
	file: string;
	text: string;
}

/** More than this in one file is no list of services of an area; reading it would take more memory than it is worth. */
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * The texts of a feed: one file, or every file of a folder whose name ends in one of `endings`, sorted.
 * @throws FeedError when there is nothing to read, or a file is no text
 */
export function readFeedTexts(path: string, endings: readonly string[]): FeedText[] {
	const found = statSync(path, { throwIfNoEntry: false });
	if (!found) throw new FeedError(path, '', 'is not there', 'Give the file, or the folder, of the feed.');
	if (!found.isDirectory()) return [readFeedText(path, basename(path))];
	const files = readdirSync(path, { recursive: true, encoding: 'utf8' })
		.filter((name) => endings.some((ending) => name.toLowerCase().endsWith(ending)))
		.filter((name) => statSync(join(path, name)).isFile())
		.toSorted();
	if (files.length === 0) {
		throw new FeedError(
			path,
			'',
			`holds no file that ends in ${endings.join(', ')}`,
			'Give the folder of the feed’s pages.'
		);
	}
	return files.map((name) => readFeedText(join(path, name), relative('.', name)));
}

function readFeedText(path: string, file: string): FeedText {
	let bytes: Buffer;
	try {
		if (statSync(path).size > MOST_BYTES)
			throw new FeedError(file, '', 'is larger than 256 MB', 'Split it into pages.');
		bytes = readFileSync(path);
	} catch (error) {
		if (error instanceof FeedError) throw error;
		throw new FeedError(file, '', 'cannot be read', 'Look at its permissions.');
	}
	return { file, text: decode(file, bytes) };
}

/** UTF-8, or UTF-16 with its mark, or what Windows spreadsheets save. */
function decode(file: string, bytes: Uint8Array): string {
	const [first, second] = bytes;
	if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
	if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
	if (bytes.subarray(0, 4096).includes(0))
		throw new FeedError(file, '', 'is not a text', 'Save it as JSON or CSV, in UTF-8.');
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
}
