import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { countContent, type ContentCounts } from '../content/check/counts.ts';
import { factsIn } from '../content/check/fact-files.ts';
import { givenIn } from '../content/check/given.ts';
import { checkContent } from '../content/check/index.ts';
import { readContent, type Problem } from '../content/read/index.ts';

const USAGE_ERROR = 2;
const FACTS_BESIDE = '../shared/facts';

const HELP = `npm run -s fingerpost -- check [--facts] [--errors] [--json]

Checks all content and says every problem with its file, line and column, and how to mend it.
Exit code 1 when there is an error; warnings do not count.

  --facts    also account for every fact in $FINGERPOST_FACTS or ${FACTS_BESIDE}
  --errors   print errors only, no warnings and no counts
  --json     print {errors, warnings, counts} and nothing else
`;

function line({ line, column, level, rule, message, mend, file }: Problem): string {
	return `${file}:${line}:${column} ${level} ${rule} ${message} — ${mend}`;
}

function grouped(problems: readonly Problem[]): string {
	const groups = new Map<string, string[]>();
	for (const problem of problems) groups.set(problem.file, [...(groups.get(problem.file) ?? []), line(problem)]);
	return [...groups.values()].map((lines) => `${lines.join('\n')}\n`).join('\n');
}

function table(title: string, rows: Record<string, Record<string, number>>): string {
	const lines = Object.entries(rows).map(([name, counts]) => {
		const parts = Object.entries(counts).map(([listing, count]) => `${count} ${listing}`);
		return `  ${name}: ${parts.join(', ')}`;
	});
	return [title, ...lines].join('\n');
}

const pairs = (counts: Record<string, number>) =>
	Object.entries(counts)
		.map(([name, count]) => `${name} ${count}`)
		.join(', ');

function summary(counts: ContentCounts, errors: number, warnings: number): string {
	return [
		table('By area', counts.area),
		table('By main kind', counts.kind),
		[
			'Not shown, and why',
			...counts.hidden.map(({ id, area, listing, reason }) => `  ${area}/${id} (${listing}): ${reason}`)
		].join('\n'),
		`Facts accounted for: ${pairs(counts.facts)}`,
		`Average reading age: ${pairs(counts.readingAge)}`,
		`${counts.services} services of ${counts.organizations} organizations: ${pairs(counts.listing)}`,
		`${counts.published} published, ${counts.publishedBesidesPharmacies} of them besides the pharmacies`,
		`${errors} errors, ${warnings} warnings`
	].join('\n\n');
}

/** `fingerpost check`: every problem of the content, then what the content amounts to. */
export function run(args: string[]): number {
	const { values } = parseArgs({
		args,
		options: {
			facts: { type: 'boolean' },
			errors: { type: 'boolean' },
			json: { type: 'boolean' },
			root: { type: 'string', default: '.' },
			help: { type: 'boolean', short: 'h' }
		}
	});
	if (values.help) {
		process.stdout.write(HELP);
		return 0;
	}
	const root = resolve(values.root);
	const folder = resolve(root, process.env['FINGERPOST_FACTS'] ?? FACTS_BESIDE);
	if (values.facts && !existsSync(folder)) {
		process.stderr.write(`There is no folder of facts at ${folder}. Set FINGERPOST_FACTS to where they are.\n`);
		return USAGE_ERROR;
	}
	if (!existsSync(join(root, 'content'))) {
		process.stderr.write(`There is no content folder in ${root}.\n`);
		return USAGE_ERROR;
	}
	const content = readContent(root);
	const given = { ...givenIn(root, content), ...(values.facts && { facts: factsIn(folder) }) };
	const problems = checkContent(content, given);
	const errors = problems.filter(({ level }) => level === 'error');
	const warnings = problems.filter(({ level }) => level === 'warning');
	const exitCode = errors.length > 0 ? 1 : 0;
	if (values.json) {
		process.stdout.write(`${JSON.stringify({ errors, warnings, counts: countContent(content) })}\n`);
		return exitCode;
	}
	if (values.errors) {
		process.stdout.write(grouped(errors));
		return exitCode;
	}
	process.stdout.write(`${grouped(problems)}\n${summary(countContent(content), errors.length, warnings.length)}\n`);
	return exitCode;
}
