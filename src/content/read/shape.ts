import * as v from 'valibot';
import type { Path } from './problem.ts';

/**
 * Looks inside a valibot schema: which fields may stand where. valibot itself stops at the first unknown field of an
 * object; an editor wants them all at once.
 */

type AnySchema = v.GenericSchema;

const isSchema = (value: unknown): value is AnySchema =>
	typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema';

function child(schema: AnySchema, name: string): AnySchema | undefined {
	const found: unknown = Reflect.get(schema, name);
	return isSchema(found) ? found : undefined;
}

/** The schema inside `optional`, and the like. */
function bare(schema: AnySchema): AnySchema {
	const inner = child(schema, 'wrapped');
	return inner ? bare(inner) : schema;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function options(schema: AnySchema): AnySchema[] {
	const found: unknown = Reflect.get(schema, 'options');
	return schema.type === 'union' && Array.isArray(found) ? found.filter(isSchema) : [];
}

/** Names of the fields of an object schema; undefined for any other schema. */
export function fields(schema: AnySchema): string[] | undefined {
	const entries: unknown = Reflect.get(bare(schema), 'entries');
	return isRecord(entries) ? Object.keys(entries) : undefined;
}

/** Of a union of shapes, the one that the value looks most like; any other schema as it is. */
export function branch(schema: AnySchema, value: unknown): AnySchema {
	const unwrapped = bare(schema);
	const shapes = options(unwrapped);
	if (shapes.length === 0) return unwrapped;
	if (Array.isArray(value)) return shapes.find((shape) => bare(shape).type === 'array') ?? unwrapped;
	if (!isRecord(value)) return unwrapped;
	const shared = (shape: AnySchema) => (fields(shape) ?? []).filter((name) => Object.hasOwn(value, name)).length;
	const objects = shapes.filter((shape) => fields(shape) !== undefined);
	return objects.toSorted((a, b) => shared(b) - shared(a))[0] ?? unwrapped;
}

function inside(schema: AnySchema, key: string | number): AnySchema | undefined {
	const entries: unknown = Reflect.get(schema, 'entries');
	if (isRecord(entries)) {
		const entry = Object.hasOwn(entries, key) ? entries[key] : undefined;
		return isSchema(entry) ? entry : undefined;
	}
	return child(schema, schema.type === 'array' ? 'item' : 'value');
}

/** The schema that the value at `path` must fit. */
export function schemaAt(schema: AnySchema, value: unknown, path: Path): AnySchema | undefined {
	let here: AnySchema | undefined = branch(schema, value);
	let at: unknown = value;
	for (const key of path) {
		here = here && inside(here, key);
		at = typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined;
		here = here && branch(here, at);
	}
	return here;
}

/** Help text of the field at `path`, if the schema has one. */
export function helpAt(schema: AnySchema, value: unknown, path: Path): string | undefined {
	const key = path.at(-1);
	const parent = schemaAt(schema, value, path.slice(0, -1));
	const own = parent && key !== undefined ? inside(parent, key) : undefined;
	if (!own) return undefined;
	return v.getDescription(own) ?? v.getDescription(bare(own));
}

/** Every field that the schema does not know, with the names it does know there. */
export function unknownFields(schema: AnySchema, value: unknown, path: Path = []): { path: Path; known: string[] }[] {
	const here = branch(schema, value);
	if (Array.isArray(value)) {
		const item = here.type === 'array' ? child(here, 'item') : undefined;
		return item ? value.flatMap((entry, index) => unknownFields(item, entry, [...path, index])) : [];
	}
	if (!isRecord(value)) return [];
	const known = here.type === 'strict_object' ? fields(here) : undefined;
	return Object.entries(value).flatMap(([key, entry]) => {
		const below = [...path, key];
		if (known && !known.includes(key)) return [{ path: below, known }];
		const next = inside(here, key);
		return next ? unknownFields(next, entry, below) : [];
	});
}
