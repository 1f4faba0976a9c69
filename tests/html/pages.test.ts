import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { readBuilt } from '../built/files.ts';
import { builtPages, embedPages, SHELL_FILE } from '../built/pages.ts';

/** Reads .htmlvalidate.json, which says for each rule that is off why it is. */
const validator = new HtmlValidate(new FileSystemConfigLoader());

async function problemsOf(file: string, html: string): Promise<string[]> {
	const { results } = await validator.validateString(html, file);
	return results.flatMap(({ messages }) =>
		messages.map(({ line, ruleId, message }) => `${file}:${line} ${ruleId}: ${message}`)
	);
}

const pages = [...builtPages(), ...embedPages()];
const kinds = [...new Set(pages.map(({ kind }) => kind))].map(
	(kind) => [kind, pages.filter((page) => page.kind === kind)] as const
);

test.each(kinds)('pages of kind %s are valid HTML', async (_kind, ofKind) => {
	const problems: string[] = [];
	for (const { file, html } of ofKind) problems.push(...(await problemsOf(file, html)));
	expect(problems).toEqual([]);
});

test('the shell is valid HTML', async () => {
	expect(await problemsOf(SHELL_FILE, readBuilt(SHELL_FILE).toString())).toEqual([]);
});
