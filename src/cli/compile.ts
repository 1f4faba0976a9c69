import { buildData } from '../content/build.ts';
import { buildExports, EXPORT_FOLDER } from '../content/export/build.ts';
import { siteAddress } from '../content/export/site.ts';

const BY_AREA = '--by-area';

/** `fingerpost compile`: writes the data files and the open data from content. `--by-area`: as for a directory too large for every phone. */
export function run(args: string[] = []): Promise<number> {
	const files = buildData(process.cwd(), args.includes(BY_AREA) ? 'by-area' : undefined);
	const exported = buildExports(process.cwd(), siteAddress(process.env['SITE_URL']));
	process.stdout.write(`${files.length} data files written to static/data\n`);
	process.stdout.write(`${exported.size} files of open data written to ${EXPORT_FOLDER}\n`);
	return Promise.resolve(0);
}
