import { NATIONAL } from '../../data/files/packs.ts';
import type { AreaCounts, CellCounts, CoverageCounts } from '../../data/pages/coverage-counts.ts';
import {
	COVERAGE_AGES,
	COVERAGE_NEEDS,
	TOWN_NEEDS,
	type AgeBand,
	type CoverageArea,
	type CoverageCell,
	type CoverageTable
} from '../../data/pages/coverage-table.ts';
import type { AreaInfo, Card } from '../../data/record.ts';
import type { TaxonomyTerm } from '../../data/terms.ts';

const ADULT = 18;
const MOST_NAMED = 3;

/** What the table is made from: what was counted, and the directory as it is on this device. */
export interface CoverageSource {
	counts: CoverageCounts;
	/** Day of the content. */
	made: string;
	areas: readonly AreaInfo[];
	cards: readonly Card[];
	label: (term: TaxonomyTerm) => string;
}

/** Kinds of help of which an area has no service, by age. */
export interface CoverageSummary {
	id: string;
	name: string;
	/** How many, for adults and for people under 18. */
	none: Record<AgeBand, number>;
}

/** How many kinds of help are missing in each area, in the order of `areas`. */
export function coverageSummary(
	counts: CoverageCounts,
	areas: readonly { id: string; name: string }[]
): CoverageSummary[] {
	return areas.flatMap(({ id, name }) => {
		const cells = counts.areas.find((counted) => counted.id === id)?.cells;
		const none = (at: number) => COVERAGE_NEEDS.filter((_, row) => !cells?.[row]?.[at]?.[0]).length;
		return cells ? [{ id, name, none: { adults: none(0), 'under-18': none(1) } }] : [];
	});
}

/** Need by area by age: how much help there is, how sure, how near, and what people are told where there is none. */
export function coverageTable({ counts, made, areas, cards, label }: CoverageSource): CoverageTable {
	const national = cards.filter(({ area }) => area === NATIONAL).toSorted(byListing);
	const named = new Map(cards.map((card) => [card.id, card]));
	return {
		made,
		miles: counts.miles,
		townNeeds: TOWN_NEEDS.map((need) => ({ need, label: label(need) })),
		areas: counts.areas.flatMap((counted) => {
			const area = areas.find(({ id }) => id === counted.id);
			return area ? [areaTable(counted, area, { national, named, label })] : [];
		})
	};
}

interface Known {
	national: readonly Card[];
	named: ReadonlyMap<string, Card>;
	label: (term: TaxonomyTerm) => string;
}

function areaTable({ cells, towns }: AreaCounts, area: AreaInfo, known: Known): CoverageArea {
	return {
		id: area.id,
		name: area.name,
		rows: COVERAGE_NEEDS.map((need, row) => ({
			need,
			label: known.label(need),
			cells: COVERAGE_AGES.map((age, at) => cell(cells[row]?.[at] ?? [], need, age, area, known))
		})),
		missing: area.missing.map(({ what, instead: told, term }) => ({ what, instead: told, ...(term && { term }) })),
		towns: area.councils.map(({ name }, at) => {
			const [postcodes = 0, ...near] = towns[at] ?? [];
			return { name, postcodes, within: TOWN_NEEDS.map((need, i) => ({ need, count: near[i] ?? 0 })) };
		})
	};
}

function cell(counts: CellCounts, need: TaxonomyTerm, age: AgeBand, area: AreaInfo, known: Known): CoverageCell {
	const [services = 0, confirmed = 0, contactable = 0, outOfHours = 0, near = -1] = counts;
	const lines = known.national.filter((card) => card.terms.includes(need) && servesAge(card, age));
	return {
		age,
		services,
		confirmed,
		contactable,
		outOfHours,
		...(near >= 0 && { near }),
		national: lines.length,
		...(services === 0 && { instead: instead(need, age, area, lines, known) })
	};
}

/** Treatment without a stated age is for adults only, as in the pathway; anything else without one is for all. */
export function servesAge({ minAge, maxAge, terms }: Card, age: AgeBand): boolean {
	if (age === 'adults') return (maxAge ?? ADULT) >= ADULT;
	return (minAge ?? (terms[0] === 'treatment' ? ADULT : 0)) < ADULT;
}

function instead(
	need: TaxonomyTerm,
	age: AgeBand,
	area: AreaInfo,
	lines: readonly Card[],
	{ named }: Known
): NonNullable<CoverageCell['instead']> {
	const cards = (ids: readonly string[]) =>
		ids.flatMap((id) => named.get(id) ?? []).filter((card) => servesAge(card, age));
	const doors = cards(area.frontDoors.filter((door) => door.for === age).map(({ service }) => service));
	const brief = (found: readonly Card[]) => found.slice(0, MOST_NAMED).map(({ id, name }) => ({ id, name }));
	// What an area says of a need is said to adults, and its services may take adults only.
	if (age === 'under-18')
		return { text: 'Ask whoever takes a first call from young people here.', services: brief([...doors, ...lines]) };
	const said = area.missing.find(({ term, councils }) => term === need && councils === undefined);
	if (said) return { text: said.instead, services: brief(cards(said.services ?? [])) };
	if (lines.length > 0) return { text: 'Use a service for all of England.', services: brief(lines) };
	return { text: 'Ask whoever takes a first call here.', services: brief(doors) };
}

const byListing = (a: Card, b: Card) =>
	Number(b.listing === 'listed') - Number(a.listing === 'listed') || (a.name < b.name ? -1 : 1);
