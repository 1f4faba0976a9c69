import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Places } from '../../data/places/places.ts';
import { findPlace, type NotFound } from './find-place.ts';
import type { FoundPlace } from './find-postcode.ts';

/** A small country: two areas that share the sector LE16 8, and a council outside in PE9 2. */
const PLACES: Places = {
	councils: [
		{
			id: 'harborough',
			name: 'Harborough',
			area: 'leicester-leicestershire-rutland',
			upperTier: 'Leicestershire',
			lat: 52.51,
			lon: -1.04
		},
		{
			id: 'north-northamptonshire',
			name: 'North Northamptonshire',
			area: 'northamptonshire',
			upperTier: 'North Northamptonshire',
			lat: 52.39,
			lon: -0.67
		},
		{
			id: 'west-northamptonshire',
			name: 'West Northamptonshire',
			area: 'northamptonshire',
			upperTier: 'West Northamptonshire',
			lat: 52.22,
			lon: -0.97
		},
		{
			id: 'leicester',
			name: 'Leicester',
			area: 'leicester-leicestershire-rutland',
			upperTier: 'Leicester',
			lat: 52.64,
			lon: -1.13
		}
	],
	sectors: {
		LE1: [[6, 526300, -11300, 3]],
		LE16: [
			[7, 524900, -9200, 0],
			[8, 525000, -8300, 0, { 1: 'THTJ', 2: 'XA' }]
		],
		NN17: [[1, 524900, -6900, 1]],
		PE9: [[2, 526500, -4900, -1, { 1: 'HH' }]],
		SS0: [[7, 515400, 6900, 3]]
	},
	names: [
		['Corby', 524964, -6894, 1],
		['Kettering', 523984, -7257, 1],
		['Market Harborough', 524776, -9205, 0],
		['Saint Mary', 524000, -9000, 0],
		['Newtonbury', 524100, -7200, 1],
		['Newtonbury', 525200, -9100, 0],
		['Burton Latimer', 523650, -6800, 1],
		['Burton Overy', 525700, -9900, 0],
		['Great Easton', 525300, -7500, 0],
		['Moira', 527300, -15300, 0],
		['Leicester', 526386, -11317, 3],
		['Stamford', 526531, -4878, -1]
	]
};
const answer = (typed: string): { place: FoundPlace } | NotFound => findPlace(typed, PLACES);
const place = (typed: string) => answer(typed).place;

describe('postcodes', () => {
	it('are exact when they are whole', () => {
		expect(place('LE16 8TH')).toEqual({
			precision: 'postcode',
			postcode: 'LE16 8TH',
			council: 'north-northamptonshire',
			area: 'northamptonshire',
			councils: ['north-northamptonshire'],
			lat: 52.5,
			lon: -0.83
		});
	});

	it('say where a newer postcode of a shared sector may lie', () => {
		expect(place('LE16 8AA')).toMatchObject({
			council: 'harborough',
			councils: ['harborough'],
			ifNewer: ['north-northamptonshire', 'west-northamptonshire']
		});
		expect(place('LE16 7AA')?.ifNewer).toBeUndefined();
		expect(place('LE16 8TH')?.ifNewer).toBeUndefined();
	});

	it('name every council of a sector that is shared, and settle on none', () => {
		expect(place('le16 8')).toEqual({
			precision: 'sector',
			postcode: 'LE16 8',
			councils: ['harborough', 'north-northamptonshire', 'west-northamptonshire'],
			lat: 52.5,
			lon: -0.83
		});
		expect(place('LE16 8T')).toMatchObject({ precision: 'sector', postcode: 'LE16 8' });
		expect(place('NN17 1')).toMatchObject({ precision: 'sector', council: 'north-northamptonshire' });
	});

	it('fall back to the sector when the last letters cannot be, and to the district when the sector is new', () => {
		expect(place('LE16 8TO')).toMatchObject({ precision: 'sector', postcode: 'LE16 8' });
		expect(place('LE16 9AA')).toMatchObject({ precision: 'district', postcode: 'LE16 9AA' });
	});

	it('take the outward code alone, and the gap as it is typed', () => {
		expect(place('LE16')).toMatchObject({ precision: 'district', postcode: 'LE16' });
		expect(place('LE1 6')).toMatchObject({ precision: 'sector', postcode: 'LE1 6', council: 'leicester' });
		expect(place('NN17')).toMatchObject({ precision: 'district', council: 'north-northamptonshire' });
	});

	it('mend O and 0, I and 1', () => {
		expect(place('SSO 7AB')?.postcode).toBe('SS0 7AB');
		expect(place('LEI6 8TH')?.postcode).toBe('LE16 8TH');
		expect(place('nnl7 laa')?.postcode).toBe('NN17 1AA');
	});

	it('are found among other words', () => {
		expect(place('I live at LE16 8TH, near Corby')).toMatchObject({ precision: 'postcode', postcode: 'LE16 8TH' });
		expect(place('so 1 of us is in corby')).toMatchObject({ precision: 'place', name: 'Corby' });
	});

	it('outside say the nation, and which of our areas is near', () => {
		expect(place('PE9 2AA')).toMatchObject({
			precision: 'outside',
			councils: [],
			outside: { nation: 'england', near: ['northamptonshire'] },
			lat: 52.65
		});
		expect(place('PE9 2HH')).toMatchObject({ precision: 'postcode', council: 'north-northamptonshire' });
		expect(place('PE1 1AA')).toMatchObject({ precision: 'outside', outside: { near: ['northamptonshire'] } });
		expect(place('EH1 1AA')).toMatchObject({ precision: 'outside', outside: { nation: 'scotland', near: [] } });
		expect(place('SW1A 1AA')).toMatchObject({ precision: 'outside', postcode: 'SW1A 1AA' });
		expect(place('PE9 2')).toMatchObject({
			precision: 'sector',
			partlyOutside: true,
			councils: ['north-northamptonshire']
		});
		expect(place('PE9 2')?.council).toBeUndefined();
	});
});

describe('names', () => {
	it.each([
		['Corby', 'Corby'],
		['near Corby', 'Corby'],
		['corbey', 'Corby'],
		['Crby', 'Corby'],
		['Ketering', 'Kettering'],
		['ketterign', 'Kettering'],
		['Market Harb', 'Market Harborough'],
		['mkt harborough', 'Market Harborough'],
		['Market Harborough, Leicestershire', 'Market Harborough'],
		['St. Mary', 'Saint Mary'],
		['gt easton', 'Great Easton'],
		['i live in the village of great easton', 'Great Easton'],
		['Leicester city', 'Leicester'],
		['Moira', 'Moira'],
		['Burton Latmer', 'Burton Latimer'],
		['northants', 'Northamptonshire'],
		['Harborough', 'Harborough']
	])('%s', (typed, name) => {
		expect(place(typed)).toMatchObject({ precision: 'place', name });
	});

	it('of a county give all its councils, and its area', () => {
		expect(place('Northamptonshire')).toMatchObject({
			area: 'northamptonshire',
			councils: ['north-northamptonshire', 'west-northamptonshire']
		});
		expect(place('Northamptonshire')?.council).toBeUndefined();
	});

	it('outside are known to be so', () => {
		expect(place('Stamford')).toMatchObject({ precision: 'outside', name: 'Stamford', councils: [] });
	});

	it('that could be several give a choice', () => {
		expect(answer('Burton')).toEqual({
			place: null,
			reason: 'several',
			suggestions: ['Burton Latimer', 'Burton Overy']
		});
	});

	it.each(['Newtonbury', 'near newtonbury please', 'Newtonbry', 'newtonb'])(
		'of towns in several councils name them all, and settle on none: %s',
		(typed) => {
			const { place } = findPlace(typed, PLACES);
			expect(place?.councils.toSorted()).toEqual(['harborough', 'north-northamptonshire']);
			expect([place?.council, place?.area]).toEqual([undefined, undefined]);
		}
	);

	it('that nobody knows give a reason', () => {
		expect(answer('Xanadu')).toEqual({ place: null, reason: 'not-understood', suggestions: [] });
		expect(answer('i need help with drugs').place).toBeNull();
		expect(answer('  ')).toEqual({ place: null, reason: 'empty', suggestions: [] });
		expect(answer('999').place).toBeNull();
		expect(answer('XX1 1AA').place).toBeNull();
	});
});

describe('anything at all', () => {
	const pieces = fc.constantFrom(
		'LE16',
		'8TH',
		'8',
		'near',
		'Corby',
		'PE9',
		'__proto__',
		'constructor',
		'0',
		'O',
		'é',
		'🙂',
		'\n',
		'-',
		'toString',
		'LE1 6'
	);
	const typed = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 400 }),
		fc.array(pieces, { maxLength: 30 }).map((list) => list.join(' '))
	);

	it('never throws, and gives either a place or a reason', () => {
		fc.assert(
			fc.property(typed, (text) => {
				const found = answer(text);
				if (!found.place) expect(['empty', 'not-understood', 'several']).toContain(found.reason);
				else if (found.place.precision === 'outside') expect(found.place.councils).toEqual([]);
				else expect(found.place.councils.length).toBeGreaterThan(0);
			}),
			{ numRuns: 3000 }
		);
	});

	it('names a council only when there is one candidate', () => {
		fc.assert(
			fc.property(typed, (text) => {
				const found = place(text);
				if (found?.council !== undefined) expect(found.councils).toEqual([found.council]);
			}),
			{ numRuns: 2000 }
		);
	});
});
