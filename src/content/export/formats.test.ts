import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ATTRIBUTIONS, CONTENT_LICENCE } from '../../data/pages/licence.ts';
import { csvOf } from './csv.ts';
import { geoJson } from './geojson.ts';
import { FORMATS, exportFiles } from './index.ts';
import { meetingGuide } from './meeting-guide.ts';
import { openApi } from './openapi.ts';
import { openPlaces } from './places.ts';
import { files, publication, SITE } from './real-export.ts';

const places = publication.services.flatMap(openPlaces);

describe('the CSV', () => {
	const rows: Record<string, string>[] = parse(files.get('services.csv') ?? '', { bom: true, columns: true });

	it('has one row for each service at each place, and one for a service without a place', () => {
		const without = publication.services.filter((service) => openPlaces(service).length === 0);
		expect(rows).toHaveLength(places.length + without.length);
		expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(publication.services.map(({ card }) => card.id)));
	});

	it('keeps numbers as numbers, the western half of the country included', () => {
		const west = rows.find(({ longitude }) => longitude?.startsWith('-'));
		expect(Number(west?.longitude)).toBeLessThan(0);
	});

	it('gives back any text, and starts no cell with what a spreadsheet would run', () => {
		const cell = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.constantFrom('=1+1', '+44', '-2', '@SUM(A1)', '\t=1', '\r=1', '"', ',', '\n', 'a"b,c\r\nd', '＝1')
		);
		fc.assert(
			fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (cells) => {
				const text = csvOf(cells.map(([a, b]) => ({ a, b })));
				const back: string[][] = parse(text, { bom: true, from_line: 2, relax_column_count: false });
				expect(back).toHaveLength(cells.length);
				for (const [i, row] of back.entries()) {
					for (const [j, given] of (cells[i] ?? []).entries()) {
						expect([given, `'${given}`]).toContain(row[j]);
						expect(row[j]).not.toMatch(/^[=+\-@\t\r]/);
					}
				}
			})
		);
	});
});

describe('the GeoJSON', () => {
	const { features, bbox } = geoJson(publication, SITE);

	it('has every place that has a point, once', () => {
		expect(features).toHaveLength(places.filter(({ lat }) => lat !== undefined).length);
		expect(new Set(features.map(({ id }) => id)).size).toBe(features.length);
	});

	it('says longitude first, inside its box, in or near England', () => {
		const [west = 0, south = 0, east = 0, north = 0] = bbox ?? [];
		expect(west).toBeLessThan(east);
		for (const { geometry } of features) {
			const [lon = NaN, lat = NaN] = geometry.coordinates;
			expect(lon >= west && lon <= east && lat >= south && lat <= north).toBe(true);
			expect(lon > -7 && lon < 3 && lat > 49 && lat < 56).toBe(true);
		}
	});

	it('marks the points that stand for a sector or a town', () => {
		const approximate = features.filter(({ properties }) => properties?.['approximate'] === true);
		expect(approximate).toHaveLength(places.filter(({ lat, approx }) => lat !== undefined && approx).length);
		expect(approximate.length).toBeGreaterThan(0);
	});
});

describe('the Meeting Guide', () => {
	const meetings = meetingGuide(publication, SITE);

	it('has only weekly meetings whose day and time are known', () => {
		expect(meetings.length).toBeGreaterThan(0);
		for (const { day, time, end_time, name, slug } of meetings) {
			expect(day).toBeOneOf([0, 1, 2, 3, 4, 5, 6]);
			for (const clock of [time, end_time]) expect(clock).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
			expect(name.length).toBeLessThanOrEqual(255);
			expect(slug).toMatch(/^[a-z0-9-]{1,64}$/);
		}
		expect(new Set(meetings.map(({ slug }) => slug)).size).toBe(meetings.length);
	});

	it('says Sunday as 0', () => {
		expect(meetings.filter(({ slug }) => slug === 'narcotics-anonymous-essex-1-7-1830').map(({ day, time }) => [day, time])).toEqual([[0, '18:30']]);
	});

	it('is not about a helpline', () => {
		const named = new Set(meetings.map(({ url }) => url));
		expect(named.has(`${SITE}/services/aa/`)).toBe(false);
	});
});

describe('the OpenAPI description', () => {
	it('is valid OpenAPI 3.1, with the address of the site and without', async () => {
		for (const site of [SITE, undefined]) {
			const validator = new Validator();
			expect(await validator.validate(openApi(publication.made, site))).toMatchObject({ valid: true });
			expect(validator.version).toBe('3.1');
		}
	});

	it('would be caught if it were broken', async () => {
		const { info, ...rest } = openApi(publication.made, SITE);
		expect(info.title).not.toBe('');
		expect(await new Validator().validate({ ...rest, info: { title: 'No version' } })).toMatchObject({ valid: false });
	});

	it('describes every file, and nothing that is not there', () => {
		const patterns = Object.keys(openApi(publication.made).paths).map((path) => ({
			path,
			pattern: new RegExp(`^${path.replaceAll('.', '\\.').replace('{id}', '[0-9a-f-]{36}')}$`)
		}));
		const matched = [...files.keys()].map((file) => patterns.filter(({ pattern }) => pattern.test(`/${file}`)).map(({ path }) => path));
		expect([...files.keys()].filter((_, i) => matched[i]?.length !== 1)).toEqual([]);
		expect(new Set(matched.flat())).toEqual(new Set(patterns.map(({ path }) => path)));
	});
});

it('the licence of the content names the same', () => {
	const text = readFileSync('content/LICENCE.md', 'utf8');
	for (const line of ATTRIBUTIONS) expect(text).toContain(line);
	expect(text).toContain(CONTENT_LICENCE.url);
});

it('every format comes with the terms of use and whom to name', () => {
	for (const format of FORMATS) {
		const all = [...exportFiles(format, publication).values()].join('\n');
		for (const line of ATTRIBUTIONS) expect(all).toContain(line);
	}
});
