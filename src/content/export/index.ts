import { openReferral } from './open-referral/index.ts';
import type { Publication } from './publication.ts';

/** The formats that the data is given out in. */
export const FORMATS = ['open-referral'] as const;
export type Format = (typeof FORMATS)[number];

/** The files of one format: texts by path from the folder that is given out (`/data/` of the site). */
export type ExportFiles = Map<string, string>;

/**
 * Makes the files of one format. Pure.
 * @param site address of the site, https and without a slash at its end, when it is known
 */
export function exportFiles(format: Format, publication: Publication, site?: string): ExportFiles {
	switch (format) {
		case 'open-referral':
			return asJson('open-referral', openReferral(publication, site));
	}
}

/** JSON texts in a folder. One line each: they are for machines, and there are thousands of them. */
function asJson(folder: string, values: ReadonlyMap<string, unknown>): ExportFiles {
	return new Map([...values].map(([path, value]) => [`${folder}/${path}`, `${JSON.stringify(value)}\n`]));
}
