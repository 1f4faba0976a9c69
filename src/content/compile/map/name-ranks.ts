import type { LonLat } from '../../../data/places/map-lines.ts';
import { NAME_RANKS, USUAL_RANK, USUAL_RANK_OUTSIDE, type NameRank } from '../../../data/places/map.ts';
import type { PlaceTables } from '../../read/place-tables.ts';
import { isElsewhere } from '../../schema/places/places.ts';

type NameRow = PlaceTables['names'][number];

/** Least square miles of built-up land that make a name this rank; the list starts with rank 0. */
const LEAST_SQUARE_MILES = [15, 6.2, 3.4, 1.6, 0.6];
/** A council with less than this share of land that has grown together holds suburbs there, not a town of its own. */
const LEAST_SHARE = 0.18;
const SUBURBAN_RANK: NameRank = 3;
/** Other gazetted names in land as large as this are well-known parts of a town. */
const CITY_SQUARE_MILES = 7;
const PART_RANK: NameRank = 4;
/** What people call land that has grown together, where neither its council nor the crowd says so. */
const CHIEF_TOWNS = new Set([
	'Grays',
	'Harwich',
	'Loughton',
	'Mountsorrel',
	'Narborough',
	'South Benfleet',
	'Thurmaston',
	'Wigston',
	'Wivenhoe'
]);

/** Towns outside that people steer by: how far out each is shown. Others outside are shown from close by only. */
const LANDMARKS: Readonly<Record<string, NameRank>> = {
	London: 0,
	Birmingham: 0,
	Nottingham: 1,
	Cambridge: 1,
	Peterborough: 1,
	Coventry: 1,
	Oxford: 1,
	Ipswich: 1,
	Derby: 1,
	'Milton Keynes': 1,
	Luton: 1,
	Norwich: 1,
	Bedford: 2,
	Rugby: 2,
	Stevenage: 2,
	Romford: 2,
	Dartford: 2,
	Banbury: 2,
	Grantham: 2,
	Stamford: 2,
	Nuneaton: 2,
	Sudbury: 2,
	Felixstowe: 3,
	Gravesend: 3
};

/**
 * Ranks names: the more built-up land a name stands for, the farther out it is shown. Ranked by the built-up land around them. Land that has grown together is shared out among its councils, and each
 * council's part goes to one town there; the other names in it are parts of a town.
 */
export function rankNames(
	names: readonly NameRow[],
	builtUp: readonly LonLat[][],
	tables: PlaceTables
): ReadonlyMap<NameRow, NameRank> {
	const inside = names.filter(({ council }) => !isElsewhere(council));
	const ranks = new Map<NameRow, NameRank>(inside.map((row) => [row, USUAL_RANK]));
	const towns = new Map<NameRow, NameRank>();
	const councilNames = new Set(tables.councils.map(({ council }) => council));
	for (const ring of builtUp) {
		const within = inside.filter(({ longitude, latitude }) => isInRing([longitude, latitude], ring));
		const councils = [...new Set(within.map(({ council }) => council))];
		const sectors = tables.sectors.filter(({ longitude, latitude }) => isInRing([longitude, latitude], ring));
		for (const council of councils) {
			const own = sectors.filter((sector) => sector.council === council).length;
			const share = councils.length === 1 ? 1 : own / Math.max(1, sectors.length);
			const town = principal(
				within.filter((row) => row.council === council),
				tables,
				councilNames
			);
			const area = squareMiles(ring);
			for (const row of within) if (area >= CITY_SQUARE_MILES && row.source === 'geonames') ranks.set(row, PART_RANK);
			if (town) towns.set(town, worse(rankOf(area * share), share < LEAST_SHARE ? SUBURBAN_RANK : 0));
		}
	}
	for (const row of names)
		if (isElsewhere(row.council)) ranks.set(row, LANDMARKS[row.name] ?? USUAL_RANK_OUTSIDE);
	return new Map([...ranks, ...towns]);
}

/** The town among names that have grown together: the chief town, the council's namesake, else where most postcode sectors are near. */
function principal(rows: readonly NameRow[], tables: PlaceTables, councilNames: ReadonlySet<string>): NameRow | undefined {
	const namesake = rows.find(({ name }) => CHIEF_TOWNS.has(name)) ?? rows.find(({ name }) => councilNames.has(name));
	const gazetted = rows.filter(({ source }) => source === 'geonames');
	const crowd = (row: NameRow) =>
		tables.sectors.reduce((sum, sector) => {
			const far = Math.hypot((sector.longitude - row.longitude) * 0.616, sector.latitude - row.latitude);
			return sum + Math.exp(-((far / 0.02) ** 2));
		}, 0);
	const candidates = gazetted.length > 0 ? gazetted : rows;
	return namesake ?? candidates.toSorted((a, b) => crowd(b) - crowd(a))[0];
}

function rankOf(squareMilesBuilt: number): NameRank {
	const rank = LEAST_SQUARE_MILES.findIndex((least) => squareMilesBuilt >= least);
	return NAME_RANKS[rank] ?? USUAL_RANK;
}

const worse = (a: NameRank, b: NameRank): NameRank => (a > b ? a : b);

/** Miles in a degree of latitude, and of longitude at 52° north. */
const MILES_NORTH = 69.1;
const MILES_EAST = 42.6;

function squareMiles(ring: readonly LonLat[]): number {
	let twice = 0;
	ring.forEach(([x, y], i) => {
		const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y];
		twice += x * nextY - nextX * y;
	});
	return (Math.abs(twice) / 2) * MILES_NORTH * MILES_EAST;
}

/** True when a point is inside a ring: a ray from it crosses the ring an odd number of times. */
function isInRing([x, y]: LonLat, ring: readonly LonLat[]): boolean {
	let odd = false;
	ring.forEach(([x1, y1], i) => {
		const [x2, y2] = ring[(i + 1) % ring.length] ?? [x1, y1];
		if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) odd = !odd;
	});
	return odd;
}
