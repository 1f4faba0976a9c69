import { nearest } from '../content/read/nearest.ts';

/** A verb's module. `run` gets the words after the verb and gives the exit code. */
interface Verb {
	run(args: string[]): number | Promise<number>;
}

/** The verbs: what each is for, in one line, and its module, loaded only when it is called. */
const VERBS: Readonly<Record<string, { about: string; load: () => Promise<Verb> }>> = {
	check: { about: 'check the content: every problem with its file and line', load: () => import('./check.ts') },
	compile: { about: 'write the data files that the app reads', load: () => import('./compile.ts') },
	find: { about: 'find services by what people type', load: () => import('./find.ts') },
	where: { about: 'say which council and treatment system a postcode or town is in', load: () => import('./where.ts') },
	export: { about: 'write the published services as open data', load: () => import('./export.ts') },
	import: {
		about: 'compare a feed of services with the content: what is new, changed, vanished',
		load: () => import('./stewardship/import.ts')
	},
	new: {
		about: 'begin a service or a question, as files that pass the checks',
		load: () => import('./stewardship/new.ts')
	},
	stale: { about: 'what is due for a check, and what to ask', load: () => import('./stewardship/stale.ts') },
	assured: { about: 'record that somebody checked a part of a record', load: () => import('./stewardship/assured.ts') },
	gaps: {
		about: 'where help is and where it is not, by need, area and age',
		load: () => import('./stewardship/gaps.ts')
	},
	links: { about: 'list every web address for a person to check', load: () => import('./links.ts') },
	schemas: { about: 'write the JSON Schemas that help editors while they type', load: () => import('./schemas.ts') },
	walk: { about: 'go one way through the pathway: the next question, or the plan', load: () => import('./walk.ts') },
	coverage: {
		about: 'prove the pathway: every way, for every place, age and hour',
		load: () => import('./coverage.ts')
	},
	bench: {
		about: 'measure search and what else repeats; a directory as large as England',
		load: () => import('./bench.ts')
	},
	graph: { about: 'draw the pathway or the system map of an area, as Mermaid or DOT', load: () => import('./graph.ts') }
};

const USAGE_ERROR = 2;

function help(): string {
	const width = Math.max(...Object.keys(VERBS).map((verb) => verb.length));
	const lines = Object.entries(VERBS).map(([verb, { about }]) => `  ${verb.padEnd(width)}  ${about}`);
	return `npm run -s fingerpost -- <verb> [options]\n\n${lines.join('\n')}\n\n<verb> --help tells the options of a verb.\n`;
}

async function main([verb, ...args]: string[]): Promise<number> {
	if (verb === undefined || verb === '--help' || verb === '-h' || verb === 'help') {
		process.stdout.write(help());
		return verb === undefined ? USAGE_ERROR : 0;
	}
	const known = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
	if (!known) {
		const near = nearest(verb, Object.keys(VERBS));
		process.stderr.write(
			`There is no verb "${verb}".${near === undefined ? '' : ` Did you mean "${near}"?`}\n\n${help()}`
		);
		return USAGE_ERROR;
	}
	const { run } = await known.load();
	try {
		return await run(args);
	} catch (error) {
		// A wrong option is the typist's slip and no fault of the program.
		if (!isWrongOption(error)) throw error;
		process.stderr.write(`${error.message}\n`);
		return USAGE_ERROR;
	}
}

/** Whether node:util parseArgs refused the options. */
function isWrongOption(error: unknown): error is Error {
	return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

process.exitCode = await main(process.argv.slice(2));
