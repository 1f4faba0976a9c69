import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';

const Problem = v.object({
	file: v.string(),
	line: v.number(),
	column: v.number(),
	level: v.string(),
	rule: v.string(),
	message: v.string(),
	mend: v.string()
});
const Output = v.strictObject({
	errors: v.array(Problem),
	warnings: v.array(Problem),
	counts: v.looseObject({ services: v.number(), published: v.number() })
});

function fingerpost(...args: string[]) {
	const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], {
		encoding: 'utf8'
	});
	return { status, stdout, stderr };
}

function project(files: Record<string, string>): string {
	const root = mkdtempSync(join(tmpdir(), 'fingerpost-'));
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	}
	return root;
}

const broken = {
	'content/areas/essex/services/a.yaml': 'id: a\nname: <b>\n',
	'content/areas/essex/organizations.yaml': 'organizations: []\n'
};

/** Each test starts a process or several. */
const SLOW = { timeout: 60_000 };

describe('fingerpost check', SLOW, () => {
	test('prints every problem with its place and ends with 1', () => {
		const { status, stdout } = fingerpost('check', '--root', project(broken));
		expect(status).toBe(1);
		expect(stdout).toContain(
			'content/areas/essex/services/a.yaml:1:1 error missing-field "listing" is missing — Add it.'
		);
		expect(stdout).toContain('0 services of 0 organizations');
	});

	test('--json prints errors, warnings and counts and nothing else', () => {
		const { status, stdout } = fingerpost('check', '--json', '--root', project(broken));
		const { errors, counts } = v.parse(Output, JSON.parse(stdout));
		expect(status).toBe(1);
		expect(errors.length).toBeGreaterThan(5);
		expect(counts.services).toBe(0);
	});

	test('a slip of the typist ends with 2 and leaves standard output empty', () => {
		const slips = [['chekc'], ['check', '--jsn'], ['check', '--root', '/nowhere/at/all']];
		expect(slips.map((args) => fingerpost(...args)).map(({ status, stdout }) => [status, stdout])).toEqual(
			slips.map(() => [2, ''])
		);
		expect(fingerpost('chekc').stderr).toContain('There is no verb "chekc". Did you mean "check"?');
	});

	test('--help tells the options', () => {
		expect(fingerpost('check', '--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--facts') });
		expect(fingerpost('--help').stdout).toMatch(/^ +check +check the content/m);
	});
});
