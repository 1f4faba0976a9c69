import { DEGREE_STEPS, ELSEWHERE, type Places, type Sector } from '../../data/places/places.ts';
import { agreed, candidates } from './candidates.ts';
import type { Point } from './distance.ts';
import { areaLetters, nationOf, type Nation } from './postcode-areas.ts';
import { formatPostcode, type Postcode } from './postcode.ts';

/** How exact an answer is. `outside` is a real place that is in none of the five areas. */
export type Precision = 'postcode' | 'sector' | 'district' | 'place' | 'outside';

export interface FoundPlace {
	precision: Precision;
	/** As understood: LE16 8TH, LE16 8 or LE16. Absent when a name was typed. */
	postcode?: string;
	/** The town, village, council or county that was typed. */
	name?: string;
	/** Id of the council, when there is only one that it can be. */
	council?: string;
	/** Id of the area (treatment system), when there is only one that it can be. */
	area?: string;
	/** Ids of all councils that it can be, the likeliest first. None when outside. */
	councils: string[];
	/** True when it can also lie outside the five areas. */
	partlyOutside?: true;
	/** A full postcode made since 2014 would be placed by its sector, and may lie in one of these instead. */
	ifNewer?: string[];
	/** With `outside`: the nation, and the areas that are near, nearest first, when that is known. */
	outside?: { nation: Nation; near: string[] };
	/** Absent when outside and not known. */
	lat?: number;
	lon?: number;
}

/** Where a postcode is, or the part of one that is known. `outside` for one that is in no area, known or not. */
export function findPostcode(postcode: Postcode, places: Places): FoundPlace {
	const district = Object.hasOwn(places.sectors, postcode.outward) ? places.sectors[postcode.outward] : undefined;
	const sector = district?.find(([digit]) => digit === postcode.sector);
	if (!district) return outsidePostcode(postcode, places, undefined);
	if (!sector) return bySectors('district', formatPostcode(postcode), district, places);
	if (postcode.unit === undefined) return bySectors('sector', formatPostcode(postcode), [sector], places);
	return byUnit(postcode, postcode.unit, sector, places);
}

/** A whole postcode: the sector's exceptions first, then the sector's own council. */
function byUnit(postcode: Postcode, unit: string, sector: Sector, places: Places): FoundPlace {
	const [, , , main, exceptions = {}] = sector;
	const other = Object.entries(exceptions).find(([, units]) => hasUnit(units, unit));
	const index = other ? Number(other[0]) : main;
	if (index === ELSEWHERE) return outsidePostcode(postcode, places, sector);
	const council = places.councils[index];
	const found: FoundPlace = {
		precision: 'postcode',
		postcode: formatPostcode(postcode),
		...(council ? { council: council.id, area: council.area } : {}),
		councils: council ? [council.id] : [],
		...pointOf([sector])
	};
	if (!other && Object.keys(exceptions).length) {
		const { councils, partlyOutside } = candidates([sector], places);
		found.ifNewer = councils.filter((id) => id !== council?.id);
		if (partlyOutside) found.partlyOutside = true;
	}
	return found;
}

/** Pairs of letters: "AB" is in "XYAB" and not in "XABY". */
function hasUnit(units: string, unit: string): boolean {
	for (let i = 0; i < units.length; i += 2) if (units.startsWith(unit, i)) return true;
	return false;
}

function bySectors(
	precision: 'sector' | 'district',
	postcode: string,
	sectors: readonly Sector[],
	places: Places
): FoundPlace {
	const { councils, partlyOutside } = candidates(sectors, places);
	if (!councils.length) return { ...outsideOf(postcode, places), ...pointOf(sectors) };
	return {
		precision,
		postcode,
		...agreed(councils, partlyOutside, places),
		councils,
		...(partlyOutside ? { partlyOutside } : {}),
		...pointOf(sectors)
	};
}

function outsidePostcode(postcode: Postcode, places: Places, sector: Sector | undefined): FoundPlace {
	const found = outsideOf(formatPostcode(postcode), places);
	return sector ? { ...found, ...pointOf([sector]) } : found;
}

/** A postcode outside: its nation, and the areas that share its letters (PE1 is near PE8, of Northamptonshire). */
function outsideOf(postcode: string, places: Places): FoundPlace {
	const letters = areaLetters(postcode);
	const outward = postcode.split(' ')[0] ?? '';
	const same = Object.hasOwn(places.sectors, outward) ? (places.sectors[outward] ?? []) : [];
	const near = [...candidates(same, places).councils, ...councilsByLetters(letters, places)];
	return {
		precision: 'outside',
		postcode,
		councils: [],
		outside: { nation: nationOf(postcode) ?? 'england', near: areasOf(near, places) }
	};
}

const known = new WeakMap<Places, Map<string, string[]>>();

/** Councils of all sectors that begin with these letters. Remembered: it looks through every sector there is. */
function councilsByLetters(letters: string, places: Places): string[] {
	const own = known.get(places) ?? new Map<string, string[]>();
	known.set(places, own);
	let councils = own.get(letters);
	if (!councils) {
		const alike = Object.entries(places.sectors)
			.filter(([outward]) => areaLetters(outward) === letters)
			.flatMap(([, sectors]) => sectors);
		own.set(letters, (councils = candidates(alike, places).councils));
	}
	return councils;
}

function areasOf(councils: readonly string[], places: Places): string[] {
	return [...new Set(councils.flatMap((id) => places.councils.find((council) => council.id === id)?.area ?? []))];
}

function pointOf(sectors: readonly Sector[]): Point {
	const mean = (of: 1 | 2) => sectors.reduce((sum, sector) => sum + sector[of], 0) / sectors.length / DEGREE_STEPS;
	return { lat: round(mean(1)), lon: round(mean(2)) };
}

function round(degrees: number): number {
	return Math.round(degrees * DEGREE_STEPS) / DEGREE_STEPS;
}
