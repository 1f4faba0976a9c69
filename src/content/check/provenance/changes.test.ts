import { stringify } from 'yaml';
import { expect, it } from 'vitest';
import { problemLines, SERVICE_FILE, validService } from '../fixture.ts';

const FILE = 'content/changes.yaml';
const MODELINE = '# yaml-language-server: $schema=../static/schemas/changes.schema.json\n';
const page = { url: 'https://example.org/old', page_date: '2024', supports: 'the old number' };
const change = {
	date: '2026-11-22',
	kind: 'number',
	what: 'The hub has a new number.',
	services: ['well-street-hub'],
	sources: ['old-page']
};
const problems = (over: object = {}, sources: object = { 'old-page': page }, more: Record<string, string> = {}) =>
	problemLines({ ...more, [FILE]: MODELINE + stringify({ changes: [{ ...change, ...over }], sources }) });

it('a correction with its service and its source is right', () => {
	expect(problems()).toEqual([]);
});

it('a source that the file does not have, and one that nothing names', () => {
	expect(problems({ sources: ['old-pge'] })).toEqual([
		expect.stringMatching(/missing-source .*"old-pge" — Did you mean "old-page"\?$/),
		expect.stringMatching(/unused-source .*"old-page".*no change names it/)
	]);
});

it('a source that says nowhere to look', () => {
	const { page_date, supports } = page;
	expect(problems({}, { 'old-page': { page_date, supports } })).toEqual([expect.stringMatching(/unused-source .*nowhere to look/)]);
});

it('a service that people do not see', () => {
	const draft = validService({ listing: 'draft', listing_reason: 'Not sure.' });
	expect(problems({}, undefined, { [SERVICE_FILE]: draft })).toContainEqual(
		expect.stringMatching(/change-service no service that is shown has the id "well-street-hub"/)
	);
});

it('a number that must not be rung, in a correction as anywhere', () => {
	const blocked = stringify({ numbers: [{ number: '01245 999888', was: 'the old number' }] });
	expect(
		problems({ what: 'Do not ring 01245 999888 any more.' }, undefined, { 'content/national/blocked-numbers.yaml': blocked })
	).toContainEqual(expect.stringMatching(/changes\.yaml.* error blocked-number 01245 999888/));
});

it('the newest stands first', () => {
	const two = [change, { ...change, date: '2026-11-23' }];
	expect(problemLines({ [FILE]: MODELINE + stringify({ changes: two, sources: { 'old-page': page } }) })).toContainEqual(
		expect.stringMatching(/newest first/)
	);
});
