import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Titles of the fault journeys, as Playwright itself reads them. */
function titles(): string[] {
	const list = execFileSync('npx', ['playwright', 'test', 'tests/offline', '--list', '--reporter=list'], {
		encoding: 'utf8'
	});
	return list.split('\n').flatMap((line) => /\.journey\.ts:\d+:\d+ › (.+)$/.exec(line)?.[1] ?? []);
}

test('docs/faults.md names every test of faults, and none that is not there', () => {
	const rows = readFileSync('docs/faults.md', 'utf8').matchAll(/^\| (?!fault |-).* \| (.+) \|$/gm);
	expect([...rows].map(([, title]) => title).sort()).toEqual(titles().sort());
}, 300_000);
