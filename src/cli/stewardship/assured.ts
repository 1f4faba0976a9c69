import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { nearest } from '../../content/read/nearest.ts';
import { readContent } from '../../content/read/index.ts';
import { assuredText, FIELDS, partsOf, WAYS } from '../../content/stewardship/assure.ts';
import { today } from './today.ts';

const USAGE_ERROR = 2;

const HELP = `npm run -s fingerpost -- assured ID --field FIELD --by NAME --how HOW [--date DATE]

Records that somebody checked a part of a record and found it right. Comments and order of the file stay as they are.

  --field FIELD   ${FIELDS.join(', ')}, or one part such as phones[1] (stale --csv names them)
  --by NAME       who checked: a name or a role
  --how HOW       ${Object.keys(WAYS).join(', ')}
  --date DATE     the day of the check, such as 2026-11-28 (today)
`;

/** `fingerpost assured`: 0 when the check was written, 2 when the command is wrong. */
export function run(args: string[]): number {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			field: { type: 'string' },
			by: { type: 'string' },
			how: { type: 'string' },
			date: { type: 'string' },
			root: { type: 'string', default: '.' },
			help: { type: 'boolean', short: 'h' }
		}
	});
	const [id] = positionals;
	if (values.help || id === undefined) {
		process.stdout.write(HELP);
		return values.help ? 0 : USAGE_ERROR;
	}
	const { field, by } = values;
	const how = WAYS[values.how ?? ''];
	const date = values.date ?? today();
	if (field === undefined) return wrong(`--field is missing: ${FIELDS.join(', ')}.`);
	if (by === undefined || by.trim() === '') return wrong('--by is missing: who checked?');
	if (how === undefined) return wrong(`--how must be one of ${Object.keys(WAYS).join(', ')}.`);
	if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || new Date(`${date}T00:00:00Z`).toJSON()?.slice(0, 10) !== date) {
		return wrong(`--date ${date}: must be a day such as 2026-11-28.`);
	}
	const root = resolve(values.root);
	const { services } = readContent(root);
	const service = services.find(({ record }) => record.id === id);
	if (!service) {
		const near = nearest(
			id,
			services.map(({ record }) => record.id)
		);
		return wrong(`There is no service "${id}".${near === undefined ? '' : ` Did you mean "${near}"?`}`);
	}
	if (!service.file.includes('/services/')) {
		return wrong(
			`${id} is a line of ${service.file}, whose date is that of the whole list. Give it a record of its own first: fingerpost new service.`
		);
	}
	const file = join(root, service.file);
	const { text, parts } = assuredText(readFileSync(file, 'utf8'), service, field, { date, how, by: by.trim() });
	if (parts.length === 0) return wrong(`${id} has no "${field}". It has ${partsOf(service).join(', ')}.`);
	writeFileSync(file, text);
	process.stdout.write(`${service.file}: ${parts.join(', ')} checked by ${values.how ?? ''} on ${date}\n`);
	return 0;
}

function wrong(message: string): number {
	process.stderr.write(`${message}\n`);
	return USAGE_ERROR;
}
