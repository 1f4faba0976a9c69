import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePlaces } from '../../content/compile/places.ts';
import { readPlaceTables } from '../../content/read/place-tables.ts';
import { findPlace } from './find-place.ts';
import { findPoint } from './find-point.ts';
import { placeWords } from './place-words.ts';

const places = compilePlaces(readPlaceTables(process.cwd()));
const areas = [...new Set(places.councils.map(({ area }) => area))].map((id) => ({ id, name: id }));
const said = (typed: string) => placeWords(findPlace(typed, places), places.councils, areas);

describe('the place of a device', () => {
	it('is in the council whose middle it stands on, or names that council among others', () => {
		for (const { id, lat, lon } of places.councils) expect(findPoint({ lat, lon }, places).councils).toContain(id);
	});

	it('names all councils that it may be in when it stands by a border', () => {
		// Market Harborough station: Harborough, with North Northamptonshire across the river.
		const found = findPoint({ lat: 52.4796, lon: -0.909 }, places);
		expect(found.councils).toContain('harborough');
		expect(found.precision).toBe('sector');
	});

	it('is outside when it is far from every postcode that we know', () => {
		expect(findPoint({ lat: 53.48, lon: -2.24 }, places)).toMatchObject({ precision: 'outside', councils: [] });
	});

	it('is never wrong by throwing, wherever on Earth it is', () => {
		fc.assert(
			fc.property(
				fc.double({ min: -90, max: 90, noNaN: true }),
				fc.double({ min: -180, max: 180, noNaN: true }),
				(lat, lon) => {
					expect(findPoint({ lat, lon }, places)).toMatchObject({ lat, lon });
				}
			)
		);
	});
});

describe('the words for a place', () => {
	it('name the council when it is sure', () => {
		expect(said('corby')).toBe('Corby is in North Northamptonshire.');
	});

	it('name the area where the council has the same name', () => {
		expect(said('harlow')).toBe('Harlow is in the essex area.');
	});

	it('name every council that it may be when it is not', () => {
		expect(said('LE16 8')).toMatch(/^LE16 8 may be in .*Harborough.* or .*\. Type your whole postcode to be sure\.$/);
	});

	it('say what to do outside the areas', () => {
		expect(said('M1 1AA')).toMatch(/^M1 1AA is outside the areas that we cover\. Use the lines for all of England/);
		expect(said('EH1 1AA')).toBe('EH1 1AA is in Scotland. We only know England. Your GP can tell you where to go.');
	});

	it('ask again when nothing was understood', () => {
		expect(said('qqqqqq')).toBe('We do not know this place. Try a postcode, or choose an area.');
	});
});
