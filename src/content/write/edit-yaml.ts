import { isDeepStrictEqual } from 'node:util';
import {
	Document,
	isCollection,
	isMap,
	isScalar,
	isSeq,
	parseDocument,
	stringify,
	type YAMLMap,
	type YAMLSeq
} from 'yaml';
import type { Path } from '../read/problem.ts';

/**
 * Changes single values in a YAML text and leaves every other byte as an editor wrote it: comments, order, line breaks.
 * Writing the whole document anew would fold half of our files in another way.
 */

/**
 * Sets the value at `path`, and adds the field or list entry when it is missing (a list grows at its end).
 * @param after when the field is missing: the field of a block that it should stand below, else the last one
 * @returns the new text
 * @throws when the parent of `path` is not in the text, or the text cannot carry the value
 */
export function setInYaml(text: string, path: Path, value: unknown, after?: string): string {
	const document = parseDocument(text);
	const node: unknown = document.getIn(path, true);
	const changed = node === undefined ? add(text, document, path, value, after) : replace(text, node, value);
	if (!isDeepStrictEqual(read(changed, path), JSON.parse(JSON.stringify(value)))) {
		throw new Error(`the value cannot be written at ${path.join('.')}`);
	}
	return changed;
}

function read(text: string, path: Path): unknown {
	const document = parseDocument(text);
	if (document.errors.length > 0) return undefined;
	const node: unknown = document.getIn(path, true);
	return isScalar(node) ? node.value : isCollection(node) ? node.toJS(document) : node;
}

/** A value on one line, as it stands in a block, or inside brackets. */
export function inline(value: unknown, inFlow = false): string {
	if (typeof value === 'object' && value !== null) {
		const document = new Document(value, { aliasDuplicateObjects: false });
		if (isCollection(document.contents)) document.contents.flow = true;
		return document.toString({ lineWidth: 0, flowCollectionPadding: false }).trim();
	}
	if (!inFlow) return stringify(value, { lineWidth: 0 }).trim();
	// In a flow collection a comma or a bracket would end the text.
	return inline([value], true).slice(1, -1);
}

function replace(text: string, node: unknown, value: unknown): string {
	const range = isScalar(node) || isCollection(node) ? node.range : undefined;
	if (!range) throw new Error('there is no place for the value');
	const [start, end] = range;
	const lineStart = text.lastIndexOf('\n', start - 1) + 1;
	// A block that hangs below its key goes as a whole; what stands inside brackets stays inside them.
	const inFlow = /[[{]/.test(text.slice(lineStart, start)) || /^\s*$/.test(text.slice(lineStart, start));
	const ended = text.slice(start, end).endsWith('\n') ? '\n' : '';
	return `${text.slice(0, start)}${inline(value, inFlow && isScalar(node))}${ended}${text.slice(end)}`;
}

function add(text: string, document: Document, path: Path, value: unknown, after: string | undefined): string {
	const parent: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
	if (!isMap(parent) && !isSeq(parent)) throw new Error(`there is no "${path.slice(0, -1).join('.')}" to add to`);
	const key = path.at(-1);
	const entry = isMap(parent)
		? `${String(key)}: ${inline(value, parent.flow === true)}`
		: inline(value, parent.flow === true);
	return parent.flow
		? addInFlow(text, parent, entry)
		: addInBlock(text, parent, isMap(parent) ? entry : `- ${entry}`, after);
}

function addInFlow(text: string, parent: YAMLMap | YAMLSeq, entry: string): string {
	const end = (parent.range?.[1] ?? text.length) - 1;
	const before = text.slice(0, end).trimEnd();
	return `${before}${parent.items.length > 0 && !before.endsWith(',') ? ', ' : ''}${entry}${text.slice(end)}`;
}

function addInBlock(text: string, parent: YAMLMap | YAMLSeq, entry: string, after: string | undefined): string {
	const start = parent.range?.[0] ?? 0;
	const indent = ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
	const above: unknown = isMap(parent) && after !== undefined ? parent.get(after, true) : undefined;
	const range = isScalar(above) || isCollection(above) ? above.range : parent.range;
	const end = text.slice(0, range?.[1] ?? text.length).trimEnd().length;
	// A remark behind the last value stays behind it.
	const line = text.indexOf('\n', end);
	const at = line === -1 ? text.length : line;
	return `${text.slice(0, at)}\n${indent}${entry}${text.slice(at) || '\n'}`;
}
