import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isHolidays } from '../data/guards.ts';
import type { Card } from '../data/record.ts';
import { AREAS, type TaxonomyTerm } from '../data/terms.ts';
import { isPlaces, type Places } from '../data/places/places.ts';
import { isVocabulary } from '../data/vocabulary.ts';
import {
	createSearch,
	searchPlaces,
	type Search,
	type SearchAnswer,
	type SearchOptions
} from '../lib/directory/search/index.ts';
import type { DataStore } from '../lib/offline/store/data-store.ts';
import { normalise } from '../lib/directory/search/read/normalise.ts';
import { findPlace } from '../lib/place/index.ts';
import { openCards } from '../lib/schedule/index.ts';
import { loadData } from './data.ts';
import { today } from './stewardship/today.ts';
import { linesOf } from './lines.ts';

const USAGE_ERROR = 2;
const LIMIT = 20;

const HELP = `npm run -s fingerpost -- find "<words>" [--area AREA] [--near PLACE] [--open] [--limit N] [--json]
npm run -s fingerpost -- find --batch FILE [--limit N] [--as-of DATE]

Finds services by what people type: needs, street names, places, names, ages. The same search as the app.

  --area AREA    one of ${AREAS.join(', ')}
  --near PLACE   a postcode or a town
  --open         only what is open now, as far as its hours are known
  --as-of DATE   rank by the age of checks on that day, YYYY-MM-DD; today when left out
  --limit N      at most so many results (${LIMIT})
  --json         print one JSON array; an empty one when nothing fits
  --batch FILE   lines of "words<TAB>area" (the area may be left out); prints one line of JSON for each
`;

/** A result for machines. */
export interface FoundService {
	id: string;
	name: string;
	taxonomy: TaxonomyTerm[];
	area: string;
	listing: Card['listing'];
	score: number;
	why: string;
}

/** `fingerpost find`. Exit code 0 whether or not something fits. */
export async function run(args: string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			area: { type: 'string' },
			near: { type: 'string' },
			open: { type: 'boolean' },
			limit: { type: 'string' },
			'as-of': { type: 'string' },
			json: { type: 'boolean' },
			batch: { type: 'string' },
			help: { type: 'boolean', short: 'h' }
		}
	});
	if (values.help || (values.batch === undefined && positionals.length === 0)) {
		process.stdout.write(HELP);
		return values.help ? 0 : USAGE_ERROR;
	}
	const limit = values.limit === undefined ? LIMIT : Number(values.limit);
	if (!Number.isSafeInteger(limit) || limit < 0) return wrong(`--limit ${values.limit}: must be a whole number.`);
	if (values.area !== undefined && !isArea(values.area)) {
		return wrong(`There is no area "${values.area}". The areas are ${AREAS.join(', ')}.`);
	}
	const asOf = values['as-of'] ?? today();
	if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf)) return wrong(`--as-of ${asOf}: must be a day such as 2026-11-28.`);
	const lines = values.batch === undefined ? undefined : readLines(values.batch);
	if (values.batch !== undefined && !lines) return wrong(`${values.batch} cannot be read.`);

	const { search, places, isOpen } = await loadSearch(loadData(), new Date());
	const options: SearchOptions = {
		limit,
		today: asOf,
		...(values.area && { area: values.area }),
		...(values.open && { keep: isOpen })
	};
	if (values.near !== undefined) {
		const { place } = findPlace(values.near, places);
		if (!place) return wrong(`"${values.near}" is not a postcode or place that we know.`);
		const { area, council, lat, lon } = place;
		if (area && !options.area) options.area = area;
		if (council) options.council = council;
		if (lat !== undefined && lon !== undefined) options.near = { lat, lon };
	}
	if (lines) {
		process.stdout.write(lines.map((line) => `${JSON.stringify(batchLine(line, search, options))}\n`).join(''));
		return 0;
	}
	const answer = searchWords(search, positionals.join(' '), options);
	process.stdout.write(values.json ? `${JSON.stringify(foundServices(answer))}\n` : inWords(answer));
	return 0;
}

function wrong(message: string): number {
	process.stderr.write(`${message}\n`);
	return USAGE_ERROR;
}

const isArea = (text: string) => AREAS.some((area) => area === text);

function readLines(file: string): string[] | undefined {
	try {
		return linesOf(readFileSync(file, 'utf8'));
	} catch {
		return undefined;
	}
}

/** Loads all areas once. `now` is for --open. */
export async function loadSearch(
	store: DataStore,
	now: Date
): Promise<{ search: Search; places: Places; isOpen: (card: Card) => boolean }> {
	const index = await store.index();
	const [cards, vocabulary, places, holidays] = await Promise.all([
		store.cards(Object.keys(index.packs)),
		store.file('vocabulary', isVocabulary),
		store.file('places', isPlaces),
		store.file('holidays', isHolidays)
	]);
	return { search: createSearch(cards, vocabulary, searchPlaces(places)), places, isOpen: openCards(now, holidays) };
}

/** Who types nothing is shown nothing, unless an area was given: the app then shows all that there is. */
function searchWords(search: Search, query: string, options: SearchOptions): SearchAnswer {
	const isBlank = normalise(query) === '' && !options.area;
	return search(query, isBlank ? { ...options, limit: 0 } : options);
}

/** Answers one line of a batch. An area that we do not know is the same as none. */
export function batchLine(line: string, search: Search, options: SearchOptions) {
	const [query = '', given = ''] = line.split('\t');
	const area = given.trim() || options.area;
	const answer = searchWords(search, query, { ...options, ...(area !== undefined && isArea(area) && { area }) });
	return { query, area: area ?? null, results: foundServices(answer) };
}

/** Results of a search as the command line prints them. */
export function foundServices({ results }: SearchAnswer): FoundService[] {
	return results.map(({ card, score, why }) => ({
		id: card.id,
		name: card.name,
		taxonomy: card.terms,
		area: card.area,
		listing: card.listing,
		score: Math.round(score * 1000) / 1000,
		why: why.map(({ text }) => text).join('; ')
	}));
}

function inWords({ emergency, understood, results, fallback }: SearchAnswer): string {
	const lines: string[] = [];
	if (emergency) lines.push(`In danger now: ring 999. See /now/#${emergency}`, '');
	if (understood.length)
		lines.push(`Understood: ${[...new Set(understood.map(({ means }) => means))].join(' · ')}`, '');
	if (results.length === 0) lines.push('Nothing fits. You could ask:', '');
	const asked = fallback.map((card) => ({ card, why: [] }));
	for (const { card, why } of results.length ? results : asked) {
		const first = card.listing === 'listed' ? '' : ' (ring first)';
		lines.push(`${card.name}${first}${card.phone ? `  ${card.phone}` : ''}  [${card.area}]`);
		if (why.length) lines.push(`    ${why.map(({ text }) => text).join('; ')}`);
	}
	return `${lines.join('\n')}\n`;
}
