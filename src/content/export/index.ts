import { ATTRIBUTIONS, CONTENT_CAUTION, CONTENT_LICENCE } from '../../data/pages/licence.ts';
import { csv } from './csv.ts';
import { geoJson } from './geojson.ts';
import { meetingGuide } from './meeting-guide.ts';
import { openApi } from './openapi.ts';
import { openReferral } from './open-referral/index.ts';
import type { Publication } from './publication.ts';

/** The formats that the data is given out in. */
export const FORMATS = ['open-referral', 'geojson', 'csv', 'meeting-guide', 'openapi'] as const;
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
			return new Map(
				[...openReferral(publication, site)].map(([path, value]) => [`open-referral/${path}`, json(value)])
			);
		case 'geojson':
			return new Map([['services.geojson', json(geoJson(publication, site))], licence(publication)]);
		case 'csv':
			return new Map([['services.csv', csv(publication, site)], licence(publication)]);
		case 'meeting-guide':
			return new Map([['meetings.json', json(meetingGuide(publication, site))], licence(publication)]);
		case 'openapi':
			return new Map([['openapi.json', json(openApi(publication.made, site))], licence(publication)]);
	}
}

/** All files of all formats. */
export function allExportFiles(publication: Publication, site?: string): ExportFiles {
	return new Map(FORMATS.flatMap((format) => [...exportFiles(format, publication, site)]));
}

/** One line each: they are for machines, and there are thousands of them. */
const json = (value: unknown) => `${JSON.stringify(value)}\n`;

function licence({ made }: Publication): [path: string, text: string] {
	const lines = [
		'Fingerpost: services that help with drugs and alcohol',
		`Content of ${made}. ${CONTENT_CAUTION}`,
		'',
		`Licence: ${CONTENT_LICENCE.name}, ${CONTENT_LICENCE.url}`,
		'You may use it for anything if you name us and those whose facts it stands on:',
		...ATTRIBUTIONS.map((line) => `- ${line}`)
	];
	return ['licence.txt', `${lines.join('\n')}\n`];
}
