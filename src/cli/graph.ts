import { parseArgs } from 'node:util';
import { nearest } from '../content/read/nearest.ts';
import { isJourneys, JOURNEYS } from '../data/pages/journeys.ts';
import { areaRole } from '../data/files/packs.ts';
import { readPathways } from '../lib/pathway/read.ts';
import { drawPathway } from '../lib/pathway/draw.ts';
import { drawJourneys } from '../lib/system-map/draw.ts';
import { NATIONAL } from '../data/files/packs.ts';
import { loadData } from './data.ts';

const USAGE_ERROR = 2;

const HELP = `npm run -s fingerpost -- graph [--format mermaid|dot]
npm run -s fingerpost -- graph --system AREA [--journey JOURNEY] [--format mermaid|dot]

Draws the whole pathway for review: questions, branches and plans, with every answer.
With --system it draws the system map of an area: its journeys, or one of them, stage by stage, gaps dashed.
Mermaid can be pasted into a pull request; DOT is drawn by Graphviz.
`;

/** `fingerpost graph`: the pathway, or the system map of an area, as a picture. */
export async function run(args: string[]): Promise<number> {
	const { values } = parseArgs({
		args,
		options: {
			format: { type: 'string', default: 'mermaid' },
			system: { type: 'string' },
			journey: { type: 'string' },
			help: { type: 'boolean', short: 'h' }
		}
	});
	const { format, system, journey } = values;
	if (values.help) {
		process.stdout.write(HELP);
		return 0;
	}
	if (format !== 'mermaid' && format !== 'dot') return wrong(`There is no format "${format}": it is mermaid or dot.`);
	if (system === undefined) {
		if (journey !== undefined) return wrong('A journey is of an area: say which with --system.');
		process.stdout.write(drawPathway(await readPathways(loadData()), format));
		return 0;
	}
	const data = loadData();
	const areas = (await data.areas()).map(({ id }) => id).filter((id) => id !== NATIONAL);
	if (!areas.includes(system)) return wrong(unknown('area', system, areas));
	const journeys = await data.file(areaRole('journeys', system), isJourneys);
	const wanted = journeys.filter(({ id }) => journey === undefined || id === journey);
	if (wanted.length === 0) return wrong(unknown('journey', journey ?? '', JOURNEYS));
	process.stdout.write(drawJourneys(wanted, format));
	return 0;
}

function unknown(what: string, given: string, known: readonly string[]): string {
	const near = nearest(given, known);
	return `There is no ${what} "${given}".${near === undefined ? '' : ` Did you mean "${near}"?`} Known: ${known.join(', ')}.`;
}

function wrong(message: string): number {
	process.stderr.write(`${message}\n`);
	return USAGE_ERROR;
}
