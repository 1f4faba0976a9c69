import { expect, test } from 'vitest';
import { compilePlaces } from '../content/compile/places.ts';
import { readPlaceTables } from '../content/read/place-tables.ts';
import { linesOf } from './lines.ts';
import { whereDetails, whereJson } from './where.ts';

const places = compilePlaces(readPlaceTables(process.cwd()));

test('a whole postcode gives one council by its name and id', () => {
	expect(whereJson('le168th', places)).toEqual({
		postcode: 'LE16 8TH',
		council: 'North Northamptonshire',
		area: 'northamptonshire',
		precision: 'postcode',
		latitude: 52.4963,
		longitude: -0.8316
	});
	expect(whereDetails('le168th', places)).toMatchObject({
		council_id: 'north-northamptonshire',
		councils: ['North Northamptonshire']
	});
});

test('a sector that is shared gives no council, and all that it can be', () => {
	expect(whereDetails('LE16 8', places)).toMatchObject({
		postcode: 'LE16 8',
		council: null,
		area: null,
		precision: 'sector',
		councils: ['Harborough', 'North Northamptonshire', 'West Northamptonshire', 'Rutland']
	});
	expect(whereJson('CM1', places)).toMatchObject({ council: null, area: 'essex', precision: 'district' });
});

test('outside and unknown places have no council and no area', () => {
	expect(whereDetails('EH1 1AA', places)).toEqual({
		postcode: 'EH1 1AA',
		council: null,
		area: null,
		precision: 'outside',
		latitude: null,
		longitude: null,
		council_id: null,
		councils: [],
		outside: { nation: 'scotland', near: [] }
	});
	expect(whereJson('qqqqq', places)).toEqual({
		postcode: null,
		council: null,
		area: null,
		precision: 'outside',
		latitude: null,
		longitude: null
	});
	expect(whereDetails('qqqqq', places)).toMatchObject({
		council: null,
		reason: 'not-understood',
		typed: 'qqqqq'
	});
});

test('a batch has a line for each line, blank ones and those of Windows too', () => {
	expect(linesOf('\uFEFFLE16 8TH\r\n\r\n \nCorby\n')).toEqual(['LE16 8TH', '', ' ', 'Corby']);
	expect(linesOf('Corby')).toEqual(['Corby']);
	expect(linesOf('\n\n')).toEqual(['', '']);
});
