import { toJsonSchema } from '@valibot/to-json-schema';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { fromForm, toForm } from '../../../scripts/editor/record-format.js';
import { isRaw } from '../import/feed/fields.ts';
import { textsIn } from '../read/files.ts';
import { Service } from '../schema/service.ts';
import { editorConfig, serviceFields, type EditorField } from './config.ts';

/** Every path of the schema, maps and lists as `*`. */
function paths(schema: unknown, at = ''): string[] {
	if (!isRaw(schema)) return [];
	const inner = (key: string) => (at === '' ? key : `${at}.${key}`);
	const properties = isRaw(schema['properties']) ? Object.entries(schema['properties']) : [];
	return [
		...properties.flatMap(([key, part]) => [inner(key), ...paths(part, inner(key))]),
		...paths(schema['items'], at),
		...paths(schema['additionalProperties'], at)
	];
}

const fieldPaths = (fields: readonly EditorField[], at = ''): string[] =>
	fields.flatMap(({ name, fields: inner = [] }) => [`${at}${name}`, ...fieldPaths(inner, `${at}${name}.`)]);

describe('the editing page', () => {
	it('has every field of a service that the schema has', () => {
		const known = paths(toJsonSchema(Service, { typeMode: 'input', errorMode: 'ignore' }));
		expect(known.length).toBeGreaterThan(80);
		const shown = new Set(fieldPaths(serviceFields(['harlow'])));
		expect(known.filter((path) => !shown.has(path))).toEqual([]);
	});

	it('has a collection for each area, each with help in plain words', () => {
		const { collections } = editorConfig(() => ['harlow']);
		expect(collections.map(({ folder }) => folder)).toContain('content/areas/essex/services');
		for (const { fields } of collections)
			expect(fields.filter(({ hint }) => hint !== undefined).length).toBeGreaterThan(10);
	});

	it('gives back each real record as it was', () => {
		const files = [...textsIn('.')].filter(([file]) => file.includes('/services/'));
		const records = files
			.map(([, text]): unknown => parse(text))
			.filter((record) => isRaw(record) && !('services' in record));
		expect(records.length).toBeGreaterThan(300);
		const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
		for (const record of records) expect(plain(fromForm(toForm(plain(record))))).toEqual(plain(record));
	});
});
