import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

/** What CONTRIBUTING.md says to type, typed in a copy of the content. */

const guide = readFileSync('CONTRIBUTING.md', 'utf8');
const FILE = 'content/areas/thurrock/services/example-street-hub.yaml';

function copy(): string {
	const root = mkdtempSync(join(tmpdir(), 'fingerpost-'));
	cpSync('content', join(root, 'content'), { recursive: true });
	return root;
}

/** Words of a command as a shell parts them: quotes hold together. */
const words = (command: string) =>
	[...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

function run(root: string, args: string[]) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		['--import', 'tsx', 'src/cli/main.ts', ...args, '--root', root],
		{ encoding: 'utf8' }
	);
	return { status, stdout, stderr };
}

const commandOf = (start: string) => {
	const line = guide
		.split('\n')
		.find((each) => each.trim().replaceAll('`', '').startsWith(`npm run -s fingerpost -- ${start}`));
	if (line === undefined) throw new Error(`CONTRIBUTING.md no longer says "${start}"`);
	return words(line.trim().replaceAll('`', '')).slice(5);
};

it('a service in ten minutes: begun, checked, and nothing wrong', { timeout: 600_000 }, () => {
	const root = copy();
	expect(run(root, commandOf('new service'))).toMatchObject({ status: 0, stderr: '' });
	expect(run(root, [...commandOf('assured'), '--date', '2026-11-28'])).toMatchObject({ status: 0, stderr: '' });
	expect(parse(readFileSync(join(root, FILE), 'utf8'))).toMatchObject({
		listing: 'draft',
		phones: [{ number: '01375 372500', assured: { date: '2026-11-28', how: 'phone', by: 'your name' } }]
	});
	expect(run(root, ['check', '--errors'])).toMatchObject({ status: 0, stdout: '' });
	expect(run(root, commandOf('new service'))).toMatchObject({
		status: 2,
		stderr: expect.stringContaining('is there already')
	});
});

it('your area in an afternoon: begun, and the check says what is left until nothing is', { timeout: 600_000 }, () => {
	const root = copy();
	expect(run(root, commandOf('new area'))).toMatchObject({ status: 0, stderr: '' });
	const file = join(root, 'content/areas/example-vale/area.draft.yaml');
	const left = () => {
		const { status, stdout } = run(root, ['check']);
		expect(status).toBe(0);
		return stdout.split('\n').filter((line) => line.includes('area.draft.yaml'));
	};
	expect(parse(readFileSync(file, 'utf8'))).toMatchObject({
		id: 'example-vale',
		councils: [
			{ id: 'north-vale', name: 'North Vale', upper_tier: 'Vale County Council' },
			{ id: 'south-vale', name: 'South Vale', upper_tier: 'Vale County Council' }
		]
	});
	const begun = left().join('\n');
	for (const words of [
		'how help is arranged',
		'from adults',
		'under 18',
		'families',
		'needle-exchange',
		'North Vale',
		'AREAS'
	])
		expect(begun).toContain(words);
	const example = [...guide.matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) => text).at(-1) ?? '';
	const written = example.replaceAll(/^ {3}/gm, '');
	writeFileSync(file, readFileSync(file, 'utf8').replace(/front_doors: \[\]\nmissing: \[\]\n/, written));
	const after = left().join('\n');
	for (const words of ['how help is arranged', 'first call', 'treatment,']) expect(after).not.toContain(words);
	expect(after).toContain('needle-exchange');
	expect(run(root, commandOf('new area'))).toMatchObject({
		status: 2,
		stderr: expect.stringContaining('is there already')
	});
});

it('a table with the map of the guide: drafts are written, and nothing wrong', { timeout: 600_000 }, () => {
	const root = copy();
	const [, map = ''] = /```yaml\n(.*?)```/s.exec(guide) ?? [];
	const folder = join(root, 'feed');
	mkdirSync(folder);
	writeFileSync(join(folder, 'map.yaml'), map);
	writeFileSync(
		join(folder, 'list.csv'),
		'Reference,Service name,Telephone,Mobile,Building,Street,Town,Postcode,Hours,Type\n7,Mill Needles,01245 284772,,Mill House,1 Mill Lane,Chelmsford,CM2 0PP,Mo-Fr 09:00-17:00,NSP\n'
	);
	const asked = ['import', 'csv', join(folder, 'list.csv'), '--map', join(folder, 'map.yaml'), '--area', 'essex'];
	expect(run(root, [...asked, '--as-of', '2026-11-28', '--write'])).toMatchObject({ status: 0, stderr: '' });
	expect(parse(readFileSync(join(root, 'content/areas/essex/services/mill-needles.yaml'), 'utf8'))).toMatchObject({
		taxonomy_terms: ['needle-exchange'],
		locations: [{ address_1: 'Mill House, 1 Mill Lane', schedules: [{ opening_hours: 'Mo-Fr 09:00-17:00' }] }]
	});
	expect(run(root, ['check', '--errors'])).toMatchObject({ status: 0, stdout: '' });
	const broken = run(root, ['import', 'open-referral', join(folder, 'map.yaml'), '--area', 'essex', '--write']);
	expect(broken).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('Nothing was written.') });
});
