import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readContent } from '../read/index.ts';
import { factsIn } from './fact-files.ts';
import { givenIn } from './given.ts';
import { checkContent } from './index.ts';

const FACTS = resolve(process.env['FINGERPOST_FACTS'] ?? '../shared/facts');

/** The content of this repository, and every fact that it was made from where the fact files stand beside it. */
test('the content has no error', { timeout: 60_000 }, () => {
	const content = readContent('.');
	const facts = existsSync(FACTS) ? { facts: factsIn(FACTS) } : {};
	const errors = checkContent(content, { ...givenIn('.', content), ...facts }).filter(({ level }) => level === 'error');
	expect(errors.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([]);
	expect(content.services.length).toBeGreaterThan(0);
});
