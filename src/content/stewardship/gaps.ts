import { NATIONAL } from '../../data/files/packs.ts';
import type { AreaCounts, CellCounts, CoverageCounts } from '../../data/pages/coverage-counts.ts';
import {
	COVERAGE_AGES,
	COVERAGE_NEEDS,
	TOWN_NEEDS,
	type AgeBand,
	type CoverageTable
} from '../../data/pages/coverage-table.ts';
import type { Hours } from '../../data/hours.ts';
import type { Card, Detail } from '../../data/record.ts';
import type { TaxonomyTerm } from '../../data/terms.ts';
import { servesAge } from '../../lib/coverage/table.ts';
import { distanceMiles, type Point } from '../../lib/place/distance.ts';
import { councilId } from '../compile/places.ts';
import type { PlaceTables } from '../read/place-tables.ts';
import type { AreaRecord } from '../schema/places/area.ts';

/** What is counted: what people see, and where they live. */
export interface GapsGround {
	services: readonly { card: Card; detail: Detail }[];
	areas: readonly AreaRecord[];
	tables: PlaceTables;
}

const MILES = 10;
/** Minutes of the day: open after this is open in the evening. */
const EVENING = 18 * 60;
const SATURDAY = 5;

interface Sector extends Point {
	postcodes: number;
	council: string;
}

/** Need by area by age: how much help there is, how sure, how near. */
export function coverageCounts(ground: GapsGround): CoverageCounts {
	const sectors = ground.tables.sectors.map(({ latitude, longitude, postcodes, council }) => ({
		lat: latitude,
		lon: longitude,
		postcodes,
		council: councilId(council)
	}));
	const areas = ground.areas.filter(({ id }) => id !== NATIONAL).toSorted((a, b) => (a.name < b.name ? -1 : 1));
	return { miles: MILES, areas: areas.map((area) => areaCounts(area, ground, sectors)) };
}

function areaCounts(area: AreaRecord, ground: GapsGround, sectors: readonly Sector[]): AreaCounts {
	const councils = new Set(area.councils.map(({ id }) => id));
	const local = ground.services.filter(
		({ card }) =>
			card.area === area.id ||
			(card.area !== NATIONAL && card.councils?.some((council) => councils.has(council)) === true)
	);
	const homes = sectors.filter(({ council }) => councils.has(council));
	return {
		id: area.id,
		cells: COVERAGE_NEEDS.map((need) => COVERAGE_AGES.map((age) => cellCounts(need, age, local, homes))),
		towns: area.councils.map(({ id }) =>
			townCounts(
				homes.filter(({ council }) => council === id),
				local
			)
		)
	};
}

type Local = readonly { card: Card; detail: Detail }[];

function cellCounts(need: TaxonomyTerm, age: AgeBand, local: Local, homes: readonly Sector[]): CellCounts {
	const found = local.filter(({ card }) => card.terms.includes(need) && servesAge(card, age));
	if (found.length === 0) return [];
	const doors = found.flatMap(({ card }) => doorsOf(card));
	const all = homes.reduce((sum, { postcodes }) => sum + postcodes, 0);
	const near = homes.filter((home) => isNear(home, doors)).reduce((sum, { postcodes }) => sum + postcodes, 0);
	return [
		found.length,
		found.filter(({ card }) => card.listing === 'listed').length,
		found.filter(({ card, detail }) => isContactable(card, detail)).length,
		found.filter(({ card }) => card.hours?.some(opensOutOfHours)).length,
		doors.length > 0 && all > 0 ? Math.round((near / all) * 100) : -1
	];
}

function isContactable(card: Card, detail: Detail): boolean {
	return [card.phone, card.textLine, card.web].some((way) => way !== undefined) || (detail.emails ?? []).length > 0;
}

/** Whether it is known to open after 6pm, or on a Saturday or Sunday. */
function opensOutOfHours({ always, week, monthly }: Hours): boolean {
	if (always) return true;
	const isLate = (spans: readonly (readonly [number, number])[]) => spans.some(([, to]) => to > EVENING);
	return (
		(week ?? []).some((spans, day) => spans.length > 0 && (day >= SATURDAY || isLate(spans))) ||
		(monthly ?? []).some(({ day, spans }) => spans.length > 0 && (day >= SATURDAY || isLate(spans)))
	);
}

const doorsOf = ({ places = [] }: Card): Point[] =>
	places.flatMap(({ lat, lon }) => (lat === undefined || lon === undefined ? [] : [{ lat, lon }]));

const isNear = (home: Point, doors: readonly Point[]) => doors.some((door) => distanceMiles(home, door) <= MILES);

/** A council as one town: its postcodes, and how many places of each need are near the middle of them. */
function townCounts(homes: readonly Sector[], local: Local): number[] {
	const postcodes = homes.reduce((sum, home) => sum + home.postcodes, 0);
	const mean = (of: (home: Sector) => number) =>
		homes.reduce((sum, home) => sum + of(home) * home.postcodes, 0) / Math.max(1, postcodes);
	const middle = { lat: mean(({ lat }) => lat), lon: mean(({ lon }) => lon) };
	const near = TOWN_NEEDS.map(
		(need) =>
			local.filter(({ card }) => card.terms.includes(need) && isNear(middle, doorsOf(card)) && homes.length > 0).length
	);
	return [postcodes, ...near];
}

/** The table in words, for the command line: one line a need, then what people are told where there is nothing. */
export function coverageText({ areas, miles }: CoverageTable): string {
	const lines = areas.flatMap(({ name, rows, missing }) => [
		name,
		`  ${'need'.padEnd(34)}${'age'.padEnd(10)}services  confirmed  contactable  evening/weekend  within ${miles} miles`,
		...rows.flatMap(({ label, cells }) =>
			cells.map((cell) =>
				cell.services === 0
					? `  ${label.slice(0, 32).padEnd(34)}${cell.age.padEnd(10)}none: ${cell.instead?.text ?? ''} ${(cell.instead?.services ?? []).map((each) => each.name).join(', ')}`
					: `  ${label.slice(0, 32).padEnd(34)}${cell.age.padEnd(10)}${String(cell.services).padEnd(10)}${String(cell.confirmed).padEnd(11)}${String(cell.contactable).padEnd(13)}${String(cell.outOfHours).padEnd(17)}${cell.near === undefined ? 'no door known' : `${cell.near} % of postcodes`}`
			)
		),
		...missing.map(({ what }) => `  Missing: ${what}`),
		''
	]);
	return `${lines.join('\n')}\n`;
}
