import { joinRings } from '../../data/places/map-lines.ts';
import {
	isMapDetail,
	isMapFile,
	MAP_STEPS,
	NAME_RANKS,
	USUAL_RANK,
	USUAL_RANK_OUTSIDE,
	type Boundary,
	type MapBase,
	type MapDetail,
	type MapFile,
	type MapName,
	type SideIndex
} from '../../data/places/map.ts';
import { DEGREE_STEPS, ELSEWHERE, type PlaceName, type Places } from '../../data/places/places.ts';
import { BY_AREA } from '../../data/files/layout.ts';
import { readPlaces } from '../by-area/index.ts';
import { whileSame } from '../by-area/while-same.ts';

/** What is needed of the data: `DataStore` has it. */
export interface MapSource {
	file<T>(role: string, guard: (value: unknown) => value is T): Promise<T>;
	each<T>(role: string, guard: (value: unknown) => value is T): Promise<T[]>;
}

const whileDataIsSame = whileSame<MapBase>();

/**
 * The map of all areas that there is data of. The same object while the data is the same: its lines are unpacked once for it. Throws
 * what `source` throws when some of it cannot be had.
 */
export async function loadMap(source: MapSource): Promise<MapBase> {
	const [file, details, places] = await Promise.all([
		source.file('map', isMapFile),
		source.each('map', isMapDetail),
		readPlaces(source)
	]);
	return whileDataIsSame([file, places, ...details], () => mapBase(file, details, places));
}

/** Puts the map together. */
export function mapBase(file: MapFile, details: readonly MapDetail[], places: Places): MapBase {
	const outside = places.names.filter(([, , , council]) => council === ELSEWHERE);
	const inside = places.names.filter(([, , , council]) => council !== ELSEWHERE);
	return {
		...(BY_AREA ? joinAreas(file, details) : file),
		builtUp: joinRings([file, ...details].map(({ builtUp }) => builtUp)),
		names: byRank(inside, USUAL_RANK),
		outsideNames: byRank(outside, USUAL_RANK_OUTSIDE)
	};
}

/** The file with what areas bring of their own, numbered anew. */
function joinAreas(file: MapFile, details: readonly MapDetail[]): MapFile {
	const joined = { ...file, boundaries: [...file.boundaries], councils: [...file.councils], areas: [...file.areas] };
	for (const { boundaries = [], councils = [], areas = [] } of details) {
		const [lines, sides, systems] = [joined.boundaries.length, joined.councils.length, joined.areas.length];
		const side = (index: SideIndex) => (index < 0 ? index : index + sides);
		joined.boundaries.push(...boundaries.map(([line, left, right]): Boundary => [line, side(left), side(right)]));
		joined.councils.push(...councils.map((council) => ({ ...council, area: council.area + systems })));
		joined.areas.push(
			...areas.map((area) => ({ ...area, ring: area.ring.map((part) => part + Math.sign(part) * lines) }))
		);
	}
	return joined;
}

function byRank(names: readonly PlaceName[], usual: number): MapName[][] {
	const steps = (tenThousandths: number) => Math.round((tenThousandths * MAP_STEPS) / DEGREE_STEPS);
	return NAME_RANKS.map((rank) =>
		names
			.filter(([, , , , own = usual]) => own === rank)
			.map(([name, lat, lon]): MapName => [name, steps(lon), steps(lat)])
	);
}
