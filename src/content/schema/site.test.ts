import { expect, test } from 'vitest';
import { readTexts } from '../read/index.ts';

const FILE = 'content/site.yaml';
const read = (maintainer: string) => readTexts(new Map([[FILE, `maintainer: ${maintainer}\n`]]));
const problems = (maintainer: string) => read(maintainer).problems.filter(({ level }) => level === 'error');

test.each(['{}', '{email: list@example.org}', '{name: Example Council, form: https://example.org/wrong}'])(
	'the maintainer may be %s',
	(maintainer) => {
		expect(problems(maintainer)).toEqual([]);
		expect(read(maintainer).siteFiles).toHaveLength(1);
	}
);

test.each([
	['{email: "list@example.org?bcc=x@evil.example"}', /e-mail/],
	['{email: nobody}', /e-mail/],
	['{form: http://example.org/}', /https/],
	['{form: "javascript:alert(1)"}', /https/],
	['{form: example.org}', /web address/],
	['{name: Example Council}', /reaches nobody/],
	['{phone: 01245 284772}', /phone/]
])('the maintainer may not be %s', (maintainer, message) => {
	expect(problems(maintainer).map((problem) => problem.message).join('\n')).toMatch(message);
	expect(read(maintainer).siteFiles).toEqual([]);
});
