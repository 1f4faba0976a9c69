import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { givenIn } from '../../content/check/given.ts';
import { checkContent } from '../../content/check/index.ts';
import { textsIn } from '../../content/read/files.ts';
import { readTexts } from '../../content/read/index.ts';
import { newAreaFiles, newQuestionFiles, newServiceFiles } from '../../content/write/scaffold.ts';
import { slug } from '../../content/write/service-yaml.ts';
import { AREAS, TAXONOMY_TERMS } from '../../data/terms.ts';
import { today } from './today.ts';

const USAGE_ERROR = 2;

const HELP = `npm run -s fingerpost -- new service [--name … --area … --kind … --description … --source …]
npm run -s fingerpost -- new area [--name … --council … --council … --upper-tier …]
npm run -s fingerpost -- new question [--id … --text … --why … --answer … --answer … --to …]

Begins a record. What no option says is asked for. A service begins as a draft, which nobody sees; nothing is written that
would not pass "fingerpost check". An area begins as a draft too: the check then says what is still to be filled in (CONTRIBUTING.md).

  --area AREA         ${AREAS.join(', ')}
  --kind TERM         what kind of service; may stand several times, the main one first
  --organization ID   who runs it, when it has a record; else one is begun
  --phone, --website  where people reach it
  --council ID        whose residents it serves; may stand several times (all of the area). Of an area: the name of a council
  --upper-tier NAME   of an area: the council that pays for treatment there (each council itself)
  --source TEXT       the address of the page, or the title of the document, that says so
  --page-date TEXT    the date on it (undated)
  --to ID             of a question: where its answers lead for now
`;

/** `fingerpost new`: 0 when files were written, 2 when something is wrong; nothing is written then. */
export async function run(args: string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			id: { type: 'string' },
			name: { type: 'string' },
			area: { type: 'string' },
			kind: { type: 'string', multiple: true },
			organization: { type: 'string' },
			description: { type: 'string' },
			phone: { type: 'string' },
			website: { type: 'string' },
			council: { type: 'string', multiple: true },
			'upper-tier': { type: 'string' },
			source: { type: 'string' },
			'page-date': { type: 'string', default: 'undated' },
			text: { type: 'string' },
			why: { type: 'string' },
			answer: { type: 'string', multiple: true },
			to: { type: 'string' },
			'as-of': { type: 'string' },
			root: { type: 'string', default: '.' },
			help: { type: 'boolean', short: 'h' }
		}
	});
	const [what] = positionals;
	const makers = { service, area, question };
	if (values.help || (what !== 'service' && what !== 'area' && what !== 'question')) {
		process.stdout.write(HELP);
		return values.help ? 0 : USAGE_ERROR;
	}
	const root = resolve(values.root);
	const ask = asker();
	try {
		const files = await makers[what]();
		return typeof files === 'string' ? wrong(files) : write(root, files);
	} finally {
		ask.close();
	}

	async function service(): Promise<Map<string, string> | string> {
		const name = values.name ?? (await ask('What is it called?'));
		const area = values.area ?? (await ask(`Which area? One of ${AREAS.join(', ')}`));
		if (!AREAS.some((known) => known === area)) return `There is no area "${area}". The areas are ${AREAS.join(', ')}.`;
		const kinds =
			values.kind ??
			(await ask('What kind of service? For example treatment, needle-exchange, helpline')).split(/[\s,]+/);
		const strange = kinds.find((kind) => !TAXONOMY_TERMS.some((term) => term === kind));
		if (strange !== undefined) return `There is no kind "${strange}". The kinds are ${TAXONOMY_TERMS.join(', ')}.`;
		const description = values.description ?? (await ask('What does it do, in one or two plain sentences?'));
		const source =
			values.source ?? (await ask('Where did you see this? The address of a page, or the title of a document'));
		for (const [option, value] of Object.entries({ name, description, source }))
			if (value.trim() === '') return `--${option} must not be empty.`;
		const content = readTexts(textsIn(root));
		const own = content.areas
			.filter(({ record }) => record.id === area)
			.flatMap(({ record }) => record.councils.map(({ id }) => id));
		return newServiceFiles({
			id: values.id ?? slug(name),
			name,
			area,
			...(values.organization !== undefined && { organization: values.organization }),
			kinds: TAXONOMY_TERMS.filter((term) => kinds.includes(term)).toSorted(
				(a, b) => kinds.indexOf(a) - kinds.indexOf(b)
			),
			description,
			councils: values.council ?? (own.length > 0 ? own : 'england'),
			...(values.phone !== undefined && { phone: values.phone }),
			...(values.website !== undefined && { website: values.website }),
			source,
			pageDate: values['page-date'],
			asOf: values['as-of'] ?? today()
		});
	}

	async function area(): Promise<Map<string, string> | string> {
		const name = (values.name ?? (await ask('What is the area called?'))).trim();
		const named = values.council ?? (await ask('Its councils, parted by semicolons')).split(/\s*;\s*/);
		const councils = named.map((each) => each.trim()).filter((each) => each !== '');
		if (name === '') return '--name must not be empty.';
		if (councils.length === 0) return 'An area needs a council: --council "Name of the council".';
		const id = values.id ?? slug(name);
		if (AREAS.some((known) => known === id)) return `There is an area "${id}" already.`;
		const upperTier = values['upper-tier'];
		return newAreaFiles({ id, name, councils, ...(upperTier !== undefined && { upperTier }) });
	}

	async function question(): Promise<Map<string, string> | string> {
		const text = values.text ?? (await ask('What is asked?'));
		const why = values.why ?? (await ask('Why do we ask, in one sentence?'));
		const answers = values.answer ?? (await ask('The answers, parted by semicolons')).split(/\s*;\s*/);
		const to = values.to ?? (await ask('Which question or outcome do they lead to for now? Its id'));
		if (answers.filter((answer) => answer.trim() !== '').length < 2) return 'A question needs two answers or more.';
		return newQuestionFiles(values.id ?? slug(text), text, why, answers, to);
	}
}

/** Asks on the terminal; in a pipe, where nobody answers, gives nothing. */
function asker(): ((text: string) => Promise<string>) & { close(): void } {
	const lines = process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stderr }) : undefined;
	return Object.assign(async (text: string) => (lines ? (await lines.question(`${text}: `)).trim() : ''), {
		close: () => lines?.close()
	});
}

function write(root: string, files: ReadonlyMap<string, string>): number {
	const taken = [...files.keys()].find((file) => existsSync(join(root, file)));
	if (taken !== undefined) return wrong(`${taken} is there already. Give it another --id.`);
	const texts = textsIn(root);
	const after = readTexts(new Map([...texts, ...files]));
	const errors = checkContent(after, givenIn(root, after)).filter(
		({ level, file }) => level === 'error' && files.has(file)
	);
	if (errors.length > 0) {
		return wrong(
			`${errors.map(({ file, message, mend }) => `${file}: ${message} — ${mend}`).join('\n')}\nNothing was written.`
		);
	}
	for (const [file, text] of files) {
		mkdirSync(dirname(join(root, file)), { recursive: true });
		writeFileSync(join(root, file), text);
		process.stdout.write(`${file}\n`);
	}
	return 0;
}

function wrong(message: string): number {
	process.stderr.write(`${message}\n`);
	return USAGE_ERROR;
}
