import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ExportList } from '../../data/pages/exports.ts';
import { readContent } from '../read/index.ts';
import { readPlaceTables } from '../read/place-tables.ts';
import { allExportFiles, type ExportFiles } from './index.ts';
import { openPlaces } from './places.ts';
import { publicationOf, type Publication } from './publication.ts';

/** Where the files wait for the build, which copies them to /data/ of the site. Git ignores it. */
export const EXPORT_FOLDER = '.exports';
/** What the page about the data lists: part of the app's code. Git ignores it. */
const LIST_FILE = 'src/data/generated/exports.json';

/**
 * Writes all exports of the project at `root`, and the list of them.
 * @param site as for `exportFiles`
 * @throws where content cannot be read or compiled; `fingerpost check` says more
 */
export function buildExports(root: string, site?: string): ExportFiles {
	const publication = publicationOf(readContent(root), readPlaceTables(root));
	const files = allExportFiles(publication, site);
	const folder = join(root, EXPORT_FOLDER);
	rmSync(folder, { recursive: true, force: true });
	writeFiles(folder, files);
	writeFiles(root, new Map([[LIST_FILE, JSON.stringify(exportList(files, publication), null, '\t')]]));
	return files;
}

/** Writes texts by path into a folder, with the folders that they need. */
export function writeFiles(folder: string, files: ExportFiles): void {
	for (const [path, text] of files) {
		const file = join(folder, path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
}

/** How many files there are, how large they are, and how many records stand in them. */
export function exportList(files: ExportFiles, publication: Publication): ExportList {
	const places = publication.services.flatMap(openPlaces);
	const all = [...files].map(([path, text]) => ({ path, bytes: Buffer.byteLength(text) }));
	const openReferral = all.filter(({ path }) => path.startsWith('open-referral/'));
	return {
		made: publication.made,
		services: publication.services.length,
		organizations: publication.organizations.length,
		places: places.length,
		files: all.filter((file) => !openReferral.includes(file) || !/\/.*\//.test(file.path)),
		openReferral: {
			files: openReferral.length,
			bytes: openReferral.reduce((sum, { bytes }) => sum + bytes, 0)
		}
	};
}
