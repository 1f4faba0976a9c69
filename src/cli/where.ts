import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isPlaces, type Places } from '../data/places/places.ts';
import { findPlace, type FoundPlace, type NotFound } from '../lib/place/index.ts';
import { loadData } from './data.ts';
import { linesOf } from './lines.ts';

const USAGE_ERROR = 2;
const NOT_FOUND = 1;

const HELP = `npm run -s fingerpost -- where "<postcode or town>" [--json] [--details]
npm run -s fingerpost -- where --batch FILE [--details]

Says which council and treatment system somebody lives in, and how exact that is: postcode, sector, district, place (a
town) or outside. Nothing leaves this machine.

  --json        print one line of JSON: postcode, council, area, precision, latitude, longitude
  --batch FILE  one postcode a line; prints one line of JSON for each, also for a blank one
  --details     say too which councils it can be, what is near, and why nothing was found
`;

/** `fingerpost where`: exit code 1 when nothing was understood (never with --batch). */
export async function run(args: string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			json: { type: 'boolean' },
			details: { type: 'boolean' },
			batch: { type: 'string' },
			help: { type: 'boolean', short: 'h' }
		}
	});
	const typed = positionals.join(' ');
	if (values.help || (values.batch === undefined && !typed.trim())) {
		process.stdout.write(HELP);
		return values.help ? 0 : USAGE_ERROR;
	}
	const answer = values.details ? whereDetails : whereJson;
	if (values.batch !== undefined) return batch(values.batch, answer);
	const places = await loadPlaces();
	const found = findPlace(typed, places);
	process.stdout.write(values.json ? `${JSON.stringify(answer(typed, places))}\n` : inWords(typed, found, places));
	return found.place ? 0 : NOT_FOUND;
}

async function batch(file: string, answer: typeof whereJson): Promise<number> {
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch {
		process.stderr.write(`${file} cannot be read.\n`);
		return USAGE_ERROR;
	}
	const places = await loadPlaces();
	process.stdout.write(
		linesOf(text)
			.map((line) => `${JSON.stringify(answer(line, places))}\n`)
			.join('')
	);
	return 0;
}

function loadPlaces(): Promise<Places> {
	return loadData().file('places', isPlaces);
}

/**
 * The answer for machines. What is not known, or can be more than one thing, is null; `council` is its name as in
 * councils.csv. What was not understood is outside all that we know.
 */
export function whereJson(typed: string, places: Places) {
	const { place } = findPlace(typed, places);
	const council = places.councils.find(({ id }) => id === place?.council);
	return {
		postcode: place?.postcode ?? null,
		council: council?.name ?? null,
		area: place?.area ?? null,
		precision: place?.precision ?? 'outside',
		latitude: place?.lat ?? null,
		longitude: place?.lon ?? null
	};
}

/** The same with all candidates (`councils`), what is near, and the reason when nothing was found. */
export function whereDetails(typed: string, places: Places) {
	const found = findPlace(typed, places);
	const { place } = found;
	const json = { ...whereJson(typed, places), council_id: place?.council ?? null };
	if (!place) return { ...json, typed, reason: found.reason, suggestions: found.suggestions };
	return {
		...json,
		...(place.name !== undefined && { name: place.name }),
		councils: namesOf(place.councils, places),
		...(place.partlyOutside && { partly_outside: true }),
		...(place.ifNewer && { if_newer: namesOf(place.ifNewer, places) }),
		...(place.outside && { outside: place.outside })
	};
}

function inWords(typed: string, found: { place: FoundPlace } | NotFound, places: Places): string {
	const { place } = found;
	if (!place) {
		const choices = found.suggestions.length ? ` Did you mean ${found.suggestions.join(', ')}?` : '';
		return `"${typed}" is not a postcode or place that we know.${choices}\n`;
	}
	const what = place.postcode ?? place.name ?? typed;
	if (place.outside) {
		const near = place.outside.near.length ? ` Near: ${place.outside.near.join(', ')}.` : '';
		return `${what}: outside the five areas.${near}\n`;
	}
	const councils = namesOf(place.councils, places).join(' or ');
	const beyond = place.precision !== 'postcode' && place.partlyOutside ? ' or outside the five areas' : '';
	const exact = place.precision === 'postcode' ? '' : ' Give a whole postcode to be exact.';
	return `${what}: ${councils}${beyond} (${place.area ?? 'more than one area'}, ${place.precision}).${exact}\n`;
}

function namesOf(ids: readonly string[], places: Places): string[] {
	return ids.map((id) => places.councils.find((council) => council.id === id)?.name ?? id);
}
