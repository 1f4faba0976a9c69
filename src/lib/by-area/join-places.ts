import { ELSEWHERE, renumber, type CouncilIndex, type Places, type Sector } from '../../data/places/places.ts';
import { whileSame } from './while-same.ts';

const whilePartsAreSame = whileSame<Places>();

/**
 * The table for everyone with the parts of some areas. The same object for the same parts: what is worked out from a table is
 * remembered by it.
 */
export function withParts(everyone: Places, parts: readonly Places[]): Places {
	return whilePartsAreSame([everyone, ...parts], () => joinPlaces([everyone, ...parts]));
}

/** One table out of the parts of several areas, in which a sector that lies in two of them stands once. */
function joinPlaces(parts: readonly Places[]): Places {
	const councils = [
		...new Map(parts.flatMap((part) => part.councils.map((each) => [each.id, each] as const))).values()
	];
	const numbers = new Map(councils.map(({ id }, index) => [id, index]));
	const sectors: Record<string, Sector[]> = {};
	for (const part of parts) {
		for (const [outward, list] of Object.entries(part.sectors)) {
			const there = (sectors[outward] ??= []);
			const more = list.filter(([digit]) => !there.some(([other]) => other === digit));
			there.push(...more.map((sector) => renumber(sector, inJoined(part))));
			there.sort(([a], [b]) => a - b);
		}
	}
	const names = parts.flatMap((part) =>
		part.names.map(([name, lat, lon, council, ...rank]): Places['names'][number] => [
			name,
			lat,
			lon,
			inJoined(part)(council),
			...rank
		])
	);
	return { councils, sectors, names: names.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)) };

	function inJoined(part: Places): (council: CouncilIndex) => CouncilIndex {
		return (council) => numbers.get(part.councils[council]?.id ?? '') ?? ELSEWHERE;
	}
}
