import { isAlias, isCollection, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import type { Path, Position, Problem } from './problem.ts';

/** A YAML text as plain values, with the place of each value in the text. */
export interface YamlFile {
	file: string;
	/** Plain JavaScript values; undefined when the text is not YAML. */
	value: unknown;
	/** Where the value at `path` stands. A path that is not there gives the nearest place above it. */
	at(path: Path): Position;
	/** Where the name of the field at `path` stands. */
	nameAt(path: Path): Position;
	problems: Problem[];
}

/** More than this is no record but a mistake or an attack. */
const MAX_FILE_LENGTH = 1_000_000;

const TOP: Position = { line: 1, column: 1 };

interface Step {
	node: unknown;
	/** Where the value starts: at its key when it is itself a map or a list. */
	start: number | undefined;
	/** Where its key starts; for an entry of a list, where the entry starts. */
	name: number | undefined;
}

const startOf = (node: unknown) => (isScalar(node) || isCollection(node) || isAlias(node) ? node.range?.[0] : undefined);

function step(node: unknown, key: string | number): Step | undefined {
	if (isMap(node)) {
		const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(key));
		if (!pair) return undefined;
		const name = startOf(pair.key);
		const own = isScalar(pair.value) && pair.value.value !== null ? startOf(pair.value) : undefined;
		return { node: pair.value, start: own ?? name, name };
	}
	if (isSeq(node) && typeof key === 'number') {
		const item = node.items[key];
		return item === undefined ? undefined : { node: item, start: startOf(item), name: startOf(item) };
	}
	return undefined;
}

function locate(document: Document, lines: LineCounter, path: Path, what: 'start' | 'name'): Position {
	let node: unknown = document.contents;
	let offset = startOf(node);
	for (const key of path) {
		const next = step(node, key);
		if (!next) break;
		node = isAlias(next.node) ? next.node.resolve(document) : next.node;
		offset = next[what] ?? offset;
	}
	if (offset === undefined) return TOP;
	const { line, col } = lines.linePos(offset);
	return line > 0 ? { line, column: Math.max(1, col) } : TOP;
}

/**
 * Parses one YAML text.
 * @param file its name, for problems
 * @returns the value and its problems; never throws, whatever the text is
 */
export function parseYaml(file: string, text: string): YamlFile {
	const refuse = (message: string, mend: string, place: Position = TOP): Problem => ({
		level: 'error',
		rule: 'yaml',
		file,
		...place,
		message,
		mend
	});
	const nothing = (...problems: Problem[]): YamlFile => ({
		file,
		value: undefined,
		at: () => TOP,
		nameAt: () => TOP,
		problems
	});
	if (text.length > MAX_FILE_LENGTH) {
		return nothing(refuse(`the file is longer than ${MAX_FILE_LENGTH} characters`, 'Split it into several files.'));
	}
	const lines = new LineCounter();
	try {
		const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, strict: true });
		const problems = [...document.errors, ...document.warnings].map((error) => {
			const { line, col } = lines.linePos(error.pos[0]);
			const place = line > 0 ? { line, column: Math.max(1, col) } : TOP;
			const [message = 'this is not YAML'] = error.message.split('\n');
			return refuse(message, 'Look at the indent, the colon and the quotes here and just above.', place);
		});
		if (problems.length > 0) return nothing(...problems);
		const value: unknown = document.toJS();
		return {
			file,
			value,
			at: (path) => locate(document, lines, path, 'start'),
			nameAt: (path) => locate(document, lines, path, 'name'),
			problems
		};
	} catch (error) {
		// The parser itself gives up on alias bombs and a few odd tags.
		const reason = error instanceof Error ? error.message : String(error);
		return nothing(refuse(`this cannot be read: ${reason}`, 'Write plain keys and values, with no anchors or tags.'));
	}
}
