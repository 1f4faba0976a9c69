import { isJourneys, type Journey } from '../../data/pages/journeys.ts';
import { NATIONAL, areaRole } from '../../data/files/packs.ts';
import type { PathNote } from '../../data/pathway.ts';
import type { AreaInfo, Card, DataIndex } from '../../data/record.ts';
import { isSafetyNotes, type SafetyNotes } from '../../data/pages/safety.ts';

/** A service as a box of the chart names it. */
export type ChartService = Pick<Card, 'id' | 'name' | 'listing' | 'referral' | 'phone' | 'textLine'>;

/** What the system map of an area shows. */
export interface SystemPage {
	kind: 'system';
	area: Pick<AreaInfo, 'id' | 'name'>;
	journeys: Journey[];
	/** Every service that the journeys name, by id. */
	services: Record<string, ChartService>;
	/** Every safety note that they show, by id. */
	notes: Record<string, PathNote>;
	/** Day of the newest source in the data, YYYY-MM-DD. */
	made: string;
}

export interface SystemSource {
	index(): Promise<DataIndex>;
	areas(): Promise<AreaInfo[]>;
	cards(areas: readonly string[]): Promise<Card[]>;
	file<T>(role: string, guard: (value: unknown) => value is T): Promise<T>;
}

export function isSystemPage(value: unknown): value is SystemPage {
	return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'system';
}

/** Gathers what the system map of area `id` shows, or undefined when there is no such area (there is no map of all England). */
export async function loadSystemPage(source: SystemSource, id: string): Promise<SystemPage | undefined> {
	// First: where the directory comes area by area, this takes the area up.
	const cards = new Map((await source.cards([id, NATIONAL])).map((card) => [card.id, card]));
	const area = (await source.areas()).find((each) => each.id === id);
	if (!area || id === NATIONAL) return undefined;
	const journeys = await source.file(areaRole('journeys', id), isJourneys);
	const notes: SafetyNotes = await source.file('safety', isSafetyNotes);
	const stages = journeys.flatMap((journey) => journey.stages);
	const named = new Set(
		stages.flatMap((stage) => [
			...stage.services,
			...stage.sources,
			...(stage.gaps ?? []).flatMap(({ services }) => services ?? [])
		])
	);
	const shown = new Set(stages.flatMap(({ safety }) => safety ?? []));
	return {
		kind: 'system',
		area: { id: area.id, name: area.name },
		journeys,
		services: Object.fromEntries([...named].flatMap((service) => chartService(cards.get(service)))),
		notes: Object.fromEntries(Object.entries(notes).filter(([note]) => shown.has(note))),
		made: (await source.index()).made
	};
}

function chartService(card: Card | undefined): [string, ChartService][] {
	if (!card) return [];
	const { id, name, listing, referral, phone, textLine } = card;
	return [[id, { id, name, listing, referral, ...(phone && { phone }), ...(textLine && { textLine }) }]];
}
