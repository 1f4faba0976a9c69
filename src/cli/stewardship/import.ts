import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { givenIn } from '../../content/check/given.ts';
import { uuidOf } from '../../content/export/open-referral/ids.ts';
import { compilePlaces } from '../../content/compile/places.ts';
import { FeedError } from '../../content/import/feed/feed-error.ts';
import type { Feed, FeedSource } from '../../content/import/feed/feed.ts';
import { readFeedTexts } from '../../content/import/feed/files.ts';
import { importPharmacies } from '../../content/import/import-pharmacies.ts';
import { importServices, type ImportGround, type ImportResult } from '../../content/import/index.ts';
import { readOpenReferral } from '../../content/import/open-referral/index.ts';
import { reportText } from '../../content/import/report.ts';
import { readCsv, readCsvMap } from '../../content/import/tables/csv-map.ts';
import { readPharmacies } from '../../content/import/tables/pharmacies.ts';
import { textsIn } from '../../content/read/files.ts';
import { nearest } from '../../content/read/nearest.ts';
import { readTexts } from '../../content/read/index.ts';
import { readPlaceTables } from '../../content/read/place-tables.ts';
import { slug } from '../../content/write/service-yaml.ts';
import { AREAS, ASSURANCES, type Assurance } from '../../data/terms.ts';
import { progressBar } from './progress.ts';
import { today } from './today.ts';

const USAGE_ERROR = 2;
const KINDS = ['open-referral', 'csv', 'pharmacies'] as const;

const HELP = `npm run -s fingerpost -- import open-referral FILE|FOLDER --area AREA [options]
npm run -s fingerpost -- import csv FILE --map MAP.yaml --area AREA [options]
npm run -s fingerpost -- import pharmacies FILE [--area AREA] [options]

Compares a feed with the content and says what is new, what changed (field by field) and what vanished. Nothing is written
without --write. What a person checked later than the feed is never overwritten.

  open-referral    Open Referral UK 1.0 or 3.0, or HSDS 3.0: one file, a page, JSON Lines, or a folder of pages or tables
  csv              any table; MAP.yaml says what its columns mean (see CONTRIBUTING.md)
  pharmacies       the NHS list of pharmacies, or a table with name, address, town, postcode and phone

  --area AREA      where new services go: one of ${AREAS.join(', ')}
  --name TEXT      what to call the feed (the name of the file)
  --url URL        where it was fetched
  --date DATE      its day, when it says none: 2026-11-28, 2026-11 or 2026
  --how HOW        what kind of source it is: ${ASSURANCES.slice(0, 4).join(', ')} (open-data)
  --whole          it holds all services of the area: what it lacks has vanished
  --as-of DATE     today, for tests
  --write          write drafts of what is new, and what changed, to be looked at
  --all            print long lists whole
  --json           print the report as JSON and nothing else
`;

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** `fingerpost import`: 0 when the feed was read, 2 when it or the command is wrong. Nothing is written then. */
export function run(args: string[]): number {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			area: { type: 'string' },
			map: { type: 'string' },
			name: { type: 'string' },
			url: { type: 'string' },
			date: { type: 'string' },
			how: { type: 'string', default: 'open-data' },
			whole: { type: 'boolean', default: false },
			'as-of': { type: 'string' },
			write: { type: 'boolean', default: false },
			all: { type: 'boolean', default: false },
			json: { type: 'boolean', default: false },
			root: { type: 'string', default: '.' },
			help: { type: 'boolean', short: 'h' }
		}
	});
	const [kind, path, ...more] = positionals;
	if (values.help || kind === undefined) {
		process.stdout.write(HELP);
		return values.help ? 0 : USAGE_ERROR;
	}
	if (!KINDS.some((known) => known === kind)) {
		const near = nearest(kind, KINDS);
		return wrong(
			`There is no import of "${kind}".${near === undefined ? '' : ` Did you mean "${near}"?`} It is one of ${KINDS.join(', ')}.`
		);
	}
	if (path === undefined || more.length > 0)
		return wrong(`Give one file${kind === 'open-referral' ? ' or folder' : ''}: import ${kind} FILE.`);
	const { area } = values;
	if (area === undefined && kind !== 'pharmacies') return wrong(`--area is missing: one of ${AREAS.join(', ')}.`);
	if (area !== undefined && !AREAS.some((known) => known === area))
		return wrong(`There is no area "${area}". The areas are ${AREAS.join(', ')}.`);
	if (kind === 'csv' && values.map === undefined)
		return wrong('--map is missing: a YAML file that says what the columns mean.');
	const asOf = values['as-of'] ?? today();
	for (const [option, date] of [
		['--date', values.date],
		['--as-of', asOf]
	] as const) {
		if (date !== undefined && !DATE.test(date)) return wrong(`${option} ${date}: must be a date such as 2026-11-28.`);
	}
	if (values.url !== undefined && !/^https?:\/\/\S+$/.test(values.url))
		return wrong(`--url ${values.url}: must start with https:// or http://.`);
	const how = ASSURANCES.find((known) => known === values.how);
	if (how === undefined) return wrong(`--how ${values.how}: must be one of ${ASSURANCES.join(', ')}.`);
	try {
		const root = resolve(values.root);
		const result = runImport(kind, path, { ...values, area, how, asOf, root });
		if (values.write) result.report.written = writeAll(root, result.texts);
		process.stdout.write(values.json ? `${JSON.stringify(result.report)}\n` : reportText(result.report, values.all));
		return 0;
	} catch (error) {
		if (!(error instanceof FeedError)) throw error;
		return wrong(`${error.message}\nNothing was written.`);
	}
}

function wrong(message: string): number {
	process.stderr.write(`${message}\n`);
	return USAGE_ERROR;
}

interface Asked {
	area: string | undefined;
	map?: string | undefined;
	name?: string | undefined;
	url?: string | undefined;
	date?: string | undefined;
	how: Assurance;
	whole: boolean;
	asOf: string;
	write: boolean;
	root: string;
}

function runImport(kind: string, path: string, asked: Asked): ImportResult {
	const feed = readFeed(kind, path, asked);
	const bar = progressBar('Comparing', feed.services.length);
	const ground = groundOf(asked, bar.step);
	try {
		if (kind === 'pharmacies') return importPharmacies(feed, asked.area, ground);
		return importServices(feed, asked.area ?? '', asked.whole, ground);
	} finally {
		bar.done();
	}
}

function readFeed(kind: string, path: string, asked: Asked): Feed {
	const source = sourceOf(path, asked);
	if (kind === 'pharmacies') return readPharmacies(path, source);
	if (kind === 'open-referral') return readOpenReferral(path, source, asked.asOf);
	const mapFile = asked.map ?? '';
	const [text] = readFeedTexts(mapFile, ['.yaml', '.yml']);
	const map = readCsvMap(text ?? { file: mapFile, text: '' });
	const { name, url, date, how } = map.source ?? {};
	const said = sourceOf(path, {
		...asked,
		name: asked.name ?? name,
		url: asked.url ?? url,
		date: asked.date ?? (date === 'unknown' ? undefined : date),
		how: how ?? asked.how
	});
	return readCsv(path, map, mapFile, said);
}

function sourceOf(path: string, { name, url, date, how }: Pick<Asked, 'name' | 'url' | 'date' | 'how'>): FeedSource {
	const called = name ?? basename(resolve(path));
	return {
		slug: slug(called.replace(/\.[a-z]+$/i, '')).slice(0, 60),
		name: called,
		...(url !== undefined && { url }),
		...(date !== undefined && { date }),
		how
	};
}

function groundOf({ root, asOf, write }: Asked, step: (done: number) => void): ImportGround {
	const texts = textsIn(root);
	const content = readTexts(texts);
	return {
		texts,
		content,
		places: compilePlaces(readPlaceTables(root)),
		given: givenIn(root, content),
		asOf,
		write,
		exportIds: (id) => [uuidOf('service', id)],
		step
	};
}

function writeAll(root: string, texts: ReadonlyMap<string, string>): string[] {
	for (const [file, text] of texts) {
		const path = join(root, file);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, text);
	}
	return [...texts.keys()].toSorted();
}
