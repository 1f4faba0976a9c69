import { DEGREE_STEPS, ELSEWHERE, type Council, type CouncilIndex, type PlaceName, type Places, type Sector } from '../../data/places/places.ts';
import { USUAL_RANK, USUAL_RANK_OUTSIDE, type NameRank } from '../../data/places/map.ts';
import type { PlaceTables } from '../read/place-tables.ts';
import { isElsewhere } from '../schema/places/places.ts';

type NameRow = PlaceTables['names'][number];

/**
 * The place tables as the small file that browsers look postcodes up in. `ranks`: how far out maps show each name.
 * @throws when a table names a council that councils.csv does not have, or an exception has no sector
 */
export function compilePlaces(tables: PlaceTables, ranks?: ReadonlyMap<NameRow, NameRank>): Places {
	const indexes = new Map(tables.councils.map((row, index) => [row.council, index]));
	const indexOf = (council: string): CouncilIndex => {
		const index = isElsewhere(council) ? ELSEWHERE : indexes.get(council);
		if (index === undefined) throw new Error(`content/places/councils.csv has no council ${council}`);
		return index;
	};
	const exceptions = exceptionsBySector(tables, indexOf);
	const sectors: Record<string, Sector[]> = {};
	for (const { sector, latitude, longitude, council } of tables.sectors) {
		const [outward = '', digit] = sector.split(' ');
		const units = exceptions.get(sector);
		exceptions.delete(sector);
		const position = [steps(latitude), steps(longitude)] as const;
		const compiled: Sector = units
			? [Number(digit), ...position, indexOf(council), units]
			: [Number(digit), ...position, indexOf(council)];
		(sectors[outward] ??= []).push(compiled);
	}
	for (const sector of exceptions.keys()) throw new Error(`content/places/postcode-sectors.csv has no sector ${sector}`);
	return {
		councils: tables.councils.map(compileCouncil),
		sectors,
		names: tables.names.map((row): PlaceName => {
			const { name, latitude, longitude, council } = row;
			const place = [name, steps(latitude), steps(longitude), indexOf(council)] as const;
			const rank = ranks?.get(row);
			const usual = isElsewhere(council) ? USUAL_RANK_OUTSIDE : USUAL_RANK;
			return rank === undefined || rank === usual ? place : [...place, rank];
		})
	};
}

/** "Hinckley and Bosworth" to "hinckley-and-bosworth". */
export function councilId(name: string): string {
	return name.toLowerCase().replaceAll(/[^a-z]+/g, '-');
}

function compileCouncil(row: PlaceTables['councils'][number]): Council {
	const { council, treatment_system, upper_tier, latitude, longitude } = row;
	return {
		id: councilId(council),
		name: council,
		area: treatment_system,
		upperTier: upper_tier,
		lat: latitude,
		lon: longitude
	};
}

/** Per sector: council index to the letters of its units, in order of the alphabet. */
function exceptionsBySector(tables: PlaceTables, indexOf: (council: string) => CouncilIndex): Map<string, Record<string, string>> {
	const sectors = new Map<string, Record<string, string>>();
	for (const { postcode, council } of tables.exceptions.toSorted((a, b) => (a.postcode < b.postcode ? -1 : 1))) {
		const units = sectors.get(postcode.slice(0, -2)) ?? {};
		const index = indexOf(council);
		units[index] = `${units[index] ?? ''}${postcode.slice(-2)}`;
		sectors.set(postcode.slice(0, -2), units);
	}
	return sectors;
}

function steps(degrees: number): number {
	return Math.round(degrees * DEGREE_STEPS);
}
