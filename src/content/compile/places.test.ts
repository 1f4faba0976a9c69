import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { findPlace, type FoundPlace } from '../../lib/place/index.ts';
import { readPlaceTables } from '../read/place-tables.ts';
import { isElsewhere } from '../schema/places/places.ts';
import { compilePlaces, councilId } from './places.ts';
import { locator } from './services/positions.ts';

const MOST_BYTES = 30_000;
/** Letters that units are made of. */
const UNIT_LETTERS = 'ABDEFGHJLNPQRSTUWXYZ';

const tables = readPlaceTables(process.cwd());
const places = compilePlaces(tables);
const text = JSON.stringify(places);

function found(typed: string): FoundPlace | null {
	return findPlace(typed, places).place;
}

/** What a whole postcode should give: its council, or outside. */
function expected(council: string): [precision: string, council: string | undefined] {
	return isElsewhere(council) ? ['outside', undefined] : ['postcode', councilId(council)];
}

/** A whole postcode as people write it. */
function spellings(postcode: string): string[] {
	const [outward = '', inward = ''] = postcode.split(' ');
	const letters = /^[A-Z]+/.exec(outward)?.[0] ?? '';
	const digits = outward.slice(letters.length);
	return [
		postcode,
		postcode.toLowerCase(),
		outward + inward,
		(outward + inward).toLowerCase(),
		`  ${outward}   ${inward} `,
		`${outward}-${inward}`,
		`${outward}.${inward}.`,
		`${letters} ${digits} ${inward}`,
		`${outward} ${inward[0] ?? ''} ${inward.slice(1)}`,
		[...(outward + inward)].join(' '),
		`${outward}${inward[0] ?? ''} ${inward.slice(1)}`,
		postcode.replaceAll('0', 'O'),
		postcode.replaceAll('1', 'I'),
		`${outward} ${inward.replace('1', 'l').replace('0', 'o')}`.toLowerCase(),
		`${letters}${digits.replaceAll('1', 'l')}${inward}`,
		letters.replaceAll('O', '0') + digits + inward,
		letters.replaceAll('I', '1') + digits + inward,
		`My postcode is ${postcode}, thank you`,
		`near ${postcode.toLowerCase()} please`,
		`(${postcode})`,
		`${postcode}\n`,
		`${outward}\u00a0${inward}`
	];
}

/** A unit of a sector that is no exception. */
function ordinaryUnit(sector: string, exceptions: ReadonlySet<string>): string {
	for (const a of UNIT_LETTERS) for (const b of UNIT_LETTERS) if (!exceptions.has(`${sector}${a}${b}`)) return `${sector}${a}${b}`;
	throw new Error(`${sector} has nothing but exceptions`);
}

describe('the compiled places', () => {
	it('cost little to carry', () => {
		expect(gzipSync(text, { level: 9 }).length).toBeLessThan(MOST_BYTES);
		expect(brotliCompressSync(text).length).toBeLessThan(MOST_BYTES);
	});

	it('hold every table whole', () => {
		expect([tables.councils.length, tables.sectors.length, tables.exceptions.length]).toEqual([25, 549, 4460]);
		expect(places.councils).toHaveLength(25);
		expect(Object.values(places.sectors).flat()).toHaveLength(549);
		const units = Object.values(places.sectors).flatMap((sectors) => sectors.flatMap(([, , , , exceptions = {}]) => Object.values(exceptions)));
		expect(units.join('')).toHaveLength(2 * 4460);
	});

	it('refuse a council that is not in the list, and an exception without a sector', () => {
		const [sector] = tables.sectors;
		if (!sector) throw new Error('no sectors');
		expect(() => compilePlaces({ ...tables, sectors: [{ ...sector, council: 'Nowhere' }] })).toThrow('no council Nowhere');
		expect(() => compilePlaces({ ...tables, sectors: [] })).toThrow('no sector');
	});
});

describe('every postcode of the tables', () => {
	it('gives its own council for each of the 4,460 exceptions, in every spelling', () => {
		const wrong: string[] = [];
		let tried = 0;
		for (const { postcode, council } of tables.exceptions) {
			const [precision, id] = expected(council);
			for (const spelling of spellings(postcode)) {
				const place = found(spelling);
				tried++;
				if (place?.precision !== precision || place.council !== id || place.postcode !== postcode) wrong.push(spelling);
			}
		}
		expect(wrong).toEqual([]);
		expect(tried).toBe(4460 * 22);
	}, 60_000);

	it('gives the council of the sector for other postcodes of each of the 549 sectors, in every spelling', () => {
		const exceptions = new Set(tables.exceptions.map(({ postcode }) => postcode));
		const wrong: string[] = [];
		for (const { sector, council } of tables.sectors) {
			const postcode = ordinaryUnit(sector, exceptions);
			const [precision, id] = expected(council);
			for (const spelling of spellings(postcode)) {
				const place = found(spelling);
				if (place?.precision !== precision || place.council !== id || place.postcode !== postcode) wrong.push(spelling);
			}
		}
		expect(wrong).toEqual([]);
	}, 30_000);

	it('gives all councils of each sector when letters are missing', () => {
		for (const { sector, council } of tables.sectors) {
			const of = new Set(tables.exceptions.filter(({ postcode }) => postcode.startsWith(sector)).map((row) => row.council));
			of.add(council);
			const all = [...of].filter((name) => !isElsewhere(name)).map(councilId);
			for (const typed of [sector, sector.toLowerCase(), `${sector}A`, `${sector} a`, sector.replace(' ', '  ')]) {
				const place = found(typed);
				expect([typed, place?.postcode]).toEqual([typed, sector]);
				expect([typed, place?.precision]).toEqual([typed, all.length ? 'sector' : 'outside']);
				expect([typed, [...(place?.councils ?? [])].sort()]).toEqual([typed, all.sort()]);
				expect([typed, place?.council]).toEqual([typed, of.size === 1 && all.length ? all[0] : undefined]);
			}
			if (!isElsewhere(council)) expect(found(sector)?.councils[0]).toBe(councilId(council));
		}
	}, 30_000);

	it('gives all councils of each outward code', () => {
		for (const outward of Object.keys(places.sectors)) {
			const of = new Set(
				[...tables.exceptions.map(({ postcode, council }) => [postcode, council] as const), ...tables.sectors.map((row) => [row.sector, row.council] as const)]
					.filter(([code]) => code.startsWith(`${outward} `))
					.map(([, council]) => council)
			);
			const all = [...of].filter((name) => !isElsewhere(name)).map(councilId);
			for (const typed of [outward, outward.toLowerCase(), `near ${outward}`]) {
				const place = found(typed);
				expect([typed, place?.postcode, place?.precision]).toEqual([typed, outward, all.length ? 'district' : 'outside']);
				expect([typed, [...(place?.councils ?? [])].sort()]).toEqual([typed, all.sort()]);
			}
		}
	});

	it('parts the villages of LE16 8 postcode by postcode', () => {
		const councils = new Set(
			tables.exceptions.filter(({ postcode }) => postcode.startsWith('LE16 8')).map(({ postcode }) => found(postcode)?.council)
		);
		expect(councils).toEqual(new Set(['north-northamptonshire', 'west-northamptonshire', 'rutland']));
		expect(found('LE16 8TH')).toMatchObject({ council: 'north-northamptonshire', area: 'northamptonshire' });
	});
});

describe('every place name', () => {
	it('gives its council when it is typed as it is written, and in small letters', () => {
		for (const { name, council } of tables.names) {
			for (const typed of [name, name.toLowerCase(), `near ${name}`, ` ${name.replaceAll('-', ' ')} `]) {
				const place = found(typed);
				expect([typed, place?.name]).toEqual([typed, name]);
				expect([typed, place?.precision]).toEqual([typed, isElsewhere(council) ? 'outside' : 'place']);
				expect([typed, place?.council]).toEqual([typed, isElsewhere(council) ? undefined : councilId(council)]);
			}
		}
	});

	it('is named once', () => {
		expect(new Set(tables.names.map(({ name }) => name.toLowerCase())).size).toBe(tables.names.length);
	});

	it('lies where its council is', () => {
		for (const { name, latitude, longitude, council } of tables.names) {
			if (isElsewhere(council)) continue;
			const sectors = tables.sectors.filter((row) => row.council === council);
			const near = sectors.some((row) => Math.hypot(row.latitude - latitude, (row.longitude - longitude) * 0.61) < 0.2);
			expect([name, near]).toEqual([name, true]);
		}
	});
});

describe('points of addresses', () => {
	const locate = locator(tables, places);

	it('are exact for the postcodes that services name', () => {
		for (const { postcode, latitude, longitude } of tables.servicePostcodes) {
			const point = locate({ postal_code: postcode, city: 'Nowhere' });
			expect(point).toMatchObject({ lat: latitude, lon: longitude });
			expect(point?.approx).toBeUndefined();
		}
	});

	it('agree with the lookup on the council', () => {
		for (const { postcode, council } of tables.servicePostcodes) {
			expect([postcode, found(postcode)?.council]).toEqual([postcode, isElsewhere(council) ? undefined : councilId(council)]);
		}
	});

	it('are approximate for other postcodes and for towns, and absent for what nobody knows', () => {
		expect(locate({ postal_code: 'LE16 8TH', city: 'Ashley' })).toMatchObject({ approx: true, council: 'north-northamptonshire' });
		expect(locate({ city: 'Corby' })).toEqual({ lat: 52.4964, lon: -0.6894, approx: true });
		expect(locate({ city: 'Corbey' })).toBeUndefined();
		expect(locate({ city: 'Online' })).toBeUndefined();
	});
});
