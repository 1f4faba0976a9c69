import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeFiles } from '../content/export/build.ts';
import { allExportFiles, exportFiles, FORMATS, type Format } from '../content/export/index.ts';
import { publicationOf } from '../content/export/publication.ts';
import { siteAddress } from '../content/export/site.ts';
import { readContent } from '../content/read/index.ts';
import { nearest } from '../content/read/nearest.ts';
import { readPlaceTables } from '../content/read/place-tables.ts';

const USAGE_ERROR = 2;
const ALL = 'all';

const HELP = `npm run -s fingerpost -- export ${FORMATS.join('|')}|all --out DIR

Writes the published services as open data. Drafts, closed services and the doors of confidential places are never in it.
The build writes the same files to /data/ of the site.

  --out DIR   the folder to write to; made when it is not there

SITE_URL=https://… names the site in files that need its address.
`;

const isFormat = (text: string): text is Format => FORMATS.some((format) => format === text);

/** `fingerpost export`: one format, to a folder. */
export function run(args: string[]): number {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: { out: { type: 'string' }, help: { type: 'boolean', short: 'h' } }
	});
	const [format, ...more] = positionals;
	if (values.help || format === undefined || more.length > 0 || values.out === undefined) {
		process.stdout.write(HELP);
		return values.help ? 0 : USAGE_ERROR;
	}
	if (format !== ALL && !isFormat(format)) {
		const near = nearest(format, [...FORMATS, ALL]);
		process.stderr.write(
			`There is no format "${format}".${near === undefined ? '' : ` Did you mean "${near}"?`}\n\n${HELP}`
		);
		return USAGE_ERROR;
	}
	const root = process.cwd();
	const publication = publicationOf(readContent(root), readPlaceTables(root));
	const site = siteAddress(process.env['SITE_URL']);
	const files = format === ALL ? allExportFiles(publication, site) : exportFiles(format, publication, site);
	const out = resolve(values.out);
	writeFiles(out, files);
	process.stdout.write(`${files.size} files of ${publication.services.length} services written to ${out}\n`);
	return 0;
}
