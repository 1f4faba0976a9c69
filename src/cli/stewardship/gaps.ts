import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildFiles } from '../../content/build.ts';
import { coverageText } from '../../content/stewardship/gaps.ts';

const HELP = `npm run -s fingerpost -- gaps [--area AREA] [--json]

Where help is and where it is not: for each need, area and age how many services there are, how many of them are confirmed,
can be reached, open in the evening or at a weekend, and how many of the area's postcodes lie within 10 miles of a door. The
page /data/coverage/ shows the same. ("coverage" proves the pathway; this counts the services.)
`;

/** `fingerpost gaps`. */
export function run(args: string[]): number {
	const { values } = parseArgs({
		args,
		options: {
			area: { type: 'string' },
			json: { type: 'boolean' },
			root: { type: 'string', default: '.' },
			help: { type: 'boolean', short: 'h' }
		}
	});
	if (values.help) {
		process.stdout.write(HELP);
		return 0;
	}
	const { coverage } = buildFiles(resolve(values.root));
	const areas = coverage.areas.filter(({ id }) => values.area === undefined || id === values.area);
	if (areas.length === 0) {
		process.stderr.write(
			`There is no area "${values.area ?? ''}". The areas are ${coverage.areas.map(({ id }) => id).join(', ')}.\n`
		);
		return 2;
	}
	process.stdout.write(
		values.json ? `${JSON.stringify({ ...coverage, areas })}\n` : coverageText({ ...coverage, areas })
	);
	return 0;
}
