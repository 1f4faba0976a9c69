import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readContent } from '../../content/read/index.ts';
import { dueRecords, EVERY } from '../../content/stewardship/due.ts';
import { checklist, dueCsv, dueText } from '../../content/stewardship/due-text.ts';
import { AREAS } from '../../data/terms.ts';
import { today } from './today.ts';

const USAGE_ERROR = 2;

const HELP = `npm run -s fingerpost -- stale [--as-of DATE] [--area AREA] [--csv | --json | --checklist]

What is due for a check: crisis lines every month, front doors every ${EVERY['front door']} months, all else every ${EVERY.other}.

  --as-of DATE   the day it is, such as 2026-11-28 (today)
  --area AREA    only records of this area: ${AREAS.join(', ')}
  --csv          a table: one row for each part that is due
  --json         the same as JSON
  --checklist    a sheet to ring through, with the questions to ask
  --all          every record in the text, pharmacies too
`;

/** `fingerpost stale`. */
export function run(args: string[]): number {
	const { values } = parseArgs({
		args,
		options: {
			'as-of': { type: 'string' },
			area: { type: 'string' },
			csv: { type: 'boolean' },
			json: { type: 'boolean' },
			checklist: { type: 'boolean' },
			all: { type: 'boolean', default: false },
			root: { type: 'string', default: '.' },
			help: { type: 'boolean', short: 'h' }
		}
	});
	if (values.help) {
		process.stdout.write(HELP);
		return 0;
	}
	const asOf = values['as-of'] ?? today();
	if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf)) return wrong(`--as-of ${asOf}: must be a day such as 2026-11-28.`);
	if (values.area !== undefined && !AREAS.some((area) => area === values.area)) {
		return wrong(`There is no area "${values.area}". The areas are ${AREAS.join(', ')}.`);
	}
	const due = dueRecords(readContent(resolve(values.root)), asOf).filter(
		({ area }) => values.area === undefined || area === values.area
	);
	if (values.json) process.stdout.write(`${JSON.stringify(due)}\n`);
	else if (values.csv) process.stdout.write(dueCsv(due));
	else process.stdout.write(values.checklist ? checklist(due, asOf) : dueText(due, asOf, values.all));
	return 0;
}

function wrong(message: string): number {
	process.stderr.write(`${message}\n`);
	return USAGE_ERROR;
}
