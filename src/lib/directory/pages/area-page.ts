import { NATIONAL } from '../../../data/files/packs.ts';
import type { AreaInfo, Card, DataIndex } from '../../../data/record.ts';
import type { TaxonomyTerm } from '../../../data/terms.ts';
import { TAXONOMY_TERMS } from '../../../data/terms.ts';
import { sinks } from '../service/freshness.ts';

/** What an area's page shows. */
export interface AreaPage {
	kind: 'area';
	area: AreaInfo;
	/** Front doors that are published, in the area's own order. */
	frontDoors: { card: Card; for: 'adults' | 'under-18' | 'families'; councils: string[] }[];
	/** Services by kind, in the order of the taxonomy. Pharmacies are only counted: there are hundreds. */
	byNeed: { term: TaxonomyTerm; cards: Card[] }[];
	/** All services but pharmacies, A to Z. */
	all: Pick<Card, 'id' | 'name'>[];
	pharmacies: Pick<Card, 'id' | 'name' | 'places' | 'phone'>[];
	/** Gaps, with the services to use instead. */
	missing: { what: string; instead: string; services: Pick<Card, 'id' | 'name' | 'phone'>[] }[];
	/** Day of the newest source in the data, YYYY-MM-DD. */
	made: string;
}

export interface AreaSource {
	index(): Promise<DataIndex>;
	areas(): Promise<AreaInfo[]>;
	cards(areas: readonly string[]): Promise<Card[]>;
}

export function isAreaPage(value: unknown): value is AreaPage {
	return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'area';
}

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, 'en-GB');
/** Listed before ring-first; then what was checked within a year of `day` before what was not; then by name. */
const bestFirst = (day: string) => (a: Card, b: Card) =>
	Number(b.listing === 'listed') - Number(a.listing === 'listed') ||
	Number(sinks(a, day)) - Number(sinks(b, day)) ||
	byName(a, b);

/** Gathers what the page of area `id` shows, or undefined when there is no such area. */
export async function loadAreaPage(source: AreaSource, id: string): Promise<AreaPage | undefined> {
	// First: where the directory comes area by area, this takes the area up.
	const cards = await source.cards([id]);
	const area = (await source.areas()).find((each) => each.id === id);
	if (!area) return undefined;
	const known = new Map((await source.cards([id, NATIONAL])).map((card) => [card.id, card]));
	const councilNames = new Map(area.councils.map((council) => [council.id, council.name]));
	const services = cards.filter((card) => card.terms[0] !== 'pharmacy');
	const { made } = await source.index();
	return {
		kind: 'area',
		area,
		frontDoors: area.frontDoors.flatMap((door) => {
			const card = known.get(door.service);
			const councils = (door.councils ?? []).flatMap((council) => councilNames.get(council) ?? []);
			return card ? { card, for: door.for, councils } : [];
		}),
		byNeed: TAXONOMY_TERMS.filter((term) => term !== 'pharmacy').flatMap((term) => {
			const fitting = services.filter((card) => card.terms.includes(term)).sort(bestFirst(made));
			return fitting.length > 0 ? { term, cards: fitting } : [];
		}),
		all: services.map((card) => ({ id: card.id, name: card.name })).sort(byName),
		pharmacies: cards
			.filter((card) => card.terms[0] === 'pharmacy')
			.map(({ id: pharmacy, name, places, phone }) => ({
				id: pharmacy,
				name,
				...(places && { places }),
				...(phone && { phone })
			}))
			.sort(byName),
		missing: area.missing.map((gap) => ({
			what: gap.what,
			instead: gap.instead,
			services: (gap.services ?? [])
				.flatMap((service) => known.get(service) ?? [])
				.map(({ id: service, name, phone }) => ({
					id: service,
					name,
					...(phone && { phone })
				}))
		})),
		made
	};
}
