import { parseArgs } from 'node:util';
import { csvOf } from '../content/export/csv.ts';
import { webLinks, type WebLink } from '../content/export/web-links.ts';
import { readContent } from '../content/read/index.ts';

const HELP = `npm run -s fingerpost -- links [--csv|--json]

Lists every web address that people are sent to, with the records that use it and the day it was last seen, the oldest
first: for a person to open and check. It opens none itself.

  --csv    as a table for a spreadsheet
  --json   as one JSON array
`;

/** `fingerpost links`: web addresses to check by hand. */
export function run(args: string[]): number {
	const { values } = parseArgs({
		args,
		options: { csv: { type: 'boolean' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } }
	});
	if (values.help) {
		process.stdout.write(HELP);
		return 0;
	}
	const links = webLinks(readContent(process.cwd()));
	if (values.json) process.stdout.write(`${JSON.stringify(links)}\n`);
	else if (values.csv) process.stdout.write(csvOf(links.map(row)));
	else process.stdout.write(`${links.map(inWords).join('\n')}\n\n${links.length} web addresses\n`);
	return 0;
}

const row = ({ url, lastSeen, usedBy }: WebLink) => ({
	url,
	last_seen: lastSeen ?? 'undated',
	records: usedBy.join(' | ')
});

const inWords = ({ url, lastSeen, usedBy }: WebLink) =>
	`${(lastSeen ?? 'undated').padEnd('YYYY-MM-DD'.length)}  ${url}\n            ${usedBy.join(', ')}`;
