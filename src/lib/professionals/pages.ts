import { NATIONAL } from '../../data/files/packs.ts';
import { isProfessionals, type Evidence, type JobCard, type Professionals } from '../../data/pages/professionals.ts';
import type { PathNote } from '../../data/pathway.ts';
import type { AreaInfo, Card } from '../../data/record.ts';
import { isSafetyNotes, type SafetyNotes } from '../../data/pages/safety.ts';
import { readAreaNames, type AreaNameSource } from '../by-area/area-names.ts';
import type { ServicePage } from '../directory/pages/service-page.ts';
import type { Referable } from './referral.ts';

/** A service as a hand-out or a list names it. */
export type Named = Pick<Card, 'id' | 'name' | 'phone' | 'textLine'>;

/** What the front page for professionals shows. */
export interface FrontPage {
	kind: 'professionals';
	jobs: Pick<JobCard, 'id' | 'title' | 'about'>[];
	areas: { id: string; name: string }[];
}

/** A safety note with the sources that it rests on. */
export interface SourcedNote extends PathNote {
	facts: string[];
	evidence: Evidence[];
}

/** Who takes the first call, by area. */
export interface FrontDoors {
	area: { id: string; name: string };
	doors: (Named & { for: 'adults' | 'under-18' | 'families'; councils: string[] })[];
}

/** The card of one job. */
export interface JobPage {
	kind: 'job';
	card: JobCard;
	/** Every note that the card names, by id. */
	notes: Record<string, SourcedNote>;
	/** National services of its hand-out. */
	services: Named[];
	areas: FrontDoors[];
}

export interface ChecklistPage {
	kind: 'checklist';
	groups: Professionals['checklist'];
	consent: Professionals['consent'];
}

export interface ProfessionalSource extends AreaNameSource {
	cards(areas: readonly string[]): Promise<Card[]>;
}

const FILE = 'professionals';

const isKind = (value: unknown, kind: string) =>
	typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind;
export const isFrontPage = (value: unknown): value is FrontPage => isKind(value, 'professionals');
export const isJobPage = (value: unknown): value is JobPage => isKind(value, 'job');
export const isChecklistPage = (value: unknown): value is ChecklistPage => isKind(value, 'checklist');

/** Ids of all job cards. */
export async function jobIds(source: ProfessionalSource): Promise<string[]> {
	return (await source.file(FILE, isProfessionals)).cards.map(({ id }) => id);
}

export async function loadFrontPage(source: ProfessionalSource): Promise<FrontPage> {
	const { cards } = await source.file(FILE, isProfessionals);
	const areas = (await readAreaNames(source)).filter(({ id }) => id !== NATIONAL);
	return {
		kind: 'professionals',
		jobs: cards.map(({ id, title, about }) => ({ id, title, about })),
		areas: areas.map(({ id, name }) => ({ id, name }))
	};
}

/** Gathers the card of a job, or undefined when there is none of that id. */
export async function loadJobPage(source: ProfessionalSource, id: string): Promise<JobPage | undefined> {
	const all = await source.file(FILE, isProfessionals);
	const card = all.cards.find((each) => each.id === id);
	if (!card) return undefined;
	const notes: SafetyNotes = await source.file('safety', isSafetyNotes);
	const areas = await source.areas();
	const cards = new Map((await source.cards(areas.map((area) => area.id))).map((each) => [each.id, each]));
	const lines = [...card.ask, ...card.offer, ...card.never];
	const named = new Set([...lines.flatMap(({ safety }) => safety ?? []), ...card.handOut.safety]);
	return {
		kind: 'job',
		card,
		notes: Object.fromEntries(
			[...named].flatMap((note) => {
				const found = notes[note];
				return found ? [[note, { ...found, ...evidenceFor(all, note) }] as const] : [];
			})
		),
		services: card.handOut.services.flatMap((service) => nameOf(cards.get(service))),
		areas: areas.filter((area) => area.id !== NATIONAL).map((area) => frontDoors(area, cards))
	};
}

export async function loadChecklistPage(source: ProfessionalSource): Promise<ChecklistPage> {
	const { checklist, consent } = await source.file(FILE, isProfessionals);
	return { kind: 'checklist', groups: checklist, consent };
}

/**
 * The numbers of an area for a sheet of paper: each number once, and those for everyone in the area before those of some
 * councils that share it. Services without a number are left out.
 */
export function paperNumbers(doors: FrontDoors['doors']): FrontDoors['doors'] {
	const numbers = [...new Set(doors.flatMap(({ phone, textLine }) => phone ?? textLine ?? []))];
	return numbers.flatMap((number) => {
		const same = doors.filter(({ phone, textLine }) => (phone ?? textLine) === number);
		return same.find(({ councils }) => councils.length === 0) ?? same[0] ?? [];
	});
}

/** A service that can stand in a table: its whole record is at hand. */
export function referable(page: ServicePage | undefined): Referable | undefined {
	return page?.kind === 'service' ? page : undefined;
}

function evidenceFor({ facts, evidence, evidenceOf }: Professionals, note: string) {
	const ids = facts[note] ?? [];
	const at = [...new Set(ids.flatMap((fact) => evidenceOf[fact] ?? []))];
	return { facts: ids, evidence: at.flatMap((index) => evidence[index] ?? []) };
}

function frontDoors(area: AreaInfo, cards: ReadonlyMap<string, Card>): FrontDoors {
	const names = new Map(area.councils.map(({ id, name }) => [id, name]));
	return {
		area: { id: area.id, name: area.name },
		doors: area.frontDoors.flatMap((door) =>
			nameOf(cards.get(door.service)).map((service) => ({
				...service,
				for: door.for,
				councils: (door.councils ?? []).flatMap((id) => names.get(id) ?? [])
			}))
		)
	};
}

function nameOf(card: Card | undefined): Named[] {
	if (!card) return [];
	const { id, name, phone, textLine } = card;
	return [{ id, name, ...(phone && { phone }), ...(textLine && { textLine }) }];
}
