import { parseArgs } from 'node:util';
import { isPathways } from '../data/pathway.ts';
import { drawPathway } from '../lib/pathway/draw.ts';
import { loadData } from './data.ts';

const USAGE_ERROR = 2;

const HELP = `npm run -s fingerpost -- graph [--format mermaid|dot]

Draws the whole pathway for review: questions, branches and plans, with every answer.
Mermaid can be pasted into a pull request; DOT is drawn by Graphviz.
`;

/** `fingerpost graph`: the pathway as a picture. */
export async function run(args: string[]): Promise<number> {
	const { values } = parseArgs({
		args,
		options: { format: { type: 'string', default: 'mermaid' }, help: { type: 'boolean', short: 'h' } }
	});
	if (values.help) {
		process.stdout.write(HELP);
		return 0;
	}
	if (values.format !== 'mermaid' && values.format !== 'dot') {
		process.stderr.write(`There is no format "${values.format}": it is mermaid or dot.\n`);
		return USAGE_ERROR;
	}
	process.stdout.write(drawPathway(await loadData().file('pathways', isPathways), values.format));
	return 0;
}
