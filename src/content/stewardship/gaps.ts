import type {
	AgeBand,
	CoverageArea,
	CoverageCell,
	CoverageRow,
	CoverageTable,
	CoverageTown
} from '../../data/coverage-table.ts';
import type { Hours } from '../../data/hours.ts';
import type { Card, Detail } from '../../data/record.ts';
import { TAXONOMY_TERMS, type TaxonomyTerm } from '../../data/terms.ts';
import { distanceMiles, type Point } from '../../lib/place/distance.ts';
import { councilId } from '../compile/places.ts';
import type { PlaceTables } from '../read/place-tables.ts';
import type { AreaRecord } from '../schema/area.ts';

/** What the table is made from: what people see, and where they live. */
export interface GapsGround {
	services: readonly { card: Card; detail: Detail }[];
	areas: readonly AreaRecord[];
	tables: PlaceTables;
	labels: ReadonlyMap<TaxonomyTerm, string>;
	made: string;
}

const NATIONAL = 'national';
const MILES = 10;
const ADULT = 18;
/** Minutes of the day: open after this is open in the evening. */
const EVENING = 18 * 60;
const SATURDAY = 5;
const MOST_NAMED = 3;
const AGES: readonly AgeBand[] = ['adults', 'under-18'];
/** 999 is everywhere the same, and pharmacies are counted on the pages of the areas. */
const LEFT_OUT: readonly TaxonomyTerm[] = ['emergency', 'pharmacy'];
/** Needs for which somebody has to travel. */
const TOWN_NEEDS: readonly TaxonomyTerm[] = [
	'treatment',
	'needle-exchange',
	'naloxone',
	'detox',
	'family-support',
	'young-people',
	'mutual-aid'
];

interface Sector extends Point {
	postcodes: number;
	council: string;
}

/** Need by area by age: how much help there is, how sure, how near, and what people are told where there is none. */
export function coverageTable(ground: GapsGround): CoverageTable {
	const sectors = ground.tables.sectors.map(({ latitude, longitude, postcodes, council }) => ({
		lat: latitude,
		lon: longitude,
		postcodes,
		council: councilId(council)
	}));
	const areas = ground.areas.filter(({ id }) => id !== NATIONAL).toSorted((a, b) => (a.name < b.name ? -1 : 1));
	return {
		made: ground.made,
		miles: MILES,
		townNeeds: TOWN_NEEDS.map((need) => ({ need, label: ground.labels.get(need) ?? need })),
		areas: areas.map((area) => coverageArea(area, ground, sectors))
	};
}

function coverageArea(area: AreaRecord, ground: GapsGround, sectors: readonly Sector[]): CoverageArea {
	const councils = new Set(area.councils.map(({ id }) => id));
	const cards = ground.services.map(({ card }) => card);
	const local = ground.services.filter(
		({ card }) =>
			card.area === area.id ||
			(card.area !== NATIONAL && card.councils?.some((council) => councils.has(council)) === true)
	);
	const national = cards.filter((card) => card.area === NATIONAL);
	const homes = sectors.filter(({ council }) => councils.has(council));
	const rows = TAXONOMY_TERMS.filter((need) => !LEFT_OUT.includes(need)).map((need): CoverageRow => ({
		need,
		label: ground.labels.get(need) ?? need,
		cells: AGES.map((age) => coverageCell(need, age, area, { local, national, cards, homes }))
	}));
	return {
		id: area.id,
		name: area.name,
		rows,
		missing: area.missing.map(({ what, instead, taxonomy_term: term }) => ({ what, instead, ...(term && { term }) })),
		towns: area.councils.map(({ id, name }) =>
			coverageTown(
				name,
				homes.filter(({ council }) => council === id),
				local
			)
		)
	};
}

interface CellGround {
	local: readonly { card: Card; detail: Detail }[];
	national: readonly Card[];
	cards: readonly Card[];
	homes: readonly Sector[];
}

function coverageCell(
	need: TaxonomyTerm,
	age: AgeBand,
	area: AreaRecord,
	{ local, national, cards, homes }: CellGround
): CoverageCell {
	const fits = (card: Card) => card.terms.includes(need) && servesAge(card, age);
	const found = local.filter(({ card }) => fits(card));
	const lines = national.filter(fits);
	const doors = found.flatMap(({ card }) => doorsOf(card));
	const all = homes.reduce((sum, { postcodes }) => sum + postcodes, 0);
	const near = homes.filter((home) => isNear(home, doors)).reduce((sum, { postcodes }) => sum + postcodes, 0);
	return {
		age,
		services: found.length,
		confirmed: found.filter(({ card }) => card.listing === 'listed').length,
		contactable: found.filter(({ card, detail }) => isContactable(card, detail)).length,
		outOfHours: found.filter(({ card }) => card.hours?.some(opensOutOfHours)).length,
		...(doors.length > 0 && all > 0 && { near: Math.round((near / all) * 100) }),
		national: lines.length,
		...(found.length === 0 && { instead: instead(need, age, area, lines, cards) })
	};
}

/** Treatment without a stated age is for adults only, as in the pathway; anything else without one is for all. */
function servesAge({ minAge, maxAge, terms }: Card, age: AgeBand): boolean {
	if (age === 'adults') return (maxAge ?? ADULT) >= ADULT;
	return (minAge ?? (terms[0] === 'treatment' ? ADULT : 0)) < ADULT;
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

/** What people of the area are told where it has none: its own words, else lines for all of England, else its front door. */
function instead(
	need: TaxonomyTerm,
	age: AgeBand,
	area: AreaRecord,
	lines: readonly Card[],
	cards: readonly Card[]
): NonNullable<CoverageCell['instead']> {
	const named = (ids: readonly string[]) =>
		ids.flatMap((id) => cards.find((card) => card.id === id) ?? []).filter((card) => servesAge(card, age));
	const brief = (found: readonly Card[]) => found.slice(0, MOST_NAMED).map(({ id, name }) => ({ id, name }));
	if (age === 'under-18') {
		// What an area says of a need is said to adults, and its services may take adults only.
		const doors = named(area.front_doors.filter((door) => door.for === age).map(({ service }) => service));
		return { text: 'Ask whoever takes a first call from young people here.', services: brief([...doors, ...lines]) };
	}
	const said = area.missing.find(({ taxonomy_term: term, councils }) => term === need && councils === undefined);
	if (said) return { text: said.instead, services: brief(named(said.services ?? [])) };
	if (lines.length > 0)
		return { text: 'Use a service for all of England.', services: brief(lines.toSorted(byListing)) };
	const doors = area.front_doors.filter((door) => door.for === 'adults');
	return { text: 'Ask whoever takes a first call here.', services: brief(named(doors.map(({ service }) => service))) };
}

const byListing = (a: Card, b: Card) =>
	Number(b.listing === 'listed') - Number(a.listing === 'listed') || (a.name < b.name ? -1 : 1);

/** A council as one town: the middle of its postcodes, and how many places of each need are near. */
function coverageTown(name: string, homes: readonly Sector[], local: CellGround['local']): CoverageTown {
	const postcodes = homes.reduce((sum, home) => sum + home.postcodes, 0);
	const mean = (of: (home: Sector) => number) =>
		homes.reduce((sum, home) => sum + of(home) * home.postcodes, 0) / Math.max(1, postcodes);
	const middle = { lat: mean(({ lat }) => lat), lon: mean(({ lon }) => lon) };
	const within = TOWN_NEEDS.map((need) => ({
		need,
		count: local.filter(({ card }) => card.terms.includes(need) && isNear(middle, doorsOf(card)) && homes.length > 0)
			.length
	}));
	return { name, postcodes, within };
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
