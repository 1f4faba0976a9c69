import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { parse, stringify } from 'yaml';
import { isPublished } from '../../content/check/rule.ts';
import { readContent, type Content } from '../../content/read/index.ts';
import { readPlaceTables, type PlaceTables } from '../../content/read/place-tables.ts';
import { BoundaryFile } from '../../content/schema/places/map.ts';
import { AREAS } from '../../data/places/areas.ts';
import { randomFrom } from '../random.ts';
import { cutIntoAreas, type MadeArea } from './areas.ts';
import { cloneArea, type Template } from './clone.ts';
import { copyProject } from './copy-project.ts';
import { readPharmacies } from './pharmacies.ts';

const SEED = 2026;
/** Postcodes of a made sector: about as many as a real one has. */
const POSTCODES = 190;
/** Degrees around the outermost pharmacies. */
const EDGE = 0.01;
/** About as many services a made area has: 150 areas, 11,205 pharmacies and the rest to 25,000. */
const PER_AREA = 166;
const TEMPLATES = ['essex', 'leicester-leicestershire-rutland', 'northamptonshire'];

/** A project of another size, ready to be built. */
export interface NationalTree {
	folder: string;
	/** Published services, those of the real content among them. */
	services: number;
	areas: number;
	pharmacies: number;
}

/**
 * Writes a copy of the project at `root` into `folder` whose content is grown to about `services` published services:
 * the real areas as they are, and made areas of real pharmacies and cloned records. The same each time.
 * @param list path of the NHS list of England
 */
export function growTree(root: string, folder: string, list: string, services: number): NationalTree {
	copyProject(root, folder);
	const content = readContent(root);
	const tables = readPlaceTables(root);
	const real = content.services.filter(({ record }) => isPublished(record)).length;
	const count = Math.max(1, Math.round((services - real) / PER_AREA));
	const own = new Set(tables.sectors.filter(({ council }) => council !== 'elsewhere').map(({ sector }) => sector));
	const all = readPharmacies(list).filter(({ postcode }) => !own.has(postcode.slice(0, -2)));
	const most = Math.round((25_000 - real) / PER_AREA);
	const taken = new Set<string>([...AREAS, ...tables.councils.map(({ council }) => council.toLowerCase())]);
	const made = cutIntoAreas(all, most, taken)
		.filter((_, index) => index % Math.floor(most / count) === 0)
		.slice(0, count);

	const random = randomFrom(SEED);
	const templates = TEMPLATES.map((id) => templateOf(root, content, id));
	const pool = templates.flatMap((template) => template.services);
	const local = new Set(pool.map(({ id }) => id));
	const realTowns = [
		...new Set([...tables.names.map(({ name }) => name), ...tables.councils.map(({ council }) => council)])
	];
	let written = real;
	for (const [index, area] of made.entries()) {
		const template = templates[index % templates.length];
		if (!template) continue;
		const wanted = Math.round(real + ((services - real) * (index + 1)) / count) - written - area.pharmacies.length;
		const others = pool.filter((each) => !template.services.includes(each) && !each.access.through);
		const from = Math.floor(random() * others.length);
		const more = [...others.slice(from), ...others.slice(0, from)].slice(
			0,
			Math.max(0, wanted - template.services.length)
		);
		const records = [...template.services, ...more];
		written += records.length + area.pharmacies.length;
		writeArea(folder, area, cloneArea(area, template, records, { towns: realTowns, local, random }));
	}
	writeTables(folder, tables, made);
	writeEdges(folder, made);
	writeWords(folder, made);
	writeFileSync(
		join(folder, 'src/data/places/areas.ts'),
		`export const AREAS = ${JSON.stringify([...AREAS, ...made.map(({ id }) => id)])} as const;\n`
	);
	const pharmacies = made.reduce((sum, each) => sum + each.pharmacies.length, 0);
	return { folder, services: written, areas: AREAS.length - 1 + made.length, pharmacies };
}

function templateOf(root: string, content: Content, id: string): Template {
	const area = content.areas.find(({ record }) => record.id === id)?.record;
	if (!area) throw new Error(`content/areas/${id} is not there to be cloned.`);
	return {
		area,
		journeys: parse(readFileSync(join(root, `content/areas/${id}/journeys.yaml`), 'utf8')),
		organizations: content.organizations.filter((each) => each.area === id).map(({ record }) => record),
		services: content.services
			.filter((each) => each.area === id && isPublished(each.record) && each.record.taxonomy_terms[0] !== 'pharmacy')
			.map(({ record }) => record)
	};
}

function write(file: string, value: unknown): void {
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, stringify(value, { lineWidth: 120 }));
}

function writeArea(folder: string, made: MadeArea, clone: ReturnType<typeof cloneArea>): void {
	const home = join(folder, 'content/areas', made.id);
	write(join(home, 'area.yaml'), clone.area);
	write(join(home, 'journeys.yaml'), clone.journeys);
	write(join(home, 'organizations.yaml'), clone.organizations);
	for (const service of clone.services) write(join(home, 'services', `${service.id}.yaml`), service);
	const head: unknown = parse(readFileSync(join(folder, 'content/areas/thurrock/pharmacies.yaml'), 'utf8'));
	write(join(home, 'pharmacies.yaml'), { ...Object(head), area: made.id, pharmacies: clone.pharmacies });
}

/** Councils, sectors and towns of the made areas beside the real ones. */
function writeTables(folder: string, tables: PlaceTables, made: readonly MadeArea[]): void {
	const table = (name: string, head: string, rows: (string | number)[][]) =>
		writeFileSync(
			join(folder, 'content/places', `${name}.csv`),
			[head, ...rows.map((row) => row.join(','))].join('\n') + '\n'
		);
	const sectors = new Map(tables.sectors.map((row) => [row.sector, row]));
	for (const { name, sectors: own } of made) {
		for (const { sector, latitude, longitude } of own) {
			if ((sectors.get(sector)?.council ?? 'elsewhere') === 'elsewhere')
				sectors.set(sector, { sector, latitude, longitude, council: name, postcodes: POSTCODES });
		}
	}
	table('councils', 'council,treatment_system,upper_tier,latitude,longitude', [
		...tables.councils.map((row) => [row.council, row.treatment_system, row.upper_tier, row.latitude, row.longitude]),
		...made.map(({ id, name, towns: [first] }) => [
			name,
			id,
			`${name} Council`,
			first?.latitude ?? 52,
			first?.longitude ?? 0
		])
	]);
	table('postcode-sectors', 'sector,latitude,longitude,postcodes,council', [
		...[...sectors.values()]
			.toSorted((a, b) => (a.sector < b.sector ? -1 : 1))
			.map((row) => [row.sector, row.latitude, row.longitude, row.postcodes, row.council])
	]);
	table('names', 'name,latitude,longitude,council,source', [
		...tables.names.map((row) => [row.name, row.latitude, row.longitude, row.council, row.source]),
		...made.flatMap(({ name, towns }) =>
			towns.map((town) => [town.name, town.latitude, town.longitude, name, 'pharmacies'])
		)
	]);
}

/** A made area's edge on the map is a box around its pharmacies. */
function writeEdges(folder: string, made: readonly MadeArea[]): void {
	const file = join(folder, 'content/places/council-boundaries.geojson');
	const { features } = v.parse(BoundaryFile, JSON.parse(readFileSync(file, 'utf8')));
	const boxes = made.map(({ name, pharmacies }) => {
		const [west, east] = range(pharmacies.map(({ longitude }) => longitude));
		const [south, north] = range(pharmacies.map(({ latitude }) => latitude));
		const coordinates = [
			[west, south],
			[east, south],
			[east, north],
			[west, north],
			[west, south]
		];
		return { properties: { between: [name, 'elsewhere'] }, geometry: { type: 'LineString', coordinates } };
	});
	writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', features: [...features, ...boxes] }));
}

function range(values: readonly number[]): [least: number, most: number] {
	return [Math.min(...values) - EDGE, Math.max(...values) + EDGE];
}

/** The vocabulary names every area. */
function writeWords(folder: string, made: readonly MadeArea[]): void {
	const file = join(folder, 'content/vocabulary/words.yaml');
	const lines = made.map(
		({ id, name }) =>
			`  - {area: ${id}, label: ${JSON.stringify(name)}, words: [${JSON.stringify(name.toLowerCase())}]}`
	);
	writeFileSync(
		file,
		readFileSync(file, 'utf8').replace(/^areas:\n/m, (head) => `${head}${lines.join('\n')}${lines.length ? '\n' : ''}`)
	);
}
