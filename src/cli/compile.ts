import { buildData } from '../content/build.ts';
import { buildExports, EXPORT_FOLDER } from '../content/export/build.ts';
import { siteAddress } from '../content/export/site.ts';

/** `fingerpost compile`: writes the data files and the open data from content. */
export function run(): Promise<number> {
	const files = buildData(process.cwd());
	const exported = buildExports(process.cwd(), siteAddress(process.env['SITE_URL']));
	process.stdout.write(`${files.length} data files written to static/data\n`);
	process.stdout.write(`${exported.size} files of open data written to ${EXPORT_FOLDER}\n`);
	return Promise.resolve(0);
}
