import { ELSEWHERE, renumber, type CouncilIndex, type Places, type Sector } from '../../../data/places/places.ts';
import type { Districts, Towns } from '../../../data/places/whereabouts.ts';

/** The table of places, taken apart: what each area needs of it, by id, and what says which area that is. */
export interface SplitPlaces {
	/** Places outside all areas. */
	everyone: Places;
	parts: ReadonlyMap<string, Places>;
	districts: Districts;
	towns: Towns;
}

/**
 * Takes the table of places apart by area. A sector that lies in several areas stands whole in each of them, so that a phone with
 * one of them tells both councils; one that lies in none stands with the areas that share its district.
 */
export function splitPlaces(places: Places): SplitPlaces {
	const areas = [...new Set(places.councils.map(({ area }) => area))];
	const areaOf = (council: CouncilIndex) => places.councils[council]?.area;
	const areasOf = (sector: Sector) => councilsOf(sector).flatMap((council) => areaOf(council) ?? []);
	const districts = new Map(
		Object.entries(places.sectors).map(([outward, sectors]) => [outward, new Set(sectors.flatMap(areasOf))])
	);
	const part = (area: string): Places => {
		const sectors = Object.entries(places.sectors).flatMap(([outward, all]) => {
			if (!districts.get(outward)?.has(area)) return [];
			const own = all.filter((sector) => {
				const within = areasOf(sector);
				return within.length === 0 || within.includes(area);
			});
			return [[outward, own] as const];
		});
		return withOwnCouncils(
			places,
			Object.fromEntries(sectors),
			places.names.filter(([, , , council]) => areaOf(council) === area),
			area
		);
	};
	return {
		everyone: {
			councils: [],
			sectors: Object.fromEntries(Object.entries(places.sectors).filter(([outward]) => !districts.get(outward)?.size)),
			names: places.names.filter(([, , , council]) => council === ELSEWHERE)
		},
		parts: new Map(areas.map((area) => [area, part(area)])),
		districts: Object.fromEntries(
			areas.map((area) => [area, [...districts].flatMap(([outward, of]) => (of.has(area) ? [outward] : [])).join(' ')])
		),
		towns: Object.fromEntries(
			areas.map((area) => [
				area,
				[
					...places.councils.filter((council) => council.area === area).map(({ name }) => name),
					...places.names.flatMap(([name, , , council]) => (areaOf(council) === area ? [name] : []))
				]
			])
		)
	};
}

function councilsOf([, , , main, exceptions = {}]: Sector): CouncilIndex[] {
	return [main, ...Object.keys(exceptions).map(Number)].filter((council) => council !== ELSEWHERE);
}

/** The same sectors and names, with a list of councils of their own: those of the area, and others that the sectors touch. */
function withOwnCouncils(
	places: Places,
	sectors: Places['sectors'],
	names: Places['names'],
	area: string
): Places {
	const used = new Set(Object.values(sectors).flat().flatMap(councilsOf));
	const kept = [...places.councils.entries()].filter(([index, council]) => council.area === area || used.has(index));
	const numbers = new Map(kept.map(([index], at) => [index, at]));
	const to = (council: CouncilIndex): CouncilIndex => numbers.get(council) ?? ELSEWHERE;
	return {
		councils: kept.map(([, council]) => council),
		sectors: Object.fromEntries(
			Object.entries(sectors).map(([outward, list]) => [outward, list.map((sector) => renumber(sector, to))])
		),
		names: names.map(([name, lat, lon, council, ...rank]) => [name, lat, lon, to(council), ...rank])
	};
}
