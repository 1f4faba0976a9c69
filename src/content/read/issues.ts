import * as v from 'valibot';
import { nearest } from './nearest.ts';
import type { Path, Problem } from './problem.ts';
import { branch, helpAt, schemaAt, unknownFields } from './shape.ts';
import type { YamlFile } from './yaml-file.ts';

/** What a checked value gives: the parsed value, or nothing and the reasons. */
export interface Parsed<Output> {
	value?: Output;
	problems: Problem[];
}

type Found = Pick<Problem, 'rule' | 'message' | 'mend'>;

const MAX_QUOTED = 60;
/** Lists of allowed words longer than this are cut in messages. */
const MAX_WORDS = 12;

/** A value as an editor recognises it in a message. */
export function quote(value: unknown): string {
	const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
	return JSON.stringify(text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text);
}

function list(words: readonly string[]): string {
	return words.length > MAX_WORDS ? `${words.slice(0, MAX_WORDS).join(', ')}, …` : words.join(', ');
}

const meant = (near: string | undefined) => (near === undefined ? '' : `Did you mean "${near}"? `);

const name = (path: Path) => {
	const key = path.at(-1);
	return typeof key === 'number' ? `entry ${key + 1} of "${path.at(-2) ?? 'the list'}"` : `"${key ?? 'the file'}"`;
};

function kindOf(value: unknown): string {
	if (value === null || value === undefined) return 'nothing';
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'object') return 'a group of fields';
	return typeof value === 'string' ? `the text ${quote(value)}` : `the ${typeof value} ${quote(value)}`;
}

const WANTED: Readonly<Record<string, string>> = {
	array: 'a list',
	boolean: 'true or false',
	number: 'a number',
	record: 'a group of fields',
	strict_object: 'a group of fields',
	object: 'a group of fields',
	string: 'a text'
};

/** What valibot expected of a union, for people: `("england" | Array)` becomes "england" or a list. */
function inWords(expected: string | null): string {
	const parts = (expected ?? '').replaceAll(/^\(|\)$/g, '').split(' | ');
	return parts.map((part) => WANTED[part.toLowerCase()] ?? part).join(' or ') || 'something else';
}

function explain(issue: v.BaseIssue<unknown>, path: Path, help: string | undefined): Found {
	const what = name(path);
	const advice = help ?? 'See the schema for what may stand here.';
	const input = issue.input;
	if (issue.kind === 'schema' && (input === undefined || input === null)) {
		return { rule: 'missing-field', message: `${what} is missing`, mend: `Add it. ${help ?? ''}`.trim() };
	}
	switch (issue.type) {
		case 'picklist':
		case 'enum':
		case 'literal': {
			const allowed = [...(issue.expected ?? '').matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? '');
			const near = typeof input === 'string' ? nearest(input, allowed) : undefined;
			const rule = path.includes('taxonomy_terms') || path.at(-1) === 'taxonomy_term' ? 'unknown-term' : 'unknown-word';
			return {
				rule,
				message: `${quote(input)} is not one of the words that ${what} may hold`,
				mend: `${meant(near)}Allowed: ${list(near === undefined ? allowed : [near, ...allowed.filter((one) => one !== near)])}.`
			};
		}
		case 'max_length':
			return {
				rule: 'too-long',
				message: `${what} is ${issue.received} characters long; the most is ${String(issue.requirement)}`,
				mend: 'Say it in fewer words, or move the rest to another field.'
			};
		case 'min_length':
		case 'non_empty':
			return { rule: 'empty-field', message: `${what} is empty`, mend: `Fill it in or leave the field out. ${help ?? ''}`.trim() };
		case 'url':
			return { rule: 'bad-link', message: `${quote(input)} is not a web address`, mend: 'Write it whole, as https://example.org/page.' };
		case 'email':
			return { rule: 'bad-email', message: `${quote(input)} is not an e-mail address`, mend: 'Write it as name@example.org.' };
		case 'min_value':
		case 'max_value':
		case 'integer':
			return { rule: 'bad-number', message: `${quote(input)} is not a possible value of ${what}`, mend: advice };
		case 'regex':
		case 'check':
		case 'custom': {
			const own = issue.message.startsWith('Invalid') ? 'does not have the right form' : issue.message;
			const rule = /https?:/.test(own) ? 'bad-link' : 'bad-value';
			return { rule, message: `${what} is ${quote(input)}: it ${own}`, mend: help ?? `Change it so that it ${own.replace(/^must /, 'will ')}.` };
		}
		case 'string':
			return {
				rule: 'bad-value',
				message: `${what} must be a text and is ${kindOf(input)}`,
				mend: typeof input === 'object' ? advice : `Put it in quotes. A number without quotes loses its first 0.`
			};
		default:
			return {
				rule: 'bad-value',
				message: `${what} must be ${WANTED[issue.type] ?? inWords(issue.expected)} and is ${kindOf(input)}`,
				mend: advice
			};
	}
}

interface Placed {
	issue: v.BaseIssue<unknown>;
	path: Path;
}

/**
 * The issues of a value, without those for unknown fields. Where a union of shapes does not fit, valibot says only that;
 * an editor needs to hear what is wrong with the shape that was meant.
 */
function issuesOf(schema: v.GenericSchema, value: unknown, base: Path): Placed[] {
	const shape = branch(schema, value);
	const result = v.safeParse(shape, value);
	return (result.issues ?? []).flatMap((issue): Placed[] => {
		if (issue.type === 'strict_object' && issue.expected === 'never') return [];
		const keys = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
		const path = [...base, ...keys];
		const meantShape = issue.type === 'union' && keys.length > 0 ? schemaAt(shape, value, keys) : undefined;
		const deeper = meantShape && meantShape.type !== 'union' ? issuesOf(meantShape, issue.input, path) : [];
		return deeper.length > 0 ? deeper : [{ issue, path }];
	});
}

/**
 * Checks a YAML file against a schema and finds everything that is wrong at once.
 * @returns the parsed value when nothing is wrong, and otherwise the problems, each with its place and how to mend it
 */
export function parseAs<Schema extends v.GenericSchema>(schema: Schema, source: YamlFile): Parsed<v.InferOutput<Schema>> {
	if (source.problems.length > 0) return { problems: source.problems };
	const problem = (path: Path, found: Found): Problem => ({ level: 'error', file: source.file, ...source.at(path), ...found });
	if (source.value === null || source.value === undefined) {
		return { problems: [problem([], { rule: 'empty-file', message: 'the file is empty', mend: 'Fill it in or delete it.' })] };
	}
	const unknown = unknownFields(schema, source.value);
	const problems = unknown.map(({ path, known }) => {
		const key = String(path.at(-1));
		return {
			...problem(path, {
				rule: 'unknown-field',
				message: `there is no field ${quote(key)} here`,
				mend: `${meant(nearest(key, known))}Fields here: ${known.join(', ')}.`
			}),
			...source.nameAt(path)
		};
	});
	const result = v.safeParse(schema, source.value);
	if (result.success) return problems.length > 0 ? { problems } : { value: result.output, problems };
	for (const { issue, path } of issuesOf(schema, source.value, [])) {
		problems.push(problem(path, explain(issue, path, helpAt(schema, source.value, path))));
	}
	return { problems };
}
