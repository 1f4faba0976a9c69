import { parse, type ParseError } from 'jsonc-parser';
import { FeedError } from './feed-error.ts';
import type { FeedText } from './files.ts';

/** A JSON value of a feed with where it stands. */
export interface FeedValue {
	file: string;
	/** Path or line inside the file, for messages; empty for the whole of it. */
	at: string;
	value: unknown;
}

/** Deeper than this nests no feed. */
const MOST_DEPTH = 60;

/**
 * The value of a JSON text, or one value a line (ndjson, JSON Lines). Names of fields become snake_case; nulls and empty
 * texts, lists and groups are left out.
 * @throws FeedError with line and column
 */
export function parseFeedJson({ file, text }: FeedText): FeedValue[] {
	const whole = text.replace(/^\uFEFF/, '');
	if (whole.trim() === '') throw new FeedError(file, '', 'is empty', 'Look whether the download was cut off.');
	try {
		return [{ file, at: '', value: tidy(JSON.parse(whole), file) }];
	} catch (error) {
		if (error instanceof FeedError) throw error;
		const lines = whole.split(/\r?\n/);
		const filled = lines.flatMap((line, index) => (line.trim() === '' ? [] : [{ line, number: index + 1 }]));
		// One value a line: the first line is whole by itself.
		if (filled.length < 2 || !isJson(filled[0]?.line ?? '')) throw notJson(file, whole);
		return filled.map(({ line, number }) => {
			try {
				return { file, at: `line ${number}`, value: tidy(JSON.parse(line), file) };
			} catch (problem) {
				if (problem instanceof FeedError) throw problem;
				throw notJson(file, line, number);
			}
		});
	}
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

function notJson(file: string, text: string, firstLine = 1): FeedError {
	const errors: ParseError[] = [];
	parse(text, errors);
	const offset = errors[0]?.offset ?? text.length;
	const before = text.slice(0, offset).split('\n');
	const place = `${firstLine + before.length - 1}:${(before.at(-1)?.length ?? 0) + 1}`;
	const ended = offset >= text.trimEnd().length;
	return new FeedError(
		file,
		place,
		ended
			? 'is not whole: the JSON ends too early'
			: `is not JSON: it breaks at "${text.slice(offset, offset + 20).trim()}"`,
		'Fetch it again, or mend this place.'
	);
}

const snake = (name: string) =>
	name
		.trim()
		.replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
		.replaceAll(/[\s-]+/g, '_')
		.toLowerCase();

function tidy(value: unknown, file: string, depth = 0): unknown {
	if (depth > MOST_DEPTH)
		throw new FeedError(file, '', `nests deeper than ${MOST_DEPTH} levels`, 'This is no feed of services.');
	if (value === null) return undefined;
	if (typeof value === 'string') return value.trim() === '' ? undefined : value;
	if (Array.isArray(value)) {
		const kept = value.map((each) => tidy(each, file, depth + 1)).filter((each) => each !== undefined);
		return kept.length > 0 ? kept : undefined;
	}
	if (typeof value !== 'object') return value;
	const kept = Object.entries(value).flatMap(([name, each]) => {
		const inner = tidy(each, file, depth + 1);
		return inner === undefined ? [] : [[snake(name), inner] as const];
	});
	return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}
