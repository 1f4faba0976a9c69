import { parseArgs } from 'node:util';
import { placer, prove, writtenOnce, type Fault, type Proof } from '../content/coverage/index.ts';
import { readContent } from '../content/read/index.ts';
import { isHolidays } from '../data/guards.ts';
import { readPathways } from '../lib/pathway/read.ts';
import { loadData } from './data.ts';

const HELP = `npm run -s fingerpost -- coverage [--json]

Proves the pathway "Where do I go?": walks every way for every place, age and hour, and says every property that does not
hold, with its file and line and a way that shows it. Exit code 1 when there is one; warnings do not count.

  --json   print {faults, warnings, numbers, gaps} and nothing else
`;

type Where = (at: string) => string;

const line = ({ rule, at, message, way }: Fault, level: string, where: Where) =>
	`${where(at)} ${level} ${rule} "${at}" ${message}${way === undefined ? '' : ` (${way})`}`;

const round = (value: number) => Math.round(value * 100) / 100;

function gapTable(gaps: Proof['gaps']): Record<string, Record<string, string[]>> {
	return Object.fromEntries(
		[...gaps]
			.toSorted(([a], [b]) => (a < b ? -1 : 1))
			.map(([area, needs]) => [area, Object.fromEntries([...needs].map(([need, places]) => [need, [...places]]))])
	);
}

function summary({ numbers, gaps, faults, warnings }: Proof): string {
	const lines = [
		`${numbers.questions} questions, ${numbers.branches} branches, ${numbers.outcomes} outcomes (${numbers.notReviewed} not reviewed)`,
		`${numbers.ways} ways: ${numbers.deepest} questions at most, ${round(numbers.mean)} on the mean, ${round(numbers.usual * 100)} % with four or fewer`,
		`${numbers.kinds} kinds of plan, in ${numbers.places} places of ${numbers.areas} areas, by day and by night: ${numbers.plans} plans made`,
		`${numbers.shown} of ${numbers.published} services are shown by some plan`,
		`${numbers.journeys} golden journeys`,
		'',
		'Needs without a service of the area (the plan says so and names what to do instead)'
	];
	for (const [area, needs] of Object.entries(gapTable(gaps))) {
		const words = Object.entries(needs).map(([need, places]) =>
			places.includes(area) ? need : `${need} (${places.join(', ')})`
		);
		lines.push(`  ${area}: ${words.length} of them: ${words.join('; ')}`);
	}
	return [...lines, '', `${faults.length} faults, ${warnings.length} warnings`].join('\n');
}

/** `fingerpost coverage`: the proof of the pathway, with its numbers. */
export async function run(args: string[]): Promise<number> {
	const { values } = parseArgs({ args, options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } });
	if (values.help) {
		process.stdout.write(HELP);
		return 0;
	}
	const content = readContent(process.cwd());
	const store = loadData();
	const areas = await store.areas();
	const proof = prove({
		graph: await readPathways(store),
		cards: await store.cards(areas.map(({ id }) => id)),
		areas,
		holidays: await store.file('holidays', isHolidays),
		journeys: content.pathwayFiles.flatMap(({ record }) => record.journeys ?? [])
	});
	const unread = content.problems.filter(
		({ file, level }) => level === 'error' && file.startsWith('content/pathways/')
	);
	const faults = [
		...unread.map(({ file, line: at, message }) => ({ rule: 'unread', at: `${file}:${at}`, message })),
		...writtenOnce(content),
		...proof.faults
	];
	const exitCode = faults.length > 0 ? 1 : 0;
	if (values.json) {
		process.stdout.write(`${JSON.stringify({ ...proof, faults, gaps: gapTable(proof.gaps) })}\n`);
		return exitCode;
	}
	const where = placer(content);
	const lines = [
		...faults.map((fault) => line(fault, 'error', where)),
		...proof.warnings.map((fault) => line(fault, 'warning', where))
	];
	process.stdout.write(`${[...lines, '', summary({ ...proof, faults })].join('\n')}\n`);
	return exitCode;
}
