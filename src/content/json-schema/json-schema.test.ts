import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { validService } from '../check/fixture.ts';
import { editorFiles } from './index.ts';

describe('JSON Schemas for editors', () => {
	test.each([...editorFiles()])('%s is up to date (npm run -s fingerpost -- schemas)', (path, text) => {
		expect(existsSync(path)).toBe(true);
		expect(readFileSync(path, 'utf8')).toBe(text);
	});

	const schema: unknown = JSON.parse(editorFiles().get('static/schemas/service.schema.json') ?? 'null');
	const ajv = new Ajv({ strict: false, allErrors: true });
	addFormats.default(ajv);

	test('take a good record and name what is wrong with a bad one', () => {
		if (typeof schema !== 'object' || schema === null) throw new Error('no schema');
		const fits = ajv.compile(schema);
		const good: unknown = parse(validService());
		expect(fits(good), JSON.stringify(fits.errors)).toBe(true);
		const bad: unknown = parse(validService({ listing: 'lsited' }));
		expect(fits(bad)).toBe(false);
		expect(JSON.stringify(fits.errors)).toContain('/listing');
	});

	test('carry the help texts that an editor shows while typing', () => {
		expect(JSON.stringify(schema)).toContain('The name people will see at the door or hear on the phone.');
	});
});
